"""Plates are laid out once per identity and kept; this is the only place that lays them out for editions."""

import hashlib
from collections.abc import Iterator

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from campaigns.kits.models import Plate
from campaigns.models import Edition
from print_templates.design import Design, all_designs
from print_templates.plate import CODE_VERSION, lay_out
from print_templates.sheet import Finish, Sheet

Combination = tuple[Design, Sheet, Finish]


def combinations() -> Iterator[Combination]:
    """Every design, sheet and finish of the default set, in the order of a kit."""
    for design in all_designs().values():
        for sheet in design.sheets:
            for finish in sheet.finishes:
                yield design, sheet, finish


def filename(combination: Combination) -> str:
    """The name of a combination's file in a kit."""
    design, sheet, finish = combination
    return f"{design.key}-{sheet.key}-{finish}.pdf"


def find(edition: Edition, design: Design, sheet: Sheet, finish: Finish) -> Plate | None:
    return Plate.objects.filter(
        edition=edition,
        design=design.key,
        sheet=sheet.key,
        finish=finish,
        variant="standard",
        language=edition.content.language,
        code_version=CODE_VERSION,
    ).first()


def ensure(edition: Edition, design: Design, sheet: Sheet, finish: Finish) -> Plate:
    """The plate of that identity, laid out now if it does not exist; two builders at once give one plate."""
    found = find(edition, design, sheet, finish)
    if found is not None:
        return found
    pdf = lay_out(design, edition.content, sheet, finish).pdf
    digest = hashlib.sha256(pdf).hexdigest()
    plate = Plate(
        edition=edition,
        design=design.key,
        sheet=sheet.key,
        finish=finish,
        language=edition.content.language,
        code_version=CODE_VERSION,
        sha256=digest,
    )
    plate.pdf.save(f"{digest}.pdf", ContentFile(pdf), save=False)
    try:
        with transaction.atomic():
            plate.save()
    except IntegrityError:
        plate.pdf.delete(save=False)
        found = find(edition, design, sheet, finish)
        if found is None:
            raise
        return found
    return plate


class NotBuilt(Exception):
    """A plate is still to be built by the worker."""


def builds_here() -> bool:
    """Whether this process lays out a missing plate itself because no worker is expected."""
    return settings.PRINT_JOBS == "inline"


def obtain(edition: Edition, combination: Combination, *, build: bool) -> Plate:
    """The plate of that identity; a missing one is laid out now, or without `build` raises NotBuilt."""
    found = find(edition, *combination)
    if found is not None:
        return found
    if not build:
        raise NotBuilt
    return ensure(edition, *combination)


def plates_of(edition: Edition, *, build: bool) -> list[Plate]:
    """The default set of an edition in the order of a kit, in one query. Raises NotBuilt as `obtain` does."""
    have = {
        (plate.design, plate.sheet, plate.finish): plate
        for plate in Plate.objects.filter(edition=edition, variant="standard", code_version=CODE_VERSION)
    }
    return [
        have.get((design.key, sheet.key, finish)) or obtain(edition, (design, sheet, finish), build=build)
        for design, sheet, finish in combinations()
    ]
