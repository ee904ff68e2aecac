from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from campaigns.desks.models import Desk
from campaigns.desks.opening import with_rows
from campaigns.languages.order import readers_language
from campaigns.languages.shown import best_of
from home.desks.showing import desk_context, index_context
from home.list_pages import ListPage


class DeskIndexPage(ListPage):
    """The list of desks; each desk has its page below it."""

    page_description = _("All desks, those that answer now first")
    template = "pages/desk_index.html"

    class Meta:
        verbose_name = _("list of desks")
        verbose_name_plural = _("lists of desks")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        """The list, narrowed down by what stands in the address."""
        return self.render(request, context_overrides=index_context(self, request))

    @path("<slug:slug>/")
    def one(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The page of one desk."""
        desk = (
            with_rows(best_of(Desk.objects.filter(slug=slug), readers_language()))
            .select_related("area__parent")
            .first()
        )
        if desk is None:
            raise Http404
        context = desk_context(desk, self, request)
        return self.render(request, template="pages/desk.html", context_overrides=context)
