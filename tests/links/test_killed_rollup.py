"""kill -9 of the roll-up at every line of it: each reading is in the numbers once."""

from pathlib import Path

from tests.load.codes_site import Site, Sqlite


def test_it_works(tmp_path: Path) -> None:
    site = Site(tmp_path, Sqlite(tmp_path))
    site.fill(5)
    died, written, counted = map(int, site.run("tests.links.dying_rollup").split())
    assert died > 50
    assert counted == written
