"""Plates are laid out once per identity and kept; this is the only place that lays them out for editions."""

import hashlib
import logging
from collections.abc import Iterable

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import translation

from campaigns.kits import examination
from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate
from campaigns.models import Edition
from campaigns.pictures import key_pictures
from print_templates.bounded import NotMade, make_bounded, sentence
from print_templates.content import Content
from print_templates.design import Design
from print_templates.photograph import window
from print_templates.photograph.original import UnusablePhotograph
from print_templates.plate import CODE_VERSION, job
from print_templates.plate import Plate as LaidOut
from print_templates.sheet import Finish, Sheet
from print_templates.shop import PrintShop
from print_templates.ticket import TicketDesign, ticket_job
from print_templates.variants import version

logger = logging.getLogger(__name__)

#: The fields of a plate that say what `Combination.key` says, in its order.
IDENTITY = ("design", "sheet", "finish", "shop", "paper", "variant")


class NotBuilt(Exception):
    """A plate is still to be built by the worker."""

    def __init__(self, edition: Edition, combination: Combination) -> None:
        super().__init__(combination.filename)
        self.edition, self.combination = edition, combination


def of_today() -> QuerySet[Plate]:
    """Plates of all editions that today's code would make."""
    return Plate.objects.filter(code_version=CODE_VERSION)


def of_edition(edition: Edition) -> QuerySet[Plate]:
    """The edition's plates that today's code would make, without their files' bytes."""
    return of_today().filter(edition=edition, language=edition.content.language)


def find(edition: Edition, combination: Combination) -> Plate | None:
    return of_edition(edition).filter(**identity(combination)).first()


def identity(combination: Combination) -> dict[str, str]:
    """What names a combination's plate among an edition's."""
    return dict(zip(IDENTITY, combination.key, strict=True))


def missing(edition: Edition, combinations: Iterable[Combination]) -> list[Combination]:
    """Those of the combinations whose plate does not exist, in one query."""
    have = {plate.key for plate in of_edition(edition)}
    return [combination for combination in combinations if combination.key not in have]


def not_made(edition: Edition, combinations: Iterable[Combination]) -> list[Plate]:
    """The plates among the combinations' that could not be made, in one query."""
    wanted = {combination.key for combination in combinations}
    return [plate for plate in of_edition(edition).filter(pdf="") if plate.key in wanted]


def forget_lost(edition: Edition) -> int:
    """Delete the rows of plates whose file is not in the storage any more; returns how many."""
    lost = [
        plate
        for plate in of_edition(edition)
        if plate.pdf.name and not plate.pdf.storage.exists(plate.pdf.name)
    ]
    for plate in lost:
        logger.error("the file of %s of %s is gone", plate, edition)
        plate.delete()
    return len(lost)


def ensure(edition: Edition, combination: Combination) -> Plate:
    """The plate of that identity, laid out and examined now if it does not exist; two builders at once give one.

    One that cannot be made is kept as a refused plate without a file, so that nobody tries again in vain. Raises
    OSError, MemoryError or DatabaseError when the machine is at fault and not the plate.
    """
    return find(edition, combination) or kept(made_or_not(edition, combination), edition, combination)


def made_or_not(edition: Edition, combination: Combination) -> Plate:
    """A plate's row that is not yet saved, with its file stored, or without one and with the reason."""
    try:
        made = built(edition, combination)
        plate = described(edition, combination, made)
    except (OSError, MemoryError, DatabaseError):
        raise
    except Exception as error:
        logger.exception("%s of %s was not made", combination.filename, edition)
        return refused(edition, combination, reason(error))
    plate.pdf.save(f"{plate.sha256}.pdf", ContentFile(made.pdf), save=False)
    return plate


def reason(error: Exception) -> str:
    """A sentence for staff in the installation's language."""
    if isinstance(error, NotMade):
        return str(error)
    with translation.override(settings.LANGUAGE_CODE):
        return sentence("other")


def kept(plate: Plate, edition: Edition, combination: Combination) -> Plate:
    """The saved row; when somebody else was faster, theirs."""
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
    try:
        shown = window.assets(design, content, sheet, finish, shop, key_pictures.whole)
    except UnusablePhotograph as error:
        raise NotMade(str(error)) from error
    return make_bounded(job(design, content, sheet, finish, shop, paper, shown))


def lay_out_ticket(content: Content, design: TicketDesign, shop: PrintShop) -> LaidOut:
    """A job ticket's plate, made in a child process with limits. Raises bounded.NotMade with a sentence."""
    return make_bounded(ticket_job(content, design.files, shop))


def built(edition: Edition, combination: Combination) -> LaidOut:
    """The one place where an edition's words become a page. What went wrong is said in the installation's language."""
    words = version(edition.content, combination.variant)
    with translation.override(settings.LANGUAGE_CODE):
        if isinstance(combination.design, TicketDesign):
            return lay_out_ticket(words, combination.design, combination.shop)
        return lay_out(
            combination.design, words, combination.sheet, combination.finish, combination.shop,
            combination.paper,
        )  # fmt: skip


def described(edition: Edition, combination: Combination, made: LaidOut) -> Plate:
    """The plate's row with what the preflight says of it; not yet saved, without its file."""
    report = examination.plate_report(combination, made, version(edition.content, combination.variant))
    plate = row(edition, combination)
    plate.sha256 = hashlib.sha256(made.pdf).hexdigest()
    plate.pages, plate.trim_mm = report.pages, list(report.trim_mm)
    plate.verdict, plate.findings = verdict(report), [note.as_json() for note in report.notes]
    return plate


def refused(edition: Edition, combination: Combination, why: str) -> Plate:
    """The row of a plate that could not be made: refused, without a file or pages."""
    plate = row(edition, combination)
    plate.pages, plate.verdict = 0, Plate.Verdict.REFUSED
    plate.findings = [examination.Note("layout", why).as_json()]
    return plate


def row(edition: Edition, combination: Combination) -> Plate:
    """What names a plate and nothing of what it is."""
    return Plate(
        edition=edition, language=edition.content.language, code_version=CODE_VERSION, filename=combination.filename,
        **identity(combination),
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
    wanted = list(wanted)
    of_them = of_edition(edition).filter(variant__in={combination.variant for combination in wanted})
    have = {plate.key: plate for plate in of_them}
    for known in have.values():
        known.edition = edition
    pairs = []
    for combination in wanted:
        plate = have.get(combination.key)
        if plate is None and not build:
            raise NotBuilt(edition, combination)
        pairs.append((combination, plate or ensure(edition, combination)))
    return pairs
