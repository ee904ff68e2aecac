"""Banners to take, the page on which one stands, and whether it leads here."""

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.banners.checking import check_now
from campaigns.banners.files import of_today
from campaigns.banners.forms import PageForm
from campaigns.banners.models import LinkCheck
from campaigns.banners.offers import offers
from campaigns.banners.public import address_of
from campaigns.banners.words import what_next
from campaigns.current import current_campaign
from campaigns.members.access import for_member
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from campaigns.views import for_ever

#: Seconds before an organisation's page is looked at again on request.
PAUSE = 60
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml"}


@for_member
@require_http_methods(["GET", "HEAD", "POST"])
def banners(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """The campaign's banners, and the form for the page with the banner."""
    campaign = current_campaign()
    check = LinkCheck.objects.filter(organisation=organisation).first()
    entered = check.url if check else ""
    form = PageForm(request.POST or None, initial={"url": entered or organisation.website})
    if request.method == "POST" and form.is_valid():
        enter(request, organisation, form.cleaned_data["url"], campaign)
        return redirect("banners:banners", slug=organisation.slug)
    edition = campaign.edition if campaign else None
    context = {
        "organisation": organisation,
        "here": "banners",
        "campaign": campaign,
        "link": address_of(campaign) if campaign else "",
        "offers": offers(campaign, edition) if campaign and edition else [],
        "form": form,
        "check": check,
        "what_next": what_next(check) if check else "",
    }
    return render(request, "banners/banners.html", context)


def enter(request: HttpRequest, organisation: Organisation, url: str, campaign: CampaignPage | None) -> None:
    """Keep the page's address and look at it; an empty one ends the looking."""
    if not url:
        LinkCheck.objects.filter(organisation=organisation).delete()
        messages.success(request, _("The address was taken away. Your page is not looked at any more."))
        return
    check, _made = LinkCheck.objects.update_or_create(
        organisation=organisation,
        defaults={
            "url": url, "result": LinkCheck.Result.UNKNOWN, "reason": "", "checked_at": None, "campaign": None,
            "failing_since": None, "written_at": None,
        },
    )  # fmt: skip
    messages.success(request, _("The address was saved."))
    look(request, check, campaign)


@for_member
@require_POST
def check(request: HttpRequest, organisation: Organisation) -> HttpResponseBase:
    """Look at the page now."""
    found = LinkCheck.objects.filter(organisation=organisation).first()
    if found is None:
        messages.info(request, _("Please enter the page with the banner first."))
    else:
        look(request, found, current_campaign())
    return redirect("banners:banners", slug=organisation.slug)


def look(request: HttpRequest, found: LinkCheck, campaign: CampaignPage | None) -> None:
    """Look at a page unless that was done just now: other people's servers are not ours to press."""
    if campaign is None:
        messages.info(request, _("There is no campaign yet to link to. We look as soon as there is one."))
    elif not cache.add(f"link-check-{found.organisation_id}", True, PAUSE):
        messages.info(
            request, _("We looked less than a minute ago. Please wait a moment and press “Check now” again.")
        )
    else:
        check_now(found, campaign)
        say = messages.success if found.result == LinkCheck.Result.LINKS else messages.warning
        say(request, what_next(found))


@require_safe
def file(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """A banner for anyone."""
    form, etag = name.rpartition(".")[2], f'"{digest}"'
    # Editions whose banners are alike share the bytes and so the address.
    found = of_today().filter(digest=digest, form=form).only("data").first()
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.data), content_type=MEDIA_TYPES[form], headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=for_ever(response)) or response
