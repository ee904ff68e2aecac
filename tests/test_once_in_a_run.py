"""What one process of a run has made, another reads; nothing is kept of what failed."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from print_templates.design import all_designs
from print_templates.plate import job, make
from print_templates.proof import sample_content
from tests.layouts import made_once, once_in_a_run


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LAYOUTS", str(tmp_path))
    return tmp_path


def test_it_works(shared: Path) -> None:
    made: list[str] = []

    def make_it() -> bytes:
        made.append("made")
        return b"plate"

    with ThreadPoolExecutor() as together:
        answers = list(together.map(lambda _number: once_in_a_run("one", make_it), range(8)))
    assert answers == [b"plate"] * 8
    assert made == ["made"]
    assert once_in_a_run("another", lambda: b"other") == b"other"


def test_what_is_read_is_what_would_be_made(shared: Path) -> None:
    design = all_designs()["poster"]
    wanted = job(design, sample_content(), design.sheet("a4"), "office")
    first, second = made_once(wanted), made_once(wanted)
    assert first == second == make(wanted)


def test_what_failed_is_tried_again(shared: Path) -> None:
    with pytest.raises(RuntimeError):
        once_in_a_run("one", failing)
    assert once_in_a_run("one", lambda: 1) == 1


def failing() -> int:
    raise RuntimeError


def test_alone_everything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LAYOUTS", raising=False)
    made: list[object] = [once_in_a_run("one", object), once_in_a_run("one", object)]
    assert made[0] is not made[1]
