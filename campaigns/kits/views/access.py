"""Who may ask for which kit, and what is answered while its plates are being built."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.current import current_among, current_campaign, public_campaigns
from campaigns.kits import batches, jobs, plates
from campaigns.kits.choices import query, query_of
from campaigns.kits.combinations import USUAL_PAPER
from campaigns.kits.kit import NETWORK, Kit
from campaigns.kits.languages import edition_of, languages
from campaigns.kits.models import PrintJob, PrintShop
from campaigns.kits.plates import builds_here
from campaigns.kits.wording import USUAL, Wording, WordingForm
from campaigns.links.models import Placement
from campaigns.members.access import View, mine
from campaigns.members.models import Organisation
from campaigns.members.staff import works_for_network
from campaigns.models import CampaignPage, Edition
from print_templates.sheet import PAPERS
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands
from print_templates.variants import STANDARD, variants


def organisation_for(request: HttpRequest, slug: str, own: list[Organisation]) -> Organisation | None:
    """The organisation of that slug if the person may print for it; None is the network itself (staff)."""
    found = next((organisation for organisation in own if organisation.slug == slug), None)
    if found is None and works_for_network(request.user):
        if slug == NETWORK:
            return None
        found = Organisation.objects.filter(is_approved=True, slug=slug).first()
    if found is None:
        raise Http404
    return found


def printed_campaign(campaigns: list[CampaignPage]) -> CampaignPage:
    """The current one of some campaigns; 404 before anything is published."""
    campaign = current_among(campaigns)
    if campaign is None or not languages(campaign, campaigns):
        raise Http404
    return campaign


def kit_for_anyone(*, by_hand: bool = False) -> Kit:
    """The network's own kit in the current edition; `by_hand` with lines to write a place's name on."""
    edition = printed_campaign(public_campaigns()).edition
    if edition is None:
        raise Http404
    return Kit(edition, None, builds_here(), by_hand=by_hand)


@dataclass(frozen=True)
class Supply:
    """What an address can choose from: keys of editions by language, the usual one first, and presets by key."""

    editions: dict[str, int]
    preset: Callable[[str], PrintShop | None]
    #: Where editions are read from.
    source: QuerySet[Edition]


def kit_for(request: HttpRequest, slug: str) -> Kit:
    """The current kit of an organisation, for its own people and staff alone; anybody else gets 404.

    Raises ChoiceIsGone and WordingIsWrong.
    """
    campaigns = public_campaigns()
    campaign = printed_campaign(campaigns)
    organisation = organisation_for(request, slug, mine(request))
    supply = Supply(languages(campaign, campaigns), preset_of, Edition.objects.all())
    return chosen_kit(request, organisation, wording(request, organisation), supply)


def chosen_kit(
    request: HttpRequest, organisation: Organisation | None, words: Wording, supply: Supply
) -> Kit:
    """The kit that an address chooses. Raises ChoiceIsGone."""
    usual = next(iter(supply.editions))
    language = request.GET.get("language") or usual
    if language not in supply.editions:
        raise ChoiceIsGone("language", _("There are no prints in that language. This is the usual kit."))
    edition = edition_of(supply.editions[language], supply.source)
    shop, paper, variant = choice(request, edition, supply.preset)
    return Kit(
        edition, organisation, builds_here(), shop, paper, variant,
        placement=placement_for(request, edition, organisation),
        wording=words,
        language="" if language == usual else language,
    )  # fmt: skip


def wording(request: HttpRequest, organisation: Organisation | None) -> Wording:
    """An organisation's own words as the address says them. Raises WordingIsWrong."""
    if organisation is None:
        return USUAL
    form = WordingForm(request.GET, organisation)
    if not form.is_valid():
        raise WordingIsWrong(form.fault)
    return form.wording


class WordingIsWrong(ValueError):
    """Words in an address that cannot be printed; the message says what is wrong with them."""


class ChoiceIsGone(LookupError):
    """What an address chose is not offered any more; the message says so to whoever kept the address."""

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


def preset_of(key: str) -> PrintShop | None:
    """The print shop of that key."""
    return PrintShop.objects.filter(key=key).first()


