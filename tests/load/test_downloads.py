"""The load on downloads in small: a few members, three posters, a database that is ready."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.load import downloads
from tests.load.client import Taken
from tests.load.downloads import QUICK, problems
from tests.load.site import Person, Site

pytestmark = pytest.mark.load


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated: Callable[[Path], str]) -> Site:
    made = Site(tmp_path_factory.mktemp("load"), few=True)
    made.environment["DATABASE_URL"] = migrated(made.folder)
    return made


def test_it_works(site: Site) -> None:
    figures, wrong = downloads.measure(site, site.people(QUICK.members), QUICK)
    assert wrong == []
    assert figures["whole_and_valid"] == QUICK.members
    assert figures["cut_and_continued"] == QUICK.cut
    assert len(figures["worker_peak_mib"]) == 2
    assert max(figures["worker_peak_mib"]) <= downloads.MOST_MIB


POSTER = b"%PDF-1.7"


def kit(path: Path, organisation: str = "load-00", digest: str = "") -> Taken:
    """A kit of one poster, as it came."""
    digest = digest or hashlib.sha256(POSTER).hexdigest()
    about = {"organisation": organisation, "files": [{"name": "poster.pdf", "sha256": digest}]}
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("load-00/poster.pdf", POSTER)
        made.writestr("load-00/kit.json", json.dumps(about))
    size = path.stat().st_size
    return Taken(path, "x", size, size, 1.0, 1.0)


def test_what_is_wrong_with_a_kit_is_seen(tmp_path: Path) -> None:
    path, person = tmp_path / "kit.zip", Person("load-00", "x")
    assert problems(kit(path), person) == []
    assert problems(replace(kit(path), announced=1), person) == [f"{path.stat().st_size} bytes came of 1"]
    assert problems(kit(path, organisation="load-01"), person) == ["it is the kit of load-01"]
    assert problems(kit(path, digest="0" * 64), person) == ["poster.pdf is not what kit.json says"]
    damaged = kit(path)
    path.write_bytes(path.read_bytes().replace(POSTER, POSTER.lower(), 1))
    assert problems(damaged, person) == ["load-00/poster.pdf is damaged"]
