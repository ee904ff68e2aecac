"""The first page of an organisation's area."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from campaigns.members.access import administers, for_member
from campaigns.members.models import Organisation
from campaigns.members.overview.checklist import steps


@require_safe
@for_member
def overview(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """What is still missing, and the ways to prints, placements, banners and the vote."""
    found = steps(organisation)
    context = {
        "organisation": organisation,
        "here": "overview",
        "steps": found,
        "all_done": all(step.done for step in found),
        "may_change": administers(request, organisation),
    }
    return render(request, "members/overview.html", context)
