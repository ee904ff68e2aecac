from copy import copy
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from campaigns.blocks import Body
from campaigns.freshness.kept import kept
from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fallback import routed
from campaigns.languages.fields import same_everywhere
from home.front import front_context


class HomePage(InReadersLanguage, Page):
    """The front door: the current campaign, and somebody to talk to."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    template = "pages/home.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("slug")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """What is not written in the language of the address is shown in one that stands in for it."""
        return routed(self, lambda home: home.specific.route_below(request, path_components))

    def route_below(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """In the language of this home page alone."""
        child = self.child(path_components[0]) if path_components else None
        if child is None:
            return super().route(request, path_components)
        return child.route(request, path_components[1:])

    def child(self, slug: str) -> Any:
        """A page right below, a copy of what is read once until something changes; None where there is none."""

        def read() -> Page | None:
            found = self.get_children().filter(slug=slug).first()
            if found is None:
                return None
            # As Wagtail does it, so that what stands above the page is not asked for again.
            found._cached_parent_obj = self
            return found.specific

        return copy(kept(("below", self.pk, slug), read))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context |= front_context(request)
        return context


class StandardPage(InReadersLanguage, Page):
    """A page of text, such as the privacy page."""

    lead = models.TextField(_("lead"), max_length=200, blank=True)
    body = StreamField(Body(), verbose_name=_("body"), blank=True)

    template = "pages/standard.html"
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("slug")

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
