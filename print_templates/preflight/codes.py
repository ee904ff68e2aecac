"""Codes: there is one, each can be read from where people stand, and each leads home."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding, Severity
from print_templates.preflight.scan import Code
from print_templates.preflight.sight import Sight

#: The path of a short link; its letters exclude 0 O 1 I L (BARS.md 10).
PATH = re.compile(r"/q/[2-9A-HJKMNP-Z]{7,}", re.IGNORECASE)

#: Error corrections that survive a scratch (PRINT.md 3): a quarter of the code, or more.
LEVELS = ("Q", "H")
#: The side of a module in mm that phones read and that is aimed at (PRINT.md 3), and what pixels round.
LEAST_MODULE, WANTED_MODULE, ROUNDING = 0.35, 0.5, 0.015
#: The side of a code in mm: a tenth of the distance from which a sheet is read (PRINT.md 3); a version 3 code
#: with its margin needs 18.5 mm at 0.5 mm, which without the margin is 14.5 mm.
SIDES = {
    "poster-a1": 100.0, "poster-b2": 100.0, "poster-a2": 100.0, "poster-b3": 70.0, "poster-a3": 50.0,
    "poster-a4": 30.0, "flyer-a4": 30.0,
}  # fmt: skip
LEAST_SIDE = 14.5
#: A share that is rounding.
TOLERATED = 0.02
#: What is darker than this, of 255, is no white margin.
LIGHT = 200


def codes_lead_home(document: Document) -> Iterator[Finding]:
    """There is a code, each can be read, and each opens the short link that it should.

    A tiled poster shows its code small on the first page and in part on neighbours: there it need not be read.
    """
    seen = document.codes
    if document.expected.is_tiled:
        assembly_page = 0 if document.pages > 1 else None
        seen = [code for code in seen if code.text and code.page != assembly_page]
    if not seen:
        yield Finding(
            "code",
            _("No code can be read; give it more contrast, size and white space around it."),
            field="code",
        )
    for code in seen:
        message = wrong(code.text, document.expected.url)
        if message:
            yield Finding("code", message, code.page + 1, field="code")


def wrong(text: str, expected: str) -> str:
    """What is wrong with a code's text, or nothing."""
    if not text:
        return _("A code cannot be read; give it more contrast, size and white space around it.")
    if not is_short_link(text):
        return _("A code opens “%(text)s”, which is no short link of ours; replace it.") % {
            "text": text[:120]
        }
    if expected and text != expected:
        message = _("A code opens %(text)s instead of %(expected)s; print the file of the right member.")
        return message % {"text": text[:120], "expected": expected}
    return ""


def is_short_link(text: str) -> bool:
    """Whether a text is a web address whose path is /q/CODE and which has nothing else."""
    try:
        address = urlsplit(text)
    except ValueError:
        return False
    bare = not (address.query or address.fragment or address.username)
    web = address.scheme in {"http", "https"} and bool(address.hostname)
    return web and bare and PATH.fullmatch(address.path) is not None


def large_enough(document: Document) -> Iterator[Finding]:
    """Every code's modules, side and error correction are such that a phone reads it from where people stand."""
    for code in document.codes:
        if not code.modules:
            continue
        page = code.page + 1
        if code.level not in LEVELS:
            message = _("The code has error correction %(level)s; make it again with Q.")
            yield Finding("size", message % {"level": code.level}, page, field="code")
        if code.module < WANTED_MODULE - ROUNDING:
            severity: Severity = "error" if code.module < LEAST_MODULE - ROUNDING else "warning"
            message = _("The code's modules are only %(mm)s mm wide; print it with at least %(least)s mm.")
            told = {"mm": f"{code.module:.2f}", "least": f"{WANTED_MODULE:g}"}
            yield Finding("size", message % told, page, severity, "code")
        side = least_side(document.expected.artefact)
        if code.side < side * (1 - TOLERATED):
            message = _("The code is only %(mm)s mm wide; print it at least %(least)s mm wide on this sheet.")
            yield Finding(
                "size", message % {"mm": f"{code.side:.0f}", "least": f"{side:g}"}, page, "warning", "code"
            )


def least_side(artefact: str) -> float:
    """The side of a code in mm that a kind of sheet needs."""
    return next((side for start, side in SIDES.items() if artefact.startswith(start)), LEAST_SIDE)


def quiet_zone(document: Document) -> Iterator[Finding]:
    """Around every code four modules are free of artwork on every side; text there is told by `overflow`."""
    for code in document.codes:
        sight = document.sights[code.page]
        upright = abs(code.box.width - code.side) < code.module
        if not code.modules or not upright or sight.pixel > code.module:
            continue
        if dark_share(sight, code) > TOLERATED:
            message = _("Something dark lies in the white margin around the code; keep four modules free.")
            yield Finding("quiet", message, code.page + 1, field="code")


def dark_share(sight: Sight, code: Code) -> float:
    """How much of a side of the code has something dark beside it; 1 when the page ends inside the zone.

    The zone's corners, where a panel may be round, tell a decoder nothing.
    """
    # A code's place is known to a pixel and what borders on the zone is blurred into the next one.
    zone = code.card.grown(-max(1.5 * sight.pixel, code.module / 4))
    outer, inner = sight.pixels(zone), sight.pixels(code.box.grown(sight.pixel))
    if outer is None or inner is None or not sight.page.holds(zone):
        return 1.0
    left, top, right, bottom = inner
    sides = (
        (left, outer[1], right, top), (left, bottom, right, outer[3]),
        (outer[0], top, left, bottom), (right, top, outer[2], bottom),
    )  # fmt: skip
    grey = sight.bare.convert("L")
    return max(sum(grey.crop(side).histogram()[:LIGHT]) for side in sides) / (right - left)
