"""What the preflight says of plates and of members' files; the only place that knows the preflight's own shapes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from PIL import Image

from campaigns.kits import copies
from campaigns.kits.combinations import Combination
from print_templates.content import Content, Imprint
from print_templates.imprint import DoesNotFit
from print_templates.logo import Logo, prepare, ready
from print_templates.plate import Plate
from print_templates.preflight import CHECKS, Expected, Finding, preflight
from print_templates.preflight.document import Document, opened
from print_templates.preflight.fields import fields_of
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.panel import verify
from print_templates.preflight.scan import read
from print_templates.raster import picture
from print_templates.shaping import missing_characters

#: Raised whenever a file would be judged otherwise; part of every verdict's key.
VERIFIER_VERSION = 1
#: Width in pixels in which an office sheet's code is looked for: 100 dpi on A4 decode modules of 0.35 mm (PRINT.md 3).
SHEET_WIDTH = 1200
#: What cannot be asked of a page that shows a piece of a poster, or the whole of it as a small picture: the poster
#: passes these checks as a press file, and its code is read on the sheets that show it.
NOT_OF_PIECES = frozenset({"code", "size", "quiet", "safe", "overflow", "contrast", "type"})


@dataclass(frozen=True)
class Note:
    """One finding as it is kept: an error keeps the file back; `field` names what to change, empty for the design."""

    check: str
    message: str
    severity: str = "error"
    field: str = ""
    page: int | None = None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Report:
    """What a plate's file is: its pages, its size in mm after cutting, where its codes are, and what was found.

    `code_pages` (from 0) are those of an imposed file, whose panels stand elsewhere than the design says.
    """

    pages: int
    trim_mm: tuple[float, float]
    notes: tuple[Note, ...]
    code_pages: tuple[int, ...] = ()


def note(finding: Finding) -> Note:
    return Note(finding.check, finding.message, finding.severity, finding.field, finding.page)


def plate_report(combination: Combination, plate: Plate, content: Content) -> Report:
    """The preflight of a plate: the whole file with the fullest imprint, its panels with every other one.

    Findings are worded for staff, in the installation's language.
    """
    trials = trial_imprints()
    with translation.override(settings.LANGUAGE_CODE):
        report = whole(combination, plate, content, trials[0])
        notes = list(report.notes)
        for words in trials[1:]:
            notes += verified(plate, words, report.code_pages)[0]
    return Report(report.pages, report.trim_mm, tuple(dict.fromkeys(notes)), report.code_pages)


def whole(combination: Combination, plate: Plate, content: Content, words: Imprint) -> Report:
    """What one file of the plate is and what is wrong with it."""
    pdf = b"".join(copies.copy_of(plate, words).chunks())
    document = opened(pdf, Expected())
    with document.pdf:
        pages, trim = document.pages, document.trim(document.pdf.pages[0])
        code_pages = pages_with(document, words.url) if combination.is_imposed else ()
    trim_mm = (round(trim.width, 1), round(trim.height, 1)) if trim else (0.0, 0.0)
    checks = frozenset(CHECKS) - NOT_OF_PIECES if combination.finish == "tiled" else None
    found = preflight(pdf, expected=expected(combination, content, words), checks=checks)
    notes = [note(finding) for finding in found]
    if combination.is_imposed and not code_pages:
        notes.append(unread())
    return Report(pages, trim_mm, tuple(notes), code_pages)


def pages_with(document: Document, url: str) -> tuple[int, ...]:
    """The pages on which a code can be read."""
    return tuple(sorted({code.page for code in document.codes if code.text == url}))


def expected(combination: Combination, content: Content, words: Imprint) -> Expected:
    """What a combination's file is meant to be."""
    shop, trim_mm = combination.shop, combination.trim_mm
    return Expected(
        name=combination.filename,
        url=words.url,
        trim_mm=trim_mm,
        pages=len(combination.design.surfaces) if trim_mm else None,
        finish=combination.finish,
        fields=fields_of(content, words),
        ink_limit=shop.ink_limit if shop.key else None,
        bleed_mm=shop.bleed,
        marks=shop.marks if combination.finish == "press" else None,
    )


@cache
def trial_logo() -> Logo:
    """A logo as wide as logos are, in colour."""
    out = BytesIO()
    Image.new("RGB", (1200, 400), "#0a7f6f").save(out, "PNG")
    return ready(prepare(out.getvalue()))


def trial_imprints() -> tuple[Imprint, ...]:
    """The fullest imprint first, then a short one and none at all; the code is as long as codes are."""
    url, address = f"{settings.PUBLIC_URL}/q/ABC2345".upper(), f"{settings.PUBLIC_HOST}/q/ABC2345"
    name = "特定非営利活動法人つながり見本ネットワーク鶴見事務所"
    return (
        Imprint(url, address, name, "電話 045-000-0000", trial_logo()),
        Imprint(url, address, "会"),
        Imprint(url, address),
    )


def verified(
    plate: Plate, words: Imprint, code_pages: Sequence[int] = ()
) -> tuple[list[Note], copies.Copy | None]:
    """What is wrong with one organisation's file as far as its imprint goes, and the file when it can be made."""
    strangers = [
        Note("letters", stranger_sentence(missing), field=field)
        for field, text in (("name", words.name), ("contact", words.contact))
        if (missing := missing_characters(text))
    ]
    if strangers:
        return strangers, None
    try:
        copy = copies.copy_of(plate, words)
    except DoesNotFit as error:
        return [Note("fit", misfit_sentence(error.field), field=error.field)], None
    pdf = b"".join(copy.chunks())
    if code_pages:
        return codes_decode(pdf, words, code_pages), copy
    return [note(finding) for finding in verify(pdf, plate, words)], copy


def codes_decode(pdf: bytes, words: Imprint, pages: Sequence[int]) -> list[Note]:
    """The sheets of an imposed file that show a code show this one to a decoder, each of them."""
    for number in pages:
        image = picture(pdf, SHEET_WIDTH, page=number).convert("L")
        seen = {code.text for code in read(image, number, Rectangle(0, 0, image.width, image.height))}
        if seen - {""} != {words.url}:
            return [unread(number + 1)]
    return []


def unread(page: int | None = None) -> Note:
    message = _("The code cannot be read in the finished file. Please tell the network's office.")
    return Note("code", message, field="code", page=page)


def stranger_sentence(letters: list[str]) -> str:
    return _("We have no letter shape for: %(letters)s. Please enter another name for prints.") % {
        "letters": " ".join(letters)
    }


def misfit_sentence(field: str) -> str:
    if field == "contact":
        return _("The telephone number is too long for this print. Please enter a shorter one.")
    return _("The name is too long for this print. Please enter a shorter name for prints.")
