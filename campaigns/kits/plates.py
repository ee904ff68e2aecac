"""Plates are laid out once per identity and kept; this is the only place that lays them out for editions."""

import hashlib
from collections.abc import Iterable

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from campaigns.kits import examination
from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from campaigns.models import Edition
from print_templates.bounded import make_bounded
from print_templates.content import Content
from print_templates.design import Design
from print_templates.plate import CODE_VERSION, job
from print_templates.plate import Plate as LaidOut
from print_templates.sheet import Finish, Sheet
from print_templates.shop import PrintShop
from print_templates.ticket import TicketDesign, ticket_job

#: The only variant so far.
STANDARD = "standard"


class NotBuilt(Exception):
    """A plate is still to be built by the worker."""

    def __init__(self, edition: Edition, combination: Combination) -> None:
        super().__init__(combination.filename)
        self.edition, self.combination = edition, combination


def of_edition(edition: Edition) -> QuerySet[Plate]:
    """The edition's plates that today's code would make, without their files' bytes."""
    return Plate.objects.filter(
        edition=edition, variant=STANDARD, language=edition.content.language, code_version=CODE_VERSION
    )


def find(edition: Edition, combination: Combination) -> Plate | None:
    design, sheet, finish, shop, paper = combination.key
    identity = {"design": design, "sheet": sheet, "finish": finish, "shop": shop, "paper": paper}
    return of_edition(edition).filter(**identity).first()


def missing(edition: Edition, combinations: Iterable[Combination]) -> list[Combination]:
    """Those of the combinations whose plate does not exist, in one query."""
    have = {plate.key for plate in of_edition(edition)}
    return [combination for combination in combinations if combination.key not in have]


def ensure(edition: Edition, combination: Combination) -> Plate:
    """The plate of that identity, laid out and examined now if it does not exist; two builders at once give one."""
    found = find(edition, combination)
    if found is not None:
        return found
    made = built(edition, combination)
    plate = described(edition, combination, made)
    plate.pdf.save(f"{plate.sha256}.pdf", ContentFile(made.pdf), save=False)
    try:
        with transaction.atomic():
            plate.save()
    except IntegrityError:
        plate.pdf.delete(save=False)
        found = find(edition, combination)
        if found is None:
            raise
        return found
    return plate


def lay_out(
    design: Design, content: Content, sheet: Sheet, finish: Finish, shop: PrintShop, paper: str
) -> LaidOut:
    """One plate, made in a child process with limits. Raises bounded.NotMade with a sentence."""
    return make_bounded(job(design, content, sheet, finish, shop, paper))


def lay_out_ticket(content: Content, design: TicketDesign, shop: PrintShop) -> LaidOut:
    """A job ticket's plate, made in a child process with limits. Raises bounded.NotMade with a sentence."""
    return make_bounded(ticket_job(content, design.files, shop))


def built(edition: Edition, combination: Combination) -> LaidOut:
    """The one place where an edition's words become a page."""
    if isinstance(combination.design, TicketDesign):
        return lay_out_ticket(edition.content, combination.design, combination.shop)
    return lay_out(
        combination.design, edition.content, combination.sheet, combination.finish, combination.shop,
        combination.paper,
    )  # fmt: skip


def described(edition: Edition, combination: Combination, made: LaidOut) -> Plate:
    """The plate's row with what the preflight says of it; not yet saved, without its file."""
    report = examination.plate_report(combination, made, edition.content)
    design, sheet, finish, shop, paper = combination.key
    return Plate(
        edition=edition, design=design, sheet=sheet, finish=finish, variant=STANDARD, shop=shop, paper=paper,
        language=edition.content.language, code_version=CODE_VERSION, filename=combination.filename,
        sha256=hashlib.sha256(made.pdf).hexdigest(), pages=report.pages,
        trim_mm=list(report.trim_mm),
        verdict=verdict(report), findings=[note.as_json() for note in report.notes],
    )  # fmt: skip


def verdict(report: examination.Report) -> Plate.Verdict:
    if any(note.severity == "error" for note in report.notes):
        return Plate.Verdict.REFUSED
    return Plate.Verdict.WARNED if report.notes else Plate.Verdict.FINE


def builds_here() -> bool:
    """Whether this process lays out a missing plate itself because no worker is expected."""
    return settings.PRINT_JOBS == "inline"


def obtain(
    edition: Edition, wanted: Iterable[Combination], *, build: bool
) -> list[tuple[Combination, Plate]]:
    """Each combination with its plate, in one query; a missing one is laid out now, or without `build` raises NotBuilt."""
    have = {plate.key: plate for plate in of_edition(edition)}
    pairs = []
    for combination in wanted:
        plate = have.get(combination.key)
        if plate is None and not build:
            raise NotBuilt(edition, combination)
        pairs.append((combination, plate or ensure(edition, combination)))
    return pairs
