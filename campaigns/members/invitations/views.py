"""The page behind an invitation's link. Opening it changes nothing: mail scanners open every link."""

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from campaigns.members.invitations.accepting import accept, may_enter_by_link
from campaigns.members.models import Invitation, Membership, Organisation, User
from campaigns.members.models.joining import hashed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites, and a button; pressing it uses the invitation up."""
    found = Invitation.objects.open(token)
    if found is None or not found.organisation.is_approved:
        return no_longer(request, token)
    if request.method != "POST":
        return render(request, "members/invitation.html", {"invitation": found})
    user = accept(found)
    return no_longer(request, token) if user is None else entered(request, user, found.organisation)


def entered(request: HttpRequest, user: User, organisation: Organisation) -> HttpResponse:
    """Log the person in where a link may do so, and lead to where their organisation begins."""
    messages.success(request, _("You now belong to %(name)s.") % {"name": organisation.name})
    start = reverse("kits:kit", args=[organisation.slug])
    if request.user == user:
        return redirect(start)
    if not may_enter_by_link(user):
        return redirect(f"{reverse('account_login')}?{urlencode({'next': start})}")
    # Through allauth, so that a second factor is asked for where the person has set one up.
    answer: HttpResponse = perform_login(request, user, redirect_url=start)
    return answer


def no_longer(request: HttpRequest, token: str) -> HttpResponse:
    """One page for used, expired and unknown links alike; whoever has just used theirs is led on."""
    belongs = Membership.objects.filter(
        user=request.user.pk,
        organisation__is_approved=True,
        organisation__invitations__token_hash=hashed(token),
        organisation__invitations__used_at__isnull=False,
    )
    if request.user.is_authenticated and belongs.exists():
        return redirect(settings.LOGIN_REDIRECT_URL)
    response = render(request, "members/invitation_over.html", status=410)
    response["Referrer-Policy"] = "no-referrer"
    return response
