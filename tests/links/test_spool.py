"""The spool's files: what is in them, who holds them, and adding them to the numbers once."""

import os
import shutil
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from campaigns.links import rollup, scans
from campaigns.links.codes import new_code
from campaigns.links.models import HourCount, ScanCount, ShortLink, SpoolPosition
from campaigns.links.rollup import roll_up
from campaigns.links.spool import Spool, hour_of
from campaigns.schedule.chores import CHORES


@pytest.fixture
def spool() -> Any:
    made = Spool()
    yield made
    made.close()


def files(settings: Any) -> list[Path]:
    return sorted(settings.SPOOL_DIR.glob("*.scans"))


def counted(link: ShortLink) -> int:
    roll_up()
    return sum(link.counts.values_list("count", flat=True))


def test_it_works(link: ShortLink, spool: Spool, settings: Any) -> None:
    for _reader in range(3):
        spool.write(link.code)
    (file,) = files(settings)
    assert file.read_text() == f"{link.code}\n" * 3
    assert hour_of(file) == timezone.now().astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    assert counted(link) == 3
    assert counted(link) == 3
    assert HourCount.objects.get().count == 3


def test_it_is_added_every_minute() -> None:
    assert CHORES["spool"].run == roll_up
    assert CHORES["spool"].every.total_seconds() == 60


def test_what_comes_later_is_added_later(link: ShortLink, spool: Spool) -> None:
    for expected in (1, 2, 3):
        spool.write(link.code)
        assert counted(link) == expected


def test_a_file_stays_while_somebody_holds_it_and_goes_when_nobody_does(
    link: ShortLink, spool: Spool, settings: Any
) -> None:
    spool.write(link.code)
    roll_up()
    assert len(files(settings)) == SpoolPosition.objects.count() == 1
    spool.close()
    roll_up()
    assert files(settings) == []
    assert not SpoolPosition.objects.exists()
    assert counted(link) == 1


def test_every_hour_has_a_file_and_keeps_its_day(
    link: ShortLink, spool: Spool, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers are those of the hour of the reading, however late they are added."""
    for moment in (datetime(2026, 6, 1, 14, 59, 59, tzinfo=UTC), datetime(2026, 6, 1, 15, 0, 0, tzinfo=UTC)):
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda moment=moment: moment)
            spool.write(link.code)
    assert len(files(settings)) == 2
    roll_up()
    counts = ScanCount.objects.order_by("day").values_list("day", "count")
    assert list(counts) == [(date(2026, 6, 1), 1), (date(2026, 6, 2), 1)]
    hours = HourCount.objects.order_by("hour").values_list("hour", flat=True)
    assert list(hours) == [datetime(2026, 6, 1, 14, tzinfo=UTC), datetime(2026, 6, 1, 15, tzinfo=UTC)]


def test_a_child_writes_to_a_file_of_its_own(link: ShortLink, spool: Spool, settings: Any) -> None:
    spool.write(link.code)
    child = os.fork()
    if child == 0:
        try:
            spool.write(link.code)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    assert [file.read_text() for file in files(settings)] == [f"{link.code}\n"] * 2
    assert counted(link) == 2


def test_threads_share_the_file_and_mix_no_lines(link: ShortLink, spool: Spool, settings: Any) -> None:
    threads = [
        threading.Thread(target=lambda: [spool.write(link.code) for _reader in range(200)])
        for _thread in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (file,) = files(settings)
    assert file.read_text() == f"{link.code}\n" * 800


def test_only_we_may_read_it(link: ShortLink, spool: Spool, settings: Any) -> None:
    spool.write(link.code)
    (file,) = files(settings)
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_of_millions_is_added_in_parts(
    link: ShortLink, spool: Spool, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ShortLink.objects.issued(link.edition, None)
    monkeypatch.setattr(rollup, "AT_ONCE", 20)
    monkeypatch.setattr(scans, "AT_ONCE", 1)
    for _reader in range(5):
        spool.write(link.code)
        spool.write(other.code)
    assert (counted(link), counted(other)) == (5, 5)


def test_what_is_no_code_of_ours_is_passed_over(link: ShortLink, spool: Spool) -> None:
    for code in (new_code(), link.code, "?"):
        spool.write(code)
    assert counted(link) == 1
    assert ScanCount.objects.count() == 1


def test_a_line_cut_short_is_no_reading_and_keeps_no_file(
    link: ShortLink, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SPOOL_DIR.mkdir(parents=True)
    (settings.SPOOL_DIR / "2026060114-1-aaaaaaaa.scans").write_text(f"{link.code}\n{link.code[:4]}")
    assert counted(link) == 1
    assert files(settings) == []
    assert "cut short" in caplog.text


def test_a_refused_count_is_added_the_next_time(
    link: ShortLink, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.write(link.code)
    with monkeypatch.context() as patch:
        patch.setattr(scans, "HOUR", "INSERT INTO no_such_table VALUES (%s, %s, %s)")
        with pytest.raises(Exception, match="no_such_table"):
            roll_up()
    assert not ScanCount.objects.exists()
    assert counted(link) == 1


def test_two_at_once_do_not_add_it_twice(
    link: ShortLink, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool.write(link.code)
    real = rollup.add

    def add(*arguments: Any) -> int:
        roll_up()
        return real(*arguments)

    monkeypatch.setattr(rollup, "add", add)
    assert counted(link) == 1


def test_a_reading_in_the_last_moment_before_a_file_goes_is_not_lost(
    link: ShortLink, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer ends between the count and the removal."""
    spool.write(link.code)
    real = rollup.add

    def add(*arguments: Any) -> int:
        position = real(*arguments)
        spool.write(link.code)
        spool.close()
        return position

    monkeypatch.setattr(rollup, "add", add)
    roll_up()
    monkeypatch.undo()
    assert counted(link) == 2


def test_machines_with_spools_of_their_own_count_nothing_twice(
    link: ShortLink, settings: Any, spool: Spool
) -> None:
    here, there = settings.SPOOL_DIR, settings.SPOOL_DIR.with_name("elsewhere")
    try:
        for folder in (here, there, here, there, here):
            settings.SPOOL_DIR = folder
            if folder == here and not here.exists():
                spool.write(link.code)
            roll_up()
        assert counted(link) == 1
        SpoolPosition.objects.create(name=f"{date(2026, 6, 1):%Y%m%d}14-aaaaaaaa-1-aaaaaaaa.scans")
        roll_up()
        assert len(files(settings)) == SpoolPosition.objects.count() == 1
    finally:
        settings.SPOOL_DIR = here
        shutil.rmtree(there, ignore_errors=True)
