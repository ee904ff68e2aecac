"""What the preflight says of plates and of members' files; the only place that knows the preflight's own shapes."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from campaigns.checks import misfit_sentence
from campaigns.kits.combinations import Combination
from campaigns.kits.trials import place_trials, trial_imprints
from print_templates.content import Content, Imprint
from print_templates.imprint import DoesNotFit, imprint, printed
from print_templates.plate import Plate
from print_templates.preflight import OF_A_WHOLE, Expected, Finding, preflight
from print_templates.preflight.document import opened
from print_templates.preflight.fields import fields_of
from print_templates.preflight.panel import assembled, verify
from print_templates.shaping import missing_characters
from print_templates.tail import Copy

#: Raised whenever a file would be judged otherwise; part of every verdict's key.
VERIFIER_VERSION = 3


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
    return Note(finding.check, finding.message, finding.severity, finding.field, finding.page)


def plate_report(combination: Combination, plate: Plate, content: Content) -> Report:
    """The preflight of a plate: the whole file with the fullest imprint, its panels with every other one.

    Findings are worded for staff, in the installation's language.
    """
    fullest, *others = trial_imprints(combination)
    with_places, too_long = place_trials(plate, fullest, content.places)
    with translation.override(settings.LANGUAGE_CODE):
        report = whole(combination, plate, content, with_places[0])
        notes = [*report.notes, *(case_note(case) for case in too_long)]
        for words in [*with_places[1:], *others]:
            notes += verified(plate, words)[0]
    return replace(report, notes=tuple(dict.fromkeys(notes)))


def case_note(case: str) -> Note:
    """A case too long for the print: a warning, because only those near it are kept from printing."""
    return Note("fit", misfit_sentence("places", case), severity="warning", field="places")


def whole(combination: Combination, plate: Plate, content: Content, words: Imprint) -> Report:
    """What one file of the plate is and what is wrong with it."""
    pdf = imprint(plate, words)
    document = opened(pdf, Expected())
    with document.pdf:
        pages, trim = document.pages, document.trim(document.pdf.pages[0])
    trim_mm = (round(trim.width, 1), round(trim.height, 1)) if trim else (0.0, 0.0)
    found = preflight(pdf, expected=expected(combination, content, words))
    if combination.finish == "tiled":
        # What only the whole poster can answer: as it is when it is glued together.
        glued = Expected(url=words.url, fields=fields_of(content, words))
        found += preflight(assembled(pdf), expected=glued, checks=OF_A_WHOLE)
    return Report(pages, trim_mm, tuple(note(finding) for finding in found))


def expected(combination: Combination, content: Content, words: Imprint) -> Expected:
    """What a combination's file is meant to be."""
    shop, trim_mm = combination.shop, combination.trim_mm
    return Expected(
        name=combination.filename,
        url=words.url,
        trim_mm=trim_mm,
        pages=len(combination.design.pages(content)) if trim_mm else None,
        finish=combination.finish,
        fields=fields_of(content, words),
        ink_limit=shop.ink_limit if shop.key else None,
        bleed_mm=shop.bleed,
        marks=shop.marks if combination.finish == "press" else None,
    )


def verified(plate: Plate, words: Imprint) -> tuple[list[Note], Copy | None]:
    """What is wrong with one organisation's file as far as its imprint goes, and the file when it can be made."""
    strangers = [
        Note("letters", stranger_sentence(missing, field), field=field)
        for field, text in (("name", words.name), ("message", words.message), ("contact", words.contact))
        if (missing := missing_characters(text))
    ]
    if strangers:
        return strangers, None
    try:
        copy = printed(plate, words)
    except DoesNotFit as error:
        return [Note("fit", misfit_sentence(error.field, error.case), field=error.field)], None
    return [note(finding) for finding in verify(bytes(copy), plate, words)], copy


def stranger_sentence(letters: list[str], field: str = "name") -> str:
    if field == "message":
        message = _("We have no letter shape for: %(letters)s. Please write the message in other letters.")
    else:
        message = _("We have no letter shape for: %(letters)s. Please enter another name for prints.")
    return message % {"letters": " ".join(letters)}


def fault(words: Imprint) -> str:
    """The sentence on letters that no font has; empty when every letter can be printed."""
    for field, text in (("name", words.name + words.contact), ("message", words.message)):
        missing = missing_characters(text)
        if missing:
            return stranger_sentence(missing, field)
    return ""
