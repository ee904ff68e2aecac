"""Letters leave the queue, whatever happens to one of them."""

from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from mailer.models import Message, MessageLog

from campaigns.members import letters
from campaigns.members.letters import deliver, deliver_again
from campaigns.schedule.chores import tick

TO = ("a@example.jp", "b@example.jp", "c@example.jp")


@pytest.fixture
def queued(db: None) -> None:
    for to in TO:
        mail.EmailMessage(
            "件名", "本文", to=[to], connection=mail.get_connection("mailer.backend.DbBackend")
        ).send()


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that no server takes."""
    refused: list[str] = ["b@example.jp"]
    real = EmailBackend.send_messages

    def send_messages(self: EmailBackend, messages: Any) -> Any:
        if any(to in refused for message in messages for to in message.to):
            raise ValueError("a letter that no server takes")
        return real(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    return refused


@pytest.mark.usefixtures("queued")
def test_it_works() -> None:
    assert "letters" in tick()
    assert [letter.to for letter in mail.outbox] == [[to] for to in TO]
    assert not Message.objects.exists()


@pytest.mark.usefixtures("queued")
def test_one_that_fails_keeps_no_other_and_is_sent_later(failing: list[str]) -> None:
    deliver()
    assert [letter.to for letter in mail.outbox] == [["a@example.jp"], ["c@example.jp"]]
    assert Message.objects.deferred().count() == 1
    failing.clear()
    deliver()
    assert len(mail.outbox) == 2
    deliver_again()
    deliver()
    assert [letter.to for letter in mail.outbox][2:] == [["b@example.jp"]]


@pytest.mark.usefixtures("queued")
def test_one_that_always_fails_is_given_up_after_two_days(failing: list[str], settings: Any) -> None:
    for _try in range(settings.MAILER_EMAIL_MAX_RETRIES + 2):
        deliver()
        deliver_again()
    assert not Message.objects.exists(), "a letter that carries an invitation lies nowhere"


@pytest.mark.usefixtures("queued")
def test_a_killed_process_locks_nobody_out(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "send_mail.lock").touch()
    deliver()
    assert len(mail.outbox) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["send_mail.lock"]


@pytest.mark.usefixtures("queued")
def test_old_records_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    deliver()
    assert MessageLog.objects.count() == 3
    monkeypatch.setattr(letters, "KEPT_DAYS", 0)
    deliver_again()
    assert not MessageLog.objects.exists()
