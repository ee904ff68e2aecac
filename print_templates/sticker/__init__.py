"""The sticker (掲示期限): eight labels on A4 that say until when a print hangs, and who is to be asked.

It has no panels: all of it is one organisation's own, so there is nothing that copies could share.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context
from django.utils import translation
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from print_templates.content import Content
from print_templates.design import engine
from print_templates.fonts import BODY
from print_templates.measure import advance
from print_templates.plate import Job, about_plate
from print_templates.sheet import Sheet, points
from print_templates.themes import theme

SHEET = Sheet("a4", 210, 297, finishes=("office",))
#: A label in mm, columns and rows on the sheet.
LABEL_WIDTH, LABEL_HEIGHT, COLUMNS, ROWS = 74, 52, 2, 4
#: Room for words across a label in mm.
ROOM = 62.0
#: Sizes in pt where a text fits, and the least, at which sixty wide letters still fit two lines.
DAY_SIZE, NAME_SIZE, ISSUER_SIZE, LEAST_SIZE = 19.0, 12.0, 8.5, 5.0


@dataclass(frozen=True)
class Sticker:
    """What a label says beside the campaign's words: the last day, whose print it is, and the number to call."""

    until: date
    name: str
    phone: str = ""


def sticker_job(content: Content, sticker: Sticker) -> Job:
    """What is to be made."""
    with translation.override(content.language):
        page = engine().get_template("sticker/page.html").render(Context(words(content, sticker)))
    return Job(page, "office", SHEET, (), about_plate(content, "sticker", page, press=False))


def words(content: Content, sticker: Sticker) -> dict[str, Any]:
    day = _("until %(day)s") % {"day": date_format(sticker.until, "DATE_FORMAT")}
    return {
        "content": content,
        "sticker": sticker,
        "day": day,
        "day_size": fitting(day, DAY_SIZE),
        "name_size": fitting(sticker.name, NAME_SIZE, lines=2),
        "issuer_size": fitting(content.issuer, ISSUER_SIZE, lines=2),
        "line": theme(content.theme).inks["deep"].srgb,
        "labels": range(COLUMNS * ROWS),
        "left": (SHEET.width - COLUMNS * LABEL_WIDTH) / 2,
        "top": (SHEET.height - ROWS * LABEL_HEIGHT) / 2,
        "style": mark_safe(style()),
    }


def fitting(text: str, usual: float, lines: int = 1) -> float:
    """The size in pt at which a text fits so many lines of a label: the usual one, or less for a long text."""
    # Where it breaks, up to a tenth of each line is lost.
    room = points(ROOM) * (lines * 0.9 if lines > 1 else 1)
    return max(LEAST_SIZE, min(usual, round(room / max(advance(text, BODY[700]), 1.0) - 0.05, 1)))


@cache
def style() -> str:
    return (Path(__file__).parent / "style.css").read_text()
