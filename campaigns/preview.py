"""The proof sheet in the editor's side panel: what preflight says of the unsaved words, and the pages' pictures."""

import base64
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from campaigns.artwork import content_of
from campaigns.models import CampaignPage, NoChosenPhrase
from print_templates import raster
from print_templates.content import Content, Imprint
from print_templates.design import Design, all_designs
from print_templates.imprint import imprint
from print_templates.plate import Plate, lay_out
from print_templates.preflight import QUICK, Expected, Finding, preflight
from print_templates.preflight.fields import LABELS, fields_of
from print_templates.sheet import SAFE, Sheet

#: Width of a page's picture in pixels: sharp in the panel, quick to make.
PICTURE_WIDTH = 900
#: The sheet that stands for a design in the panel.
PROOF_SHEETS = {"poster": "a3", "flyer": "a4", "fan": "round240"}


def register() -> None:
    """Hand the paper preview to the page model, which may not import the print shop."""
    CampaignPage.paper_preview = staticmethod(paper_preview)


def paper_preview(request: HttpRequest, campaign: CampaignPage, mode: str) -> HttpResponse:
    """One design as a proof sheet; what cannot be laid out is said as a sentence, not shown as an error page."""
    design = all_designs()[mode]
    context: dict[str, Any] = {
        "campaign": campaign, "design": design, "pages": [], "findings": [], "problem": "",
    }  # fmt: skip
    try:
        content = content_of(campaign, settings.PUBLIC_HOST)
        sheet, sample = design.sheet(PROOF_SHEETS[design.key]), sample_words()
        plate = lay_out(design, content, sheet, sheet.finishes[0])
        pdf = imprint(plate, sample)
        context["findings"] = told(examined(pdf, plate, design, content, sample))
        context["pages"] = proof_pages(pdf, sheet)
    except NoChosenPhrase as missing:
        context["problem"] = " ".join(missing.messages)
    except (ValueError, RuntimeError) as error:
        context["problem"] = _("This could not be laid out: %(reason)s") % {"reason": error}
    return render(request, "campaigns/proof_sheet.html", context)


def sample_words() -> Imprint:
    """What stands where a member's imprint will be."""
    return Imprint(
        url=f"{settings.PUBLIC_URL}/q/ABC2345".upper(), address=f"{settings.PUBLIC_HOST}/q/…",
        name=_("Your organisation's name"), contact=_("Tel. %(phone)s") % {"phone": "000-000-0000"},
    )  # fmt: skip


def examined(pdf: bytes, plate: Plate, design: Design, content: Content, sample: Imprint) -> list[Finding]:
    """What is wrong with the sheet, as far as that is known while someone types."""
    expected = Expected(
        name=f"{design.key}-{plate.sheet.key}-{plate.finish}.pdf",
        url=sample.url,
        pages=len(design.surfaces),
        finish=plate.finish,
        fields=fields_of(content, sample),
    )
    return preflight(pdf, expected=expected, checks=QUICK)


def told(findings: list[Finding]) -> list[dict[str, Any]]:
    """Findings as the panel shows them, errors first, each with the name of the field in the form."""
    return [
        {
            "severity": finding.severity,
            "field": LABELS.get(finding.field, ""),
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