def choice(
    request: HttpRequest, edition: Edition, presets: Callable[[str], PrintShop | None]
) -> tuple[Demands, str, str]:
    """Print shop, paper and variant as the address says (?shop=KEY&paper=a3&variant=NAME).

    Raises ChoiceIsGone; 404 for other paper.
    """
    paper = request.GET.get("paper", USUAL_PAPER)
    if paper not in PAPERS:
        raise Http404
    variant = request.GET.get("variant", STANDARD)
    if variant not in variants(edition.content):
        raise ChoiceIsGone("variant", _("That version is no longer offered. This is the usual kit."))
    key = request.GET.get("shop", "")
    if not key:
        return GENERIC, paper, variant
    preset = presets(key)
    if preset is None:
        raise ChoiceIsGone(
            "shop", _("That print shop is no longer on the list. This is the kit for any print shop.")
        )
    return preset.as_shop(), paper, variant


def placement_for(
    request: HttpRequest, edition: Edition, organisation: Organisation | None
) -> Placement | None:
    """The organisation's place that the prints are for (?placement=KEY); 404 for any other's.

    Raises ChoiceIsGone for a place of an earlier campaign: its prints lead there.
    """
    key = request.GET.get("placement", "")
    if not key:
        return None
    found = None
    if key.isdecimal() and len(key) < 19 and organisation is not None:
        own = Placement.objects.filter(organisation=organisation).select_related("campaign")
        found = own.filter(pk=int(key)).first()
    if found is None:
        raise Http404
    if found.campaign.translation_key != edition.campaign.translation_key:
        raise ChoiceIsGone(
            "placement", _("That place belongs to an earlier campaign. This is the usual kit.")
        )
    return found


def with_choice(view: View) -> View:
    """Lead to the kit page when what was chosen is gone, and say so, or when words cannot be printed, which it says."""

    @wraps(view)
    def answered(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, slug, *args, **kwargs)
        except ChoiceIsGone as gone:
            messages.warning(request, str(gone))
            kept = {key: str(value) for key, value in request.GET.items() if key != gone.parameter}
        except WordingIsWrong:
            kept = {key: str(value) for key, value in request.GET.items()}
        return redirect(reverse("kits:kit", args=[slug]) + query(kept))

    return answered


def built(
    answer: Callable[[], HttpResponseBase],
    otherwise: Callable[[PrintJob], HttpResponseBase],
    edition: Edition | None = None,
) -> HttpResponseBase:
    """The answer, or what is said of the job that builds what it lacks; a plate whose file is lost is built anew.

    `edition` is whose plates are wanted, unless they are the current campaign's.
    """
    try:
        return answer()
    except plates.NotBuilt as wanted:
        return otherwise(jobs.ordered(wanted.edition, batches.holding(wanted.combination)))
    except FileNotFoundError:
        campaign = current_campaign()
        wanted_from = edition or (campaign.edition if campaign else None)
        if wanted_from is None or not plates.forget_lost(wanted_from):
            raise
        return built(answer, otherwise, edition)


def when_built(view: View) -> View:
    """Answer with progress and the time to come back while what is asked for is still being built."""

    @wraps(view)
    def answered(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        usual = reverse("kits:kit", args=[slug])
        return built(
            lambda: view(request, slug, *args, **kwargs),
            # Who looks at the usual kit already has nowhere to go back to.
            lambda job: progress(request, job, back=usual if request.GET else "", again=usual),
        )

    return answered


def progress(request: HttpRequest, job: PrintJob, *, back: str = "", again: str = "") -> HttpResponseBase:
    """How far a job is, on a page that asks again by itself; or that it was given up."""
    if job.state == PrintJob.State.FAILED:
        context = {"job": job, "campaign": job.edition.campaign, "back": back or again}
        return render(request, "kits/failed.html", context, status=503)
    jobs.revive(job)
    return asked_again(request, {"job": job, "done": job.done, "total": job.total, "back": back})


def asked_again(request: HttpRequest, context: dict[str, Any]) -> HttpResponseBase:
    response = render(request, "kits/building.html", context, status=503)
    response["Retry-After"] = "3"
    return response


def kit_address(kit: Kit) -> str:
    """The kit page with what was chosen."""
    return reverse("kits:kit", args=[kit.slug]) + query_of(kit)


def led_on(address: str) -> HttpResponseBase:
    """See other: what was asked for is no page; this one is."""
    response = redirect(address)
    response.status_code = 303
    return response
