"""Print jobs in the admin: how far each is, what was held back and why, and another try."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.kits import batches, jobs, plates
from campaigns.kits.models import Plate, PrintJob, PrintShop

#: Jobs that are shown, the newest first.
SHOWN = 50
#: Seconds after which a page that shows a running job asks again.
RENEWED = 4

policy = ModelPermissionPolicy(PrintJob)


@dataclass(frozen=True)
class JobRow:
    """A job as it is shown: what it builds, in words, and the plates of it that the preflight has refused."""

    job: PrintJob
    title: str
    held_back: list[Plate]

    @property
    def may_be_tried(self) -> bool:
        """Whether another try makes sense: it was given up, or plates of it could not be made."""
        if self.job.is_open:
            return False
        return self.job.state == PrintJob.State.FAILED or any(not plate.pdf for plate in self.held_back)


def rows(found: QuerySet[PrintJob]) -> list[JobRow]:
    """Jobs with their titles and refused plates, in three queries however many there are."""
    shown = list(found.select_related("edition__campaign")[:SHOWN])
    presets = {preset.key: preset for preset in PrintShop.objects.all()}
    names = {preset.key: preset.name for preset in presets.values()}
    refused = refused_plates({job.edition_id for job in shown})
    parts = {key: parts_of(key, presets) for key in {job.batch for job in shown}}
    return [
        JobRow(
            job,
            batches.title(job.batch, names),
            [plate for plate in refused[job.edition_id] if plate.key in parts[job.batch]],
        )
        for job in shown
    ]


def refused_plates(editions: set[int]) -> dict[int, list[Plate]]:
    """What the preflight has refused of what today's code makes, by edition."""
    found: dict[int, list[Plate]] = defaultdict(list)
    for plate in plates.of_today().filter(edition__in=editions, verdict=Plate.Verdict.REFUSED):
        found[plate.edition_id].append(plate)
    return found


def parts_of(key: str, presets: dict[str, PrintShop]) -> set[tuple[str, ...]]:
    """What names the plates of a batch; nothing when its print shop is gone or wants something else by now."""
    batch = batches.find(key, presets)
    return {combination.key for combination in batch.combinations} if batch else set()


def may_see(request: HttpRequest) -> bool:
    return bool(policy.user_has_any_permission(request.user, ["view", "change"]))


class JobListView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Every job with its progress; renews itself while one is running."""

    template_name = "kits/admin/jobs.html"
    page_title = gettext_lazy("Print jobs")
    header_icon = "cogs"
    permission_policy = policy
    any_permission_required = ["view", "change"]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["rows"] = rows(PrintJob.objects.all())
        context["may_try_again"] = policy.user_has_permission(self.request.user, "change")
        return context

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> Any:
        response = super().render_to_response(context, **kwargs)
        if any(row.job.is_open for row in context["rows"]):
            response["Refresh"] = str(RENEWED)
        return response


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a job that was given up three new tries, and plates that could not be made another one."""
    if not policy.user_has_permission(request.user, "change"):
        raise PermissionDenied
    if jobs.try_again(get_object_or_404(PrintJob, pk=pk)):
        messages.success(request, _("The job is tried again."))
    else:
        messages.info(request, _("The job had not failed; nothing was changed."))
    return redirect("print_jobs:index")


class PrintJobViewSet(ViewSet):
    name = "print_jobs"
    url_prefix = "print-jobs"
    icon = "cogs"
    menu_label = gettext_lazy("Print jobs")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", JobListView.as_view(), name="index"),
            path("<int:pk>/again/", try_again, name="again"),
        ]

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        return JobMenuItem(
            self.menu_label, self.menu_url, name=self.name, icon_name=self.icon, order=order or 0
        )


class JobMenuItem(MenuItem):
    """Shown to whoever may see jobs."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request)


class JobsPanel(Component):
    """On the admin's home while a job is running or after one was given up."""

    name = "print_jobs"
    template_name = "kits/admin/home_panel.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        unfinished = PrintJob.objects.exclude(state=PrintJob.State.DONE)
        return {"rows": rows(unfinished) if may_see(parent_context["request"]) else []}


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to do with print jobs."""
    names = [get_permission_codename(action, PrintJob._meta) for action in ("view", "change")]
    return Permission.objects.filter(content_type__app_label="kits", codename__in=names)
