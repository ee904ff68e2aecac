from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from home.events.files import list_file
from home.events.listing import archive_context, coming_context
from home.list_pages import ListPage


class EventIndexPage(ListPage):
    """The list of what is on; each event is a page below it, past ones stand in the archive."""

    page_description = _("What is on, month by month, with an archive and calendar files")
    template = "pages/event_index.html"
    subpage_types: ClassVar[list[str]] = ["events.EventPage"]

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        """What is coming, narrowed down by what stands in the address."""
        return self.render(request, context_overrides=coming_context(self, request))

    @path("archive/")
    def archive(self, request: HttpRequest) -> HttpResponse:
        """What was held in the last year in which anything was."""
        return self.archive_of(request, None)

    @path("archive/<int:year>/")
    def archive_year(self, request: HttpRequest, year: int) -> HttpResponse:
        """What was held in a year; 404 where nothing was."""
        return self.archive_of(request, year)

    def archive_of(self, request: HttpRequest, year: int | None) -> HttpResponse:
        context = archive_context(self, request, year)
        return self.render(request, template="pages/event_archive.html", context_overrides=context)

    @path("calendar/")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The list as a file for calendars, narrowed down in the same way."""
        return list_file(self, request)
