"""The page of an organisation's people, and what its administrators do there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.members.access import administers, for_member
from campaigns.members.invitations.inviting import invite
from campaigns.members.limits import allows
from campaigns.members.models import Membership, Organisation
from campaigns.members.people.forms import HandOverForm, InviteForm
from campaigns.members.people.roles import LastAdministrator, hand_over, remove, set_role

Role = Membership.Role
DAY = 24 * 60 * 60
#: Letters to one address about one organisation in a day.
MOST_LETTERS = 5

with_form = require_http_methods(["GET", "HEAD", "POST"])


def for_administrator(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Hand a view the organisation of its slug; its members may not come in, strangers find nothing."""

    @for_member
    @wraps(view)
    def answered(request: HttpRequest, organisation: Organisation, **kwargs: Any) -> HttpResponse:
        if not administers(request, organisation):
            raise PermissionDenied
        return view(request, organisation, **kwargs)

    return answered


@with_form
@for_member
def people(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Everybody with their roles; administrators also invite here and see who has not answered yet."""
    may_change = administers(request, organisation)
    form = InviteForm(organisation, request.POST or None)
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        if form.is_valid() and sent(request, organisation, **form.cleaned_data):
            return back_to(organisation)
    memberships = list(places_in(organisation).order_by("role", "user__email"))
    context = {
        "memberships": memberships,
        "own": next((each for each in memberships if each.user_id == request.user.pk), None),
        "may_change": may_change,
        "form": form,
        "invitations": organisation.invitations.filter(used_at=None) if may_change else [],
    }
    return page(request, organisation, "members/people.html", **context)


def sent(request: HttpRequest, organisation: Organisation, email: str, role: str) -> bool:
    """Invite and say so; False, and said so, when this address has had enough letters today."""
    if not allows(f"invite {organisation.pk}", email, MOST_LETTERS, DAY):
        messages.error(request, _("%(email)s has been sent enough invitations today.") % {"email": email})
        return False
    invite(organisation, email, role)
    messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": email})
    return True


@require_POST
@for_administrator
def invite_again(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponse:
    """A new link to the same person; the earlier one ends."""
    invitation = get_object_or_404(organisation.invitations, pk=pk, used_at=None)
    sent(request, organisation, invitation.email, invitation.role)
    return back_to(organisation)


@require_POST
@for_administrator
def withdraw(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponse:
    """The link leads nowhere from now on."""
    invitation = get_object_or_404(organisation.invitations, pk=pk, used_at=None)
    # One that is accepted at this moment stays: it has become a membership.
    organisation.invitations.filter(pk=pk, used_at=None).delete()
    said = _("The invitation of %(email)s is withdrawn.") % {"email": invitation.email}
    messages.success(request, said)
    return back_to(organisation)


@with_form
@for_administrator
def change_role(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponse:
    """Make a member administrator, or the other way round, after saying what that means."""
    membership = one_of(organisation, pk)
    becomes = Role.MEMBER if membership.role == Role.ADMINISTRATOR else Role.ADMINISTRATOR
    if request.method != "POST":
        context = {"membership": membership, "becomes": becomes}
        return page(request, organisation, "members/people_role.html", **context)
    # What was confirmed, not what another press of the button has made of it meanwhile.
    role = Role.ADMINISTRATOR if request.POST.get("role") == Role.ADMINISTRATOR else Role.MEMBER
    done = _("%(email)s is now: %(role)s.") % {"email": membership.user.email, "role": role.label}
    return tried(request, organisation, lambda: set_role(membership, role), done)


@with_form
@for_administrator
def remove_person(request: HttpRequest, organisation: Organisation, pk: int) -> HttpResponse:
    """End somebody's belonging, after asking."""
    membership = one_of(organisation, pk)
    if request.method != "POST":
        return page(request, organisation, "members/people_remove.html", membership=membership)
    done = _("%(email)s no longer belongs to your organisation.") % {"email": membership.user.email}
    return tried(request, organisation, lambda: remove(membership), done)


@with_form
@for_member
def leave(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Anybody may go, after being asked; the last administrator hands over first."""
    own = own_of(request, organisation)
    if request.method != "POST":
        return page(request, organisation, "members/people_leave.html")
    try:
        remove(own)
    except LastAdministrator:
        return last_one(request, organisation)
    messages.success(request, _("You have left %(name)s.") % {"name": organisation.name})
    return redirect(settings.LOGIN_REDIRECT_URL)


@with_form
@for_administrator
def hand_over_to(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Make somebody else administrator in one's own place."""
    own = own_of(request, organisation)
    form = HandOverForm(own, request.POST or None)
    if not form.is_valid():
        return page(request, organisation, "members/people_hand_over.html", form=form)
    taker = form.cleaned_data["person"]
    try:
        hand_over(own, taker)
    except Membership.DoesNotExist:
        messages.error(request, _("Somebody has changed the people meanwhile. Please look again."))
    else:
        said = _("%(email)s is now administrator; you are a member.") % {"email": taker.user.email}
        messages.success(request, said)
    return back_to(organisation)


def page(request: HttpRequest, organisation: Organisation, template: str, **context: Any) -> HttpResponse:
    return render(request, template, {"organisation": organisation, "here": "people", **context})


def places_in(organisation: Organisation) -> QuerySet[Membership]:
    return Membership.objects.filter(organisation=organisation).select_related("user", "organisation")


def one_of(organisation: Organisation, pk: int) -> Membership:
    return get_object_or_404(places_in(organisation), pk=pk)


def own_of(request: HttpRequest, organisation: Organisation) -> Membership:
    """One's own place; 404 for the network's staff, who have none."""
    return get_object_or_404(places_in(organisation), user=request.user.pk)


def tried(
    request: HttpRequest, organisation: Organisation, change: Callable[[], None], done: str
) -> HttpResponse:
    """Make a change and say so, or say that the last administrator stays."""
    try:
        change()
    except LastAdministrator:
        return last_one(request, organisation)
    messages.success(request, done)
    return back_to(organisation)


def last_one(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    said = _("This is the only administrator. Please make somebody else administrator first.")
    messages.error(request, said)
    return back_to(organisation)


def back_to(organisation: Organisation) -> HttpResponse:
    return redirect("members:people", slug=organisation.slug)
