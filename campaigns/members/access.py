"""For which organisations somebody may act: their own, and for whoever works for the network all of them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from campaigns.members.models import Membership, Organisation
from campaigns.members.staff import works_for_network

View = Callable[..., HttpResponseBase]


def mine(request: HttpRequest) -> list[Organisation]:
    """The approved organisations of whoever is logged in."""
    return list(Organisation.objects.filter(is_approved=True, people=request.user.pk).select_related("area"))


def organisation_of(request: HttpRequest, slug: str) -> Organisation:
    """The organisation of that slug if the person may act for it; anybody else gets 404, as if it were not there."""
    allowed = Organisation.objects.filter(is_approved=True, slug=slug).select_related("area__parent")
    if not works_for_network(request.user):
        allowed = allowed.filter(people=request.user.pk)
    found = allowed.first()
    if found is None:
        raise Http404
    return found


def administers(request: HttpRequest, organisation: Organisation) -> bool:
    """Whether the person may change the organisation itself and who belongs to it."""
    if works_for_network(request.user):
        return True
    return Membership.objects.filter(
        organisation=organisation, user=request.user.pk, role=Membership.Role.ADMINISTRATOR
    ).exists()


def for_member(view: View) -> View:
    """Hand a view the organisation of its slug; only its people and the network's staff come in."""

    @login_required
    @wraps(view)
    def answered(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, organisation_of(request, slug), *args, **kwargs)

    return answered
