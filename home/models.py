from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from campaigns.blocks import Body
from campaigns.desks.models import Desk
from campaigns.models import current_campaign


class HomePage(Page):
    """The front door: the current campaign, and somebody to talk to."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    template = "pages/home.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        campaign = current_campaign(self.locale.language_code)
        context["campaign"] = campaign
        context["phrase"] = campaign.chosen if campaign else None
        context["desks"] = Desk.objects.filter(locale=self.locale)[:3]
        return context


class StandardPage(Page):
    """A page of text, such as the privacy page."""

    lead = models.TextField(_("lead"), max_length=200, blank=True)
    body = StreamField(Body(), verbose_name=_("body"), blank=True)

    template = "pages/standard.html"
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
