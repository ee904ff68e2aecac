"""The card of a place for anyone: laid out once for equal words, then kept in private storage."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from wagtail.models import Site

from campaigns.cases.models import Case
from campaigns.current import current_campaign
from campaigns.links.case_codes import held
from campaigns.links.models import ShortLink
from print_templates.bounded import MOST_TIME, NotMade, make_bounded
from print_templates.card import PlaceCard, card_job
from print_templates.content import Content
from print_templates.plate import Job

if TYPE_CHECKING:
    from home.cases.models import CaseIndexPage

FOLDER = "place-cards"
#: The look of cards while there is no campaign.
USUAL_THEME = "coast"
#: Seconds after which somebody whose card is being made looks again.
AGAIN = 3


def card_response(request: HttpRequest, case: Case, index: "CaseIndexPage") -> HttpResponse:
    """The PDF; a sentence when it cannot be made, or is being made for somebody else at this moment.

    Before the first card there is no code to print; the page that is shown then has a button to issue it.
    """
    code = held(case)
    if code is None:
        return render(request, "pages/card_first.html", {"page": index, "case": case})
    job = card_job(look(case), card_of(case, code))
    pdf = kept(case, job)
    if pdf is None:
        try:
            pdf = made(case, job)
        except NotMade as problem:
            return said(request, index, str(problem), 500)
    if pdf is None:
        response = said(request, index, "", 503)
        response["Retry-After"] = response["Refresh"] = str(AGAIN)
        return response
    name = f"{case.slug}-card.pdf"
    disposition = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=disposition)


def said(request: HttpRequest, index: "CaseIndexPage", problem: str, status: int) -> HttpResponse:
    return render(request, "pages/card_waits.html", {"page": index, "problem": problem}, status=status)


def look(case: Case) -> Content:
    """Whose card it is: the current campaign's words, or the site's name while there is none."""
    language = case.locale.language_code
    campaign = current_campaign(language)
    if campaign is not None and campaign.edition is not None:
        content = campaign.edition.content
        return Content(
            phrase="", theme=content.theme, title=case.name, issuer=content.issuer, language=language
        )
    site = Site.objects.filter(is_default_site=True).first()
    name = (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
    return Content(phrase="", theme=USUAL_THEME, title=case.name, issuer=name, language=language)


def card_of(case: Case, link: ShortLink) -> PlaceCard:
    """What stands on it, in the language of the place."""
    with translation.override(case.locale.language_code):
        registration = case.get_registration_kind_display()
    asked = case.registration or registration
    lines = (
        case.hours,
        case.as_place().whereabouts,
        " ／ ".join(filter(None, [asked, case.cost])),
        case.phone,
    )
    return PlaceCard(case.name, case.summary, tuple(filter(None, lines)), link.url, link.address)


def storage() -> Storage:
    return storages["private"]


def path_of(case: Case, job: Job) -> str:
    return f"{FOLDER}/{case.pk}-{job.about.document}.pdf"


def kept(case: Case, job: Job) -> bytes | None:
    try:
        with storage().open(path_of(case, job), "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


def made(case: Case, job: Job) -> bytes | None:
    """Lay it out and keep it in place of older ones; None while another request does. Raises NotMade."""
    being_made = f"place-card-{job.about.document}"
    if not cache.add(being_made, True, MOST_TIME):
        return None
    try:
        pdf = make_bounded(job).pdf
        older = names_of(case)
        storage().save(path_of(case, job), ContentFile(pdf))
        for name in older:
            storage().delete(f"{FOLDER}/{name}")
        return pdf
    finally:
        cache.delete(being_made)


def names_of(case: Case) -> list[str]:
    try:
        _folders, files = storage().listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [name for name in files if name.startswith(f"{case.pk}-")]


def case_deleted(instance: Case, **kwargs: object) -> None:
    """Signal handler: nothing is left of a deleted place."""
    for name in names_of(instance):
        storage().delete(f"{FOLDER}/{name}")
