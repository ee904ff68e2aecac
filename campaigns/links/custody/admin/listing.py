"""The register: every code in a table, with filters, an order, and files for spreadsheets."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import IndexView

from campaigns.links.custody.admin.access import MAY_SEE, policy
from campaigns.links.custody.admin.columns import COLUMNS
from campaigns.links.custody.alarms import alarms
from campaigns.links.custody.checking import MOST
from campaigns.links.custody.entries import entries, register
from campaigns.links.custody.filters import RegisterFilters
from campaigns.links.custody.searching import matching, strangers
from campaigns.links.custody.spreadsheet import HEADINGS, cells
from campaigns.links.models import ShortLink, Walk
from campaigns.members.spreadsheets import Cell, csv_answer
from campaigns.members.workbooks import xlsx_answer

PER_PAGE = 50


class RegisterView(IndexView):
    """Lines are made from a page's links after everything that the database can do is done."""

    model = ShortLink
    permission_policy = policy
    any_permission_required = MAY_SEE
    page_title = gettext_lazy("Register of two-dimensional codes")
    header_icon = "list-ul"
    index_url_name = "custody:index"
    index_results_url_name = "custody:index_results"
    template_name = "custody/register.html"
    results_template_name = "custody/register_results.html"
    default_ordering = "-created_at"
    paginate_by = PER_PAGE
    filterset_class = RegisterFilters
    # Said so that the field is there; `search_queryset` looks.
    search_fields = ["code"]
    columns = COLUMNS
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "codes"

    def get_base_queryset(self) -> QuerySet[ShortLink]:
        return register()

    def order_queryset(self, queryset: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
        # Lines that are equal in what the list is ordered by keep their places from page to page.
        return queryset.order_by(self.ordering, "-pk")

    def search_queryset(self, queryset: QuerySet[ShortLink]) -> QuerySet[ShortLink]:
        return matching(queryset, self.search_query) if self.is_searching else queryset

    def paginate_queryset(self, queryset: QuerySet[ShortLink], page_size: int) -> Any:
        paginator, page, links, has_others = super().paginate_queryset(queryset, page_size)
        return paginator, page, entries(links), has_others

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if self.is_export:
            return context
        return {
            **context,
            "strangers": " ".join(strangers(self.search_query)[:8]),
            "most": MOST,
            "query": self.request.GET.urlencode(),
            **({} if self.results_only else {"alarms": alarms(), "walk": Walk.objects.first()}),
        }

    def as_spreadsheet(self, queryset: Iterable[ShortLink], spreadsheet_format: str) -> HttpResponse:
        head: list[Cell] = [str(heading) for heading in HEADINGS.values()]
        rows = [head, *(cells(line) for line in entries(queryset))]
        if spreadsheet_format == self.FORMAT_XLSX:
            return xlsx_answer(f"{self.export_filename}.xlsx", {_("Register of two-dimensional codes"): rows})
        return csv_answer(f"{self.export_filename}.csv", rows)

    @property
    def no_results_message(self) -> str:
        if self.is_searching or self.is_filtering:
            return _("No code matches. Take away a filter, or type less of the code.")
        return _("No code has been issued yet. The first is issued when a kit is opened.")
