"""No reading is lost to kill -9, and codes redirect without a database: real servers, without measuring their speed."""

from pathlib import Path

import pytest

from tests.load.codes import killed, stopped
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
    assert found["readings"] == {"redirects": 128, "lost": 0, "counted_twice": 0}
