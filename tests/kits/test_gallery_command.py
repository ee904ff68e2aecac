"""`manage.py gallery` shows everything that can be printed, without a database."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from campaigns.kits.management.commands import gallery


def test_it_works_without_a_database(tmp_path: Path) -> None:
    """No database fixture is asked for here, so that any query fails the test."""
    out = StringIO()
    options = ("--theme", "ripples", "--design", "fan", "--quick")
    call_command("gallery", "--out", str(tmp_path), *options, stdout=out)
    assert out.getvalue().strip() == str(tmp_path / "index.html")
    assert '<html lang="ja">' in (tmp_path / "index.html").read_text()
    assert len(list(tmp_path.glob("ripples/*-full.png"))) == 2


def test_it_makes_the_pictures_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "write_pictures", lambda folder: [folder / "posters.png"])
    out = StringIO()
    call_command("gallery", "--docs", str(tmp_path), stdout=out)
    assert out.getvalue().strip() == str(tmp_path / "posters.png")


@pytest.mark.parametrize("options", [["--theme", "nobody"], ["--design", "mug"]])
def test_what_there_is_not_is_refused(options: list[str], tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("gallery", "--out", str(tmp_path), *options)


def test_it_is_told_where_to_write() -> None:
    with pytest.raises(CommandError, match="required"):
        call_command("gallery", "--quick")
