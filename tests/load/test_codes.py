"""No reading is lost to kill -9, and codes redirect without a database: real servers, without measuring their speed."""

from collections import Counter
from pathlib import Path

import pytest

from tests.load.codes import killed, stopped
from tests.load.codes_client import Got, Speed, speed_of
from tests.load.codes_site import Site, Sqlite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("codes")
    made = Site(folder, Sqlite(folder))
    made.fill(60)
    return made


@pytest.mark.parametrize("mode", ["direct", "spool"])
def test_it_works(mode: str, site: Site) -> None:
    found = killed(site, mode, kills=1)
    assert found["redirects"] > 0
    assert (found["lost"], found["counted_twice"]) == (0, 0)


def test_every_code_redirects_without_the_database_even_after_a_cold_start(site: Site) -> None:
    found = stopped(site)
    assert found["while_running"] == found["after_cold_restart"] == {"302": 60}
    assert found["unknown_codes"] == {"404": 4}
    assert found["readings"] == {"redirects": 128, "counted": 128, "lost": 0, "counted_twice": 0}


def test_what_one_code_gains_hides_no_loss_of_another() -> None:
    got = Got(Counter(a=10, b=10, c=10), Counter(a=2, b=1))
    assert got.compared(Counter(a=12, b=8, c=11)) == {
        "redirects": 30, "counted": 31, "lost": 2, "counted_twice": 1,
    }  # fmt: skip
    assert got.compared(Counter(a=12, b=10, c=10))["lost"] == 0


def test_connections_that_fail_are_no_redirects() -> None:
    said = "    99%    2.50ms\n  Socket errors: connect 1, read 20, write 0, timeout 3\n" \
        "  Non-2xx or 3xx responses: 400\nRequests/sec:   1234.5\n"  # fmt: skip
    assert speed_of(said) == Speed(1234.5, 2.5, 424)
    assert speed_of("    99%    2.50ms\nRequests/sec:   1234.5\n").wrong == 0
