from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from campaigns.schedule import chores
from campaigns.schedule.chores import Chore, claim, tick
from campaigns.schedule.models import DueWork

Register = Callable[[str, Callable[[], object]], None]


@pytest.fixture
def register(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    """Only the test's own chores, each once an hour."""
    monkeypatch.setattr(chores, "CHORES", {})
    return lambda key, run: chores.register(key, timedelta(hours=1), run)


def test_it_works(register: Register) -> None:
    runs: list[str] = []
    register("sweep", lambda: runs.append("sweep"))
    now = timezone.now()
    assert tick(now) == ["sweep"]
    assert tick(now + timedelta(minutes=59)) == []
    assert tick(now + timedelta(minutes=60)) == ["sweep"]
    assert runs == ["sweep", "sweep"]


def test_a_failure_is_kept_tried_again_and_stops_nobody_else(register: Register) -> None:
    def fail() -> None:
        raise ConnectionError("the host does not answer")

    register("broken", fail)
    register("sweep", lambda: None)
    now = timezone.now()
    assert tick(now) == ["sweep"]
    assert DueWork.objects.get(key="broken").problem == "ConnectionError: the host does not answer"
    register("broken", lambda: None)
    assert tick(now + timedelta(minutes=10)) == ["broken"]
    assert DueWork.objects.get(key="broken").problem == ""


def test_only_one_of_two_may_do_it(register: Register) -> None:
    now = timezone.now()
    chore = Chore("sweep", timedelta(hours=1), lambda: None)
    assert [claim(chore, now), claim(chore, now)] == [True, False]
    later = now + timedelta(hours=1)
    assert [claim(chore, later), claim(chore, later)] == [True, False]


def test_the_command_says_what_it_has_done(register: Register, capsys: pytest.CaptureFixture[str]) -> None:
    register("sweep", lambda: None)
    call_command("tick")
    assert capsys.readouterr().out == "sweep\n"
