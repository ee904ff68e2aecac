"""The dashboard in the admin, and its tables as files."""

from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.links.models import ScanCount
from campaigns.links.results.staff import files
from campaigns.links.results.staff.choice import choice
from campaigns.links.results.staff.dashboard import dashboard
from campaigns.links.results.staff.explanation import explanation
from campaigns.links.results.staff.periods import STEPS
from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from campaigns.members.spreadsheets import csv_answer
from campaigns.members.workbooks import xlsx_answer

policy = ModelPermissionPolicy(ScanCount)


class ReadingsView(AdminPage):
    """A campaign's readings in a period: every table with its charts."""

    template_name = "links/admin/readings.html"
    page_title = gettext_lazy("What codes brought")
    header_icon = "table"
    permission_policy = policy
    permission_required = "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        asked = choice(self.request.GET.dict())
        found = dashboard(asked) if asked else None
        steps = [step for step in STEPS if asked and asked.period and step[0] in asked.period.steps]
        return context | {"asked": asked, "found": found, "steps": steps, "explanation": explanation()}


@require_safe
def table_file(request: HttpRequest, table: str, kind: str) -> HttpResponse:
    """One table, or all of them, as CSV or Excel; 404 where there is nothing to show."""
    if not policy.user_has_permission(request.user, "view"):
        raise PermissionDenied
    asked = choice(request.GET.dict())
    found = dashboard(asked) if asked else None
    if asked is None or found is None:
        raise Http404
    filename = files.filename(asked, table, kind)
    if kind == "csv":
        return csv_answer(filename, files.rows(found, table))
    return xlsx_answer(filename, files.sheets(asked, found, table))


class ReadingsViewSet(PermittedViewSet):
    name = "readings"
    url_prefix = "readings"
    icon = "table"
    menu_label = gettext_lazy("What codes brought")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ReadingsView.as_view(), name="index"),
            path("<slug:table>.csv", table_file, {"kind": "csv"}, name="csv"),
            path("<slug:table>.xlsx", table_file, {"kind": "xlsx"}, name="xlsx"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_permission(request.user, "view"))


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to see."""
    return Permission.objects.filter(content_type__app_label="links", codename="view_scancount")
