"""Print jobs in the admin: how far each is, what was held back and why, and another try."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.ui.components import Component
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.current import current_campaign
from campaigns.kits import batches, jobs, plates
from campaigns.kits.models import Plate, PrintJob, PrintShop
from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from campaigns.models import Edition
from print_templates import variants

#: Jobs that are shown, the newest first.
SHOWN = 50

policy = ModelPermissionPolicy(PrintJob)


@dataclass(frozen=True)
class JobRow:
    """A job as it is shown: what it builds, in words, and the plates of it that the preflight has refused."""

    job: PrintJob
    title: str
    held_back: list[Plate]
    #: Whether its print shop still wants these prints.
    is_wanted: bool = True
    #: Whether nobody works on it though somebody should.
    is_stopped: bool = False

    @property
    def is_to_be_told(self) -> bool:
        """Whether it is unfinished, or done with something held back."""
        return self.is_wanted and (self.job.state != PrintJob.State.DONE or bool(self.held_back))

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
    # Behind another job, waiting long is no standstill.
    busy = any(job.state == PrintJob.State.RUNNING and not job.is_stopped for job in shown)
    return [
        JobRow(
            job,
            batches.title(job.batch, names, variants.labels(job.edition.content)),
            [plate for plate in refused[job.edition_id] if plate.key in parts[job.batch]],
            bool(parts[job.batch]),
            job.is_stopped and not (busy and job.state == PrintJob.State.WAITING),
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


def to_be_told() -> list[JobRow]:
    """What staff should know without looking for it: jobs under way, and what the current edition lacks."""
    ended = Q(state=PrintJob.State.FAILED) | Q(state=PrintJob.State.DONE, refused__gt=0)
    under_way = Q(state__in=[PrintJob.State.WAITING, PrintJob.State.RUNNING])
    found = rows(PrintJob.objects.filter(under_way | (ended & Q(edition__in=current_editions()))))
    return [row for row in found if row.is_to_be_told]


def current_editions() -> list[Edition]:
    """The newest edition of the current campaign in each of its languages."""
    campaign = current_campaign()
    if campaign is None:
        return []
    pages = campaign.get_translations(inclusive=True).live()
    return [page.edition for page in pages if page.edition is not None]


def may_see(request: HttpRequest) -> bool:
    return bool(policy.user_has_any_permission(request.user, ["view", "change"]))


class JobListView(AdminPage):
    """Every job with its progress. It never renews itself: that would close what somebody is reading."""

    template_name = "kits/admin/jobs.html"
    page_title = gettext_lazy("Print jobs")
    header_icon = "cogs"
    permission_policy = policy
    any_permission_required = ["view", "change"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["rows"] = rows(PrintJob.objects.all())
        for row in context["rows"]:
            if row.job.is_open and not plates.builds_here():
                jobs.revive(row.job)
        context["may_try_again"] = policy.user_has_permission(self.request.user, "change")
        return context


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


class PrintJobViewSet(PermittedViewSet):
    name = "print_jobs"
    url_prefix = "print-jobs"
    icon = "cogs"
    menu_label = gettext_lazy("Print jobs")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", JobListView.as_view(), name="index"),
            path("<int:pk>/again/", try_again, name="again"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return may_see(request)


class JobsPanel(Component):
    """On the admin's home while a job is running, after one was given up, and while something is held back."""

    name = "print_jobs"
    template_name = "kits/admin/home_panel.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"rows": to_be_told() if may_see(parent_context["request"]) else []}


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to do with print jobs."""
    names = [get_permission_codename(action, PrintJob._meta) for action in ("view", "change")]
    return Permission.objects.filter(content_type__app_label="kits", codename__in=names)
