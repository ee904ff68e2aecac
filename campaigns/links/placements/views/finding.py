"""How a placement is found, and where one goes after it was changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.links.models import Placement
from campaigns.members.models import Organisation


def placement_of(organisation: Organisation, pk: int) -> Placement:
    """The organisation's placement of that key; 404 for any other."""
    related = Placement.objects.select_related("campaign", "area__parent", "edition", "organisation")
    found = related.filter(organisation=organisation, pk=pk).first()
    if found is None:
        raise Http404
    return found


def back_to(placement: Placement) -> HttpResponseBase:
    """To the placement on the page of all."""
    page = reverse("placements:list", args=[placement.organisation.slug])
    return redirect(f"{page}#place-{placement.pk}")


def said(request: HttpRequest, done: bool, sentence: str) -> None:
    """Tell what was done, or that somebody else was faster."""
    if done:
        messages.success(request, sentence)
    else:
        messages.warning(
            request, _("Somebody has changed this place in the meantime. This is how it stands now.")
        )
