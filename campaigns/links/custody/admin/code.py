"""One code: what it looks like, where it hangs, where it leads in which order and why, and how often it was read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from campaigns.links.custody.admin.access import MAY_SEE, must_see, policy
from campaigns.links.custody.entries import Entry, entries, register
from campaigns.links.custody.hanging import sharing
from campaigns.links.custody.history import events
from campaigns.links.custody.order import steps
from campaigns.links.custody.picture import svg
from campaigns.links.custody.weeks import by_week
from campaigns.links.custody.words import REASONS
from campaigns.links.models import CheckChange, ShortLink


class CodeView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "custody/code.html"
    header_icon = "list-ul"
    permission_policy = policy
    any_permission_required = MAY_SEE

    @cached_property
    def entry(self) -> Entry:
        return entries([get_object_or_404(register(), pk=self.kwargs["pk"])])[0]

    def get_page_title(self) -> str:
        return self.entry.code

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {"url": reverse("custody:index"), "label": _("Register of two-dimensional codes")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.entry.code}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        link = self.entry.link
        changes = list(CheckChange.objects.filter(link=link))
        return {
            **super().get_context_data(**kwargs),
            "entry": self.entry,
            "picture": svg(link, alternative(link)),
            "steps": steps(link),
            "placements": list(sharing(link)),
            "weeks": list(reversed(by_week(link))),
            "changes": [(change, REASONS.get(change.reason, "")) for change in changes],
            "events": events(self.entry),
        }


def alternative(link: ShortLink) -> str:
    return _("Two-dimensional code with the address %(address)s") % {"address": link.address}


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The code as a file, to stand in for one that cannot be read any more."""
    must_see(request)
    link = get_object_or_404(ShortLink.objects.defer("encoded_operators"), pk=pk)
    return HttpResponse(
        svg(link, alternative(link)),
        content_type="image/svg+xml",
        headers={
            "Content-Disposition": f'attachment; filename="{link.code}.svg"',
            "Cache-Control": "no-store",
        },
    )
