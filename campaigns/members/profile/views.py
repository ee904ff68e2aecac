"""The profile page, its pictures of the logo, and the end of a logo."""

import hashlib

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_http_methods, require_safe

from campaigns.members.access import administers, for_member
from campaigns.members.logos import logo_for
from campaigns.members.models import Membership, Organisation
from campaigns.members.profile import waiting
from campaigns.members.profile.form import ProfileForm
from campaigns.members.profile.on_paper import OnPaper, on_paper
from print_templates.logo import Logo, ready
from print_templates.logo_on_paper import in_black, in_colour

with_form = require_http_methods(["GET", "HEAD", "POST"])

#: Buttons that show the page again instead of saving: to see a new logo first, and to leave the logo as it was.
ASKED = {"look", "leave"}
#: How a logo is shown, by what the address says.
INKS = {"colour": in_colour, "black": in_black}


@with_form
@for_member
def profile(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """What the organisation says of itself: its administrators change it, its members read it."""
    if not administers(request, organisation):
        return read_only(request, organisation)
    # The form writes into its own copy: the page's frame keeps the saved name while another is being typed.
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        instance=Organisation.objects.get(pk=organisation.pk),
    )
    if form.is_valid() and not ASKED & request.POST.keys():
        form.save_changes()
        messages.success(request, _("Saved. New prints carry what you changed."))
        return redirect("members:profile", slug=organisation.slug)
    if form.is_bound:
        form.keep_logo()
    return page(request, organisation, "members/profile.html", form=form, paper=paper_of(organisation, form))


def read_only(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    if request.method == "POST":
        raise PermissionDenied
    administrators = Membership.objects.filter(
        organisation=organisation, role=Membership.Role.ADMINISTRATOR
    ).select_related("user")
    logo = logo_for(organisation)
    return page(
        request, organisation, "members/profile_read.html",
        administrators=[each.user for each in administrators],
        paper=on_paper(logo, organisation.printed_name) if logo else None,
    )  # fmt: skip


def paper_of(organisation: Organisation, form: ProfileForm) -> OnPaper | None:
    """The logo that saving would print, beside the name as it is typed."""
    logo = ready(form.fresh) if form.fresh is not None else logo_for(organisation)
    typed = form.instance.printed_name or organisation.printed_name
    return on_paper(logo, typed) if logo else None


@with_form
@for_member
def remove_logo(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Take the logo away, after asking."""
    if not administers(request, organisation):
        raise PermissionDenied
    if not organisation.logo:
        return redirect("members:profile", slug=organisation.slug)
    if request.method != "POST":
        return page(request, organisation, "members/profile_remove_logo.html")
    organisation.logo = ""
    organisation.save(update_fields=["logo"])
    messages.success(request, _("The logo is removed. New prints carry the name alone."))
    return redirect("members:profile", slug=organisation.slug)


def shown_logo(request: HttpRequest, organisation: Organisation) -> Logo | None:
    """The logo that waits under the ticket in the address; without one, the saved logo."""
    ticket = request.GET.get("waiting")
    if not ticket:
        return logo_for(organisation)
    png = waiting.kept(organisation, ticket)
    return ready(png) if png is not None else None


def etag_of(request: HttpRequest, organisation: Organisation, ink: str) -> str:
    source = request.GET.get("waiting") or organisation.logo.name or ""
    digest = hashlib.sha256(f"{ink} {source}".encode()).hexdigest()
    return f'"{digest}"'


@require_safe
@for_member
@condition(etag_func=etag_of)
def logo_picture(request: HttpRequest, organisation: Organisation, ink: str) -> HttpResponse:
    """The logo as it will print, as PNG."""
    try:
        logo = shown_logo(request, organisation) if ink in INKS else None
    except FileNotFoundError as lost:
        raise Http404 from lost
    if logo is None:
        raise Http404
    response = HttpResponse(INKS[ink](logo), content_type="image/png")
    patch_cache_control(response, private=True, no_cache=True)
    return response


def page(request: HttpRequest, organisation: Organisation, template: str, **context: object) -> HttpResponse:
    return render(request, template, {"organisation": organisation, "here": "profile", **context})
