"""The proof sheet in the editor's side panel: what preflight says of the unsaved words, and the pages' pictures."""

import base64
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from campaigns.areas.nearness import MOST_NEAR
from campaigns.artwork import content_of
from campaigns.checks import misfit_sentence, warnings
from campaigns.links import address
from campaigns.models import CampaignPage, NoChosenPhrase
from campaigns.pictures import key_pictures
from print_templates import raster
from print_templates.content import Content, Imprint
from print_templates.design import Design, all_designs
from print_templates.imprint import DoesNotFit, imprint
from print_templates.photograph import window
from print_templates.photograph.original import UnusablePhotograph
from print_templates.photograph.sharpness import sharpness
from print_templates.plate import Plate, lay_out
from print_templates.preflight import QUICK, Expected, Finding, preflight
from print_templates.preflight.fields import LABELS, fields_of
from print_templates.sheet import SAFE, Sheet
from print_templates.shop import GENERIC
from print_templates.variants import FURIGANA, STANDARD, variants, version

#: Width of a page's picture in pixels: sharp in the panel, quick to make.
PICTURE_WIDTH = 900
#: Proofs that a process keeps; one has about half a megabyte.
KEPT = 8
#: The sheet that stands for a design in the panel.
PROOF_SHEETS = {"poster": "a3", "flyer": "a4", "fan": "round240"}


def register() -> None:
    """Hand the paper preview to the page model, which may not import the print shop."""
    CampaignPage.paper_preview = staticmethod(paper_preview)


def paper_preview(request: HttpRequest, campaign: CampaignPage, mode: str) -> HttpResponse:
    """One design as a proof sheet, in the version that follows a colon in `mode`.

    What cannot be laid out is said as a sentence, not shown as an error page.
    """
    key, variant = mode.split(":") if ":" in mode else (mode, STANDARD)
    design = all_designs()[key]
    context: dict[str, Any] = {
        "campaign": campaign, "design": design, "pages": [], "findings": [], "problem": "",
    }  # fmt: skip
    try:
        content = content_of(campaign, settings.PUBLIC_HOST)
        if variant in variants(content):
            context |= proof(key, version(content, variant), get_language() or settings.LANGUAGE_CODE)
        else:
            context["problem"] = lacking(variant)
    except NoChosenPhrase as missing:
        context["problem"] = " ".join(missing.messages)
    except UnusablePhotograph as unusable:
        context["problem"] = str(unusable)
    except DoesNotFit as misfit:
        context["problem"] = misfit_sentence(misfit.field, misfit.case)
    except (ValueError, RuntimeError) as error:
        context["problem"] = _("This could not be laid out: %(reason)s") % {"reason": error}
    return render(request, "campaigns/proof_sheet.html", context)


def lacking(variant: str) -> str:
    """Why a version cannot be shown."""
    if variant == FURIGANA:
        return _("Enter the catchphrase's reading, or words and their readings, to see this version.")
    return _("This version is not in the form any more.")


@lru_cache(maxsize=KEPT)
def proof(key: str, content: Content, language: str) -> dict[str, Any]:
    """What is found in a design's proof in the words of `language`, and its pages.

    Kept for whoever looks from one design to another. Raises ValueError and RuntimeError.
    """
    design, sample = all_designs()[key], sample_words(content)
    sheet = design.sheet(PROOF_SHEETS[key])
    finish = sheet.finishes[0]
    shown = window.assets(design, content, sheet, finish, GENERIC, key_pictures.whole)
    plate = lay_out(design, content, sheet, finish, assets=shown)
    pdf = imprint(plate, sample)
    found = [*warnings(content), *examined(pdf, plate, design, content, sample)]
    return {
        "findings": told(found), "sharpness": sharpness(design, content), "pages": proof_pages(pdf, sheet),
    }  # fmt: skip


def sample_words(content: Content) -> Imprint:
    """What stands where a member's imprint will be; the places near by are the campaign's first."""
    return Imprint(
        url=f"{address.root()}/q/ABC2345".upper(), address=f"{address.host()}/q/…",
        name=_("Your organisation's name"), contact=_("Tel. %(phone)s") % {"phone": "000-000-0000"},
        places=content.places[:MOST_NEAR],
    )  # fmt: skip


def examined(pdf: bytes, plate: Plate, design: Design, content: Content, sample: Imprint) -> list[Finding]:
    """What is wrong with the sheet, as far as that is known while someone types."""
    expected = Expected(
        name=f"{design.key}-{plate.sheet.key}-{plate.finish}.pdf",
        url=sample.url,
        pages=len(design.pages(content)),
        finish=plate.finish,
        fields=fields_of(content, sample),
    )
    return preflight(pdf, expected=expected, checks=QUICK)


def told(findings: list[Finding]) -> list[dict[str, Any]]:
    """Findings as the panel shows them, errors first, each with the name of the field in the form."""
    return [
        {
            "severity": finding.severity,
            "field": str(LABELS.get(finding.field, "")),
            "page": finding.page,
            "message": finding.message,
        }
        for finding in sorted(findings, key=lambda finding: finding.severity != "error")
    ]


def proof_pages(pdf: bytes, sheet: Sheet) -> list[dict[str, Any]]:
    """Each page as a data: URL with the safe area's inset in percent of its width and height."""
    pages = []
    for number in range(raster.page_count(pdf)):
        png = raster.png(raster.picture(pdf, PICTURE_WIDTH, page=number))
        pages.append(
            {
                "number": number + 1,
                "url": "data:image/png;base64," + base64.b64encode(png).decode(),
                "inset_x": 100 * SAFE / sheet.width,
                "inset_y": 100 * SAFE / sheet.height,
                "round": sheet.die is not None,
            }
        )
    return pages
