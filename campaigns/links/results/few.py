"""Small numbers: what may be shown of a number of readings, on pages and in files alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

#: Fewer than this, but not none, are not told apart: a few readings at one place could point to somebody.
TOLD = 5
#: What stands where a number cannot be computed at all.
DASH = "–"


@dataclass(frozen=True)
class Reading:
    """A number of readings as it may be shown; `count` is None where there are few, or where it is withheld.

    Withheld is what would give the few of the same month away by subtraction (see `withholding`). A count of told
    numbers alone is `at_least` so many where it leaves out others.
    """

    count: int | None
    is_withheld: bool = False
    at_least: bool = False

    @property
    def is_few(self) -> bool:
        return self.count is None and not self.is_withheld

    @property
    def words(self) -> str:
        if self.count is None:
            return _("withheld") if self.is_withheld else _("few")
        return _("%(count)s or more") % {"count": self.count} if self.at_least else str(self.count)

    @property
    def cell(self) -> str | int:
        """The same for a spreadsheet: a number as a number."""
        return self.words if self.count is None or self.at_least else self.count


FEW = Reading(None)
WITHHELD = Reading(None, is_withheld=True)


@dataclass(frozen=True)
class Rate:
    """Readings per hundred prints; `value` is None where the readings are hidden or there are no prints."""

    value: float | None
    words: str

    @property
    def cell(self) -> str | float:
        return self.words if self.value is None else self.value


def told(count: int) -> Reading:
    return FEW if 0 < count < TOLD else Reading(count)


def total(readings: Iterable[Reading]) -> Reading:
    """Of told ones alone: a true total would tell the few by subtraction."""
    found = list(readings)
    hidden = [reading for reading in found if reading.count is None]
    count = sum(reading.count for reading in found if reading.count is not None)
    if hidden and not count:
        return WITHHELD if WITHHELD in hidden else FEW
    return Reading(count, at_least=bool(hidden) or any(reading.at_least for reading in found))


def per_hundred(readings: Reading, prints: int) -> Rate:
    """Readings per hundred prints, to one decimal place; as hidden or as unfinished as the readings are."""
    if not prints:
        return Rate(None, DASH)
    if readings.count is None:
        return Rate(None, readings.words)
    rate = round(readings.count * 100 / prints, 1)
    if readings.at_least:
        return Rate(None, _("%(count)s or more") % {"count": f"{rate:.1f}"})
    return Rate(rate, f"{rate:.1f}")
