"""`manage.py print_kit` for many: all cores, progress, whole files, and one bad kit stops no other."""

import errno
import io
import json
import multiprocessing
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from campaigns.kits import examination, printing, writing
from campaigns.kits.models import ImprintVerdict, Plate, PrintShop
from campaigns.kits.progress import Bar
from campaigns.kits.writing import write_whole
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.factories import OrganisationFactory
from tests.kits.paper import FILES, text_of


def print_kit(*arguments: str) -> list[str]:
    out = io.StringIO()
    call_command("print_kit", *arguments, stdout=out)
    return out.getvalue().split()


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with two cores, and for few organisations."""
    monkeypatch.setattr(printing, "cores", lambda: 2)
    monkeypatch.setattr(printing, "ALONE", 1)
    monkeypatch.setattr(printing, "CHUNK", 2)


def test_it_works(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes write what one writes, in the same order."""
    for number in range(4):
        OrganisationFactory(slug=f"member-{number}")
    alone = print_kit("--all", "--out", str(tmp_path / "alone"))
    ImprintVerdict.objects.all().delete()
    two_processes(monkeypatch)
    together = print_kit("--all", "--out", str(tmp_path / "together"))
    assert [Path(line).name for line in together] == [Path(line).name for line in alone]
    assert everything_in(tmp_path / "together") == everything_in(tmp_path / "alone")
    assert len(everything_in(tmp_path / "together")) == 5 * (len(FILES) + 1)
    assert ImprintVerdict.objects.filter(fine=True).count() == 5 * len(FILES)


def test_processes_ask_no_database(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db.backends.utils import CursorWrapper

    real, parent = CursorWrapper.execute, multiprocessing.current_process().pid

    def execute(self: Any, *arguments: Any) -> Any:
        assert multiprocessing.current_process().pid == parent, "a printing process asked the database"
        return real(self, *arguments)

    monkeypatch.setattr(CursorWrapper, "execute", execute)
    OrganisationFactory(slug="second")
    two_processes(monkeypatch)
    print_kit("--all", "--out", str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"takasaki", "second"}


@pytest.mark.parametrize("processes", [1, 2])
def test_a_kit_that_fails_stops_no_other(
    processes: int,
    campaign: CampaignPage,
    too_long: Organisation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    OrganisationFactory(slug="strange", name="会\U00013000")
    OrganisationFactory(slug="fine", reading="ん")
    if processes == 2:
        two_processes(monkeypatch)
    with pytest.raises(CommandError) as refused:
        print_kit("--all", "--out", str(tmp_path))
    assert "takasaki: " in str(refused.value)
    assert "strange: " in str(refused.value)
    assert "\U00013000" in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["fine"]


def test_what_was_verified_once_is_not_verified_again(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("--organisation", "takasaki", "--out", str(tmp_path))
    print_kit(*arguments)

    def again(*given: Any) -> Any:
        raise AssertionError("verified again")

    monkeypatch.setattr(examination, "verified", again)
    print_kit(*arguments)
    organisation.name = "別の名前"
    organisation.save()
    with pytest.raises(CommandError, match="verified again"):
        print_kit(*arguments)
    print_kit(*arguments, "--unverified")
    assert "別の名前" in text_of((tmp_path / "takasaki/poster-a4-office.pdf").read_bytes())


def test_unverified_kits_are_the_same_bytes(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    print_kit("--organisation", "takasaki", "--out", str(tmp_path / "seen"))
    print_kit("--organisation", "takasaki", "--out", str(tmp_path / "unseen"), "--unverified")
    assert everything_in(tmp_path / "seen") == everything_in(tmp_path / "unseen")


def test_a_print_shops_press_files_take_the_place_of_the_usual_ones(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5, marks=False)
    print_kit("--organisation", "takasaki", "--out", str(tmp_path), "--shop", "minato")
    expected = {
        name.removesuffix(".pdf") + "-minato.pdf" if "-press" in name or "ticket" in name else name
        for name in (*FILES, "kit.json")
    }
    assert {path.name for path in (tmp_path / "takasaki").iterdir()} == expected
    about = json.loads((tmp_path / "takasaki/kit.json").read_text(encoding="utf-8"))
    assert {entry["name"] for entry in about["files"]} == expected - {"kit.json"}


def test_a_print_shop_nobody_knows_is_named(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="'nobody'"):
        print_kit("--all", "--out", str(tmp_path), "--shop", "nobody")


def test_a_full_disk_leaves_no_half_a_file(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third file is refused by the disk; what was there before stays, and nothing has a temporary name."""
    print_kit("--organisation", "takasaki", "--out", str(tmp_path))
    before = everything_in(tmp_path)
    organisation.name = "別の名前"
    organisation.save()
    real, written = writing.write_whole, []

    def filling(path: Path, chunks: Any) -> None:
        written.append(path.name)
        real(path, chunks if len(written) < 3 else half_then_full(chunks))

    monkeypatch.setattr(printing, "write_whole", filling)
    with pytest.raises(CommandError, match=r"takasaki: .*No space left"):
        print_kit("--organisation", "takasaki", "--out", str(tmp_path))
    after = everything_in(tmp_path)
    assert after.keys() == before.keys()
    changed = {Path(name).name for name in after if after[name] != before[name]}
    assert changed == set(written[:2])
    for name in changed:
        subprocess.run(
            ["qpdf", "--check", str(tmp_path / "takasaki" / name)], check=True, capture_output=True
        )


def half_then_full(chunks: Any) -> Any:
    for chunk in chunks:
        yield chunk[: len(chunk) // 2]
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_whole(path, [b"first"])
    with pytest.raises(OSError, match="No space"):
        write_whole(path, half_then_full([b"second"]))
    assert everything_in(tmp_path) == {"a.pdf": b"first"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_drawn_on_a_terminal() -> None:
    terminal = Terminal()
    bar = Bar(4, terminal)
    for _kit in range(4):
        bar.advance()
    bar.finish()
    assert "4/4" in terminal.getvalue()
    assert terminal.getvalue().endswith("\n")


def test_progress_is_silent_elsewhere() -> None:
    pipe = io.StringIO()
    bar = Bar(1, pipe)
    bar.advance()
    bar.clear()
    bar.finish()
    assert pipe.getvalue() == ""


def test_what_an_earlier_kit_held_and_this_one_does_not_goes(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    folder = tmp_path / "takasaki"
    folder.mkdir()
    for name in ("poster-a0-press.pdf", "letter.pdf"):
        (folder / name).write_bytes(b"%PDF")
    (folder / "kit.json").write_text(
        json.dumps({"files": [{"name": "poster-a0-press.pdf"}, {"name": "../x"}]})
    )
    print_kit("--organisation", "takasaki", "--out", str(tmp_path))
    assert not (folder / "poster-a0-press.pdf").exists()
    assert (folder / "letter.pdf").exists(), "it is not ours"


def test_a_plate_that_was_held_back_is_named(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, tmp_path: Path
) -> None:
    edition.plates.filter(design="fan").update(verdict=Plate.Verdict.REFUSED)
    with pytest.raises(CommandError, match=r"fan-a4-office\.pdf"):
        print_kit("--organisation", "takasaki", "--out", str(tmp_path))
    written = {path.name for path in (tmp_path / "takasaki").iterdir()}
    assert not any(name.startswith("fan") for name in written)
    assert "ticket-a4-office.pdf" not in written, "a ticket is about all press files"
    assert "poster-a1-press.pdf" in written
