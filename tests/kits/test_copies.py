"""Stored plates are read once while there is room, and closed when there are too many bytes of them."""

from typing import Any

import pytest

from campaigns.kits import copies
from campaigns.kits.combinations import chosen
from campaigns.kits.copies import OpenPlates
from campaigns.kits.kit import Kit
from campaigns.models import Edition
from print_templates.plate import Plate as LaidOut


def plate(size: int) -> LaidOut:
    combination = next(chosen())
    return LaidOut(b"%" * size, "office", combination.sheet, ())


class Reading:
    """Hands out plates of 100 bytes, of which twice as much is held, and counts them."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def of(self, key: str, opened: OpenPlates, size: int = 100) -> LaidOut:
        def read() -> LaidOut:
            self.read.append(key)
            return plate(size)

        return opened.get(key, read)


@pytest.fixture
def reading() -> Reading:
    return Reading()


def test_it_works(reading: Reading) -> None:
    opened = OpenPlates(600)
    for key in "abcabc":
        reading.of(key, opened)
    assert reading.read == ["a", "b", "c"]
    assert opened.held == 600


def test_what_was_not_asked_for_longest_is_closed(reading: Reading) -> None:
    opened = OpenPlates(600)
    for key in "abcadab":
        reading.of(key, opened)
    assert reading.read == ["a", "b", "c", "d", "b"]
    assert opened.held == 600


def test_many_small_ones_give_way_to_a_large_one(reading: Reading) -> None:
    opened = OpenPlates(600)
    for key in "abc":
        reading.of(key, opened)
    reading.of("d", opened, size=250)
    assert list(opened.plates) == ["d"]
    assert opened.held == 500


def test_one_that_is_too_large_is_handed_out_and_not_kept(reading: Reading) -> None:
    opened = OpenPlates(600)
    assert len(reading.of("a", opened, size=400).pdf) == 400
    assert (opened.held, list(opened.plates)) == (0, [])


def test_two_who_read_one_at_once_keep_it_once() -> None:
    opened = OpenPlates(600)

    def read_by_another() -> LaidOut:
        opened.get("a", lambda: plate(100))
        return plate(100)

    opened.get("a", read_by_another)
    assert (opened.held, list(opened.plates)) == (200, ["a"])


def test_a_kits_plates_are_read_once(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "opened", OpenPlates(copies.OPEN_BYTES))
    first = Kit(edition, None).files[0]
    assert first.laid_out() is first.laid_out()
    storage: Any = first.plate.pdf.storage
    monkeypatch.setattr(storage, "open", lambda *_name: pytest.fail("read again"))
    assert Kit(edition, None).files[0].pdf() == first.pdf()
