"""What the preflight says of plates and of members' files; the only place that knows the preflight's own shapes."""

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
from print_templates.content import Imprint
from print_templates.imprint import DoesNotFit
from print_templates.logo import prepare
from print_templates.plate import Plate
from print_templates.preflight import Expected, Finding, preflight
from print_templates.preflight.document import opened
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.scan import read
from print_templates.raster import page_images
from print_templates.shaping import missing_characters

#: Raised whenever a file would be judged otherwise; part of every verdict's key.
VERIFIER_VERSION = 1
#: Dots per inch at which a member's file is looked at; 100 dpi decode modules of 0.35 mm (PRINT.md 3).
VERIFYING_DPI = 100.0


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
    """What a plate's file is: its pages, its size in mm after cutting, and what was found."""

    pages: int
    trim_mm: tuple[float, float]
    notes: tuple[Note, ...]


def note(finding: Finding) -> Note:
    severity = getattr(finding, "severity", "error")
    return Note(finding.check, finding.message, severity, getattr(finding, "field", ""), finding.page)


def plate_report(combination: Combination, plate: Plate) -> Report:
    """The preflight of a plate: the whole file with the fullest imprint, its panels with every other one.

    Findings are worded for staff, in the installation's language.
    """
    trials = trial_imprints()
    with translation.override(settings.LANGUAGE_CODE):
        pages, trim_mm, notes = whole(combination, plate, trials[0])
        for words in trials[1:]:
            notes += verified(plate, words)[0]
    return Report(pages, trim_mm, tuple(dict.fromkeys(notes)))


def whole(
    combination: Combination, plate: Plate, words: Imprint
) -> tuple[int, tuple[float, float], list[Note]]:
    """Pages, size and findings of one file of the plate."""
    pdf = b"".join(copies.copy_of(plate, words).chunks())
    document = opened(pdf, Expected())
    with document.pdf:
        pages, trim = document.pages, document.trim(document.pdf.pages[0])
    trim_mm = (round(trim.width, 1), round(trim.height, 1)) if trim else (0.0, 0.0)
    wanted = combination.trim_mm
    surfaces = len(combination.design.surfaces) if wanted else None
    expected = Expected(combination.filename, words.url, wanted, surfaces, combination.finish)
    return pages, trim_mm, [note(finding) for finding in preflight(pdf, expected=expected)]


@cache
def trial_logo() -> bytes:
    """A logo as wide as logos are, in colour."""
    out = BytesIO()
    Image.new("RGB", (900, 300), "#0a7f6f").save(out, "PNG")
    return prepare(out.getvalue())


def trial_imprints() -> tuple[Imprint, ...]:
    """The fullest imprint first, then a short one and none at all; the code is as long as codes are."""
    url, address = f"{settings.PUBLIC_URL}/q/ABC2345".upper(), f"{settings.PUBLIC_HOST}/q/ABC2345"
    name = "特定非営利活動法人つながり見本ネットワーク鶴見事務所"
    return (
        Imprint(url, address, name, "電話 045-000-0000", trial_logo()),
        Imprint(url, address, "会"),
        Imprint(url, address),
    )


def verified(plate: Plate, words: Imprint) -> tuple[list[Note], copies.Copy | None]:
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
    return codes_decode(b"".join(copy.chunks()), words), copy


def codes_decode(pdf: bytes, words: Imprint) -> list[Note]:
    """A decoder that does not know how the code was made reads it in the file, and no other."""
    seen: set[str] = set()
    for number, image in enumerate(page_images(pdf, VERIFYING_DPI)):
        area = Rectangle(0, 0, image.width, image.height)
        seen |= {code.text for code in read(image, number, area)}
    if seen == {words.url}:
        return []
    message = _("The code cannot be read in the finished file. Please tell the network's office.")
    return [Note("code", message, field="code")]


def stranger_sentence(letters: list[str]) -> str:
    return _("We have no letter shape for: %(letters)s. Please enter another name for prints.") % {
        "letters": " ".join(letters)
    }


def misfit_sentence(field: str) -> str:
    if field == "contact":
        return _("The telephone number is too long for this print. Please enter a shorter one.")
    return _("The name is too long for this print. Please enter a shorter name for prints.")
