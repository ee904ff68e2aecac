"""The letter to the office: only with news, and at most once a week."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from campaigns.links.custody import probing
from campaigns.links.custody.letter import tell_office
from campaigns.links.models import AlarmLetter, ShortLink, Walk
from campaigns.members.letters import deliver
from campaigns.models import Edition
from tests.factories import OrganisationFactory


@pytest.fixture(autouse=True)
def the_office(settings: Any) -> None:
    settings.OFFICE_EMAIL = "office@example.jp"


def letters() -> list[str]:
    """What was sent by now."""
    tell_office()
    deliver()
    return [message.body for message in mail.outbox]


def a_week_later() -> None:
    AlarmLetter.objects.update(sent_at=timezone.now() - timedelta(days=7))


def test_it_works(link: ShortLink) -> None:
    assert letters() == []
    ShortLink.objects.update(target=None)
    [body] = letters()
    assert mail.outbox[0].to == ["office@example.jp"]
    assert mail.outbox[0].subject == "二次元コード：新しく確認が必要なことが1件あります"
    assert "1件のコードの元のページが、削除されたか" in body
    assert "http://testserver/admin/codes/" in body


def test_what_was_told_is_not_told_again(link: ShortLink) -> None:
    ShortLink.objects.update(target=None)
    for _week in range(3):
        assert len(letters()) == 1
        a_week_later()


def test_another_code_is_news_but_only_after_a_week(link: ShortLink, edition: Edition) -> None:
    ShortLink.objects.update(target=None)
    assert len(letters()) == 1
    ShortLink.objects.issued(edition, OrganisationFactory())
    ShortLink.objects.update(target=None)
    assert len(letters()) == 1
    a_week_later()
    assert len(letters()) == 2


def test_what_was_over_and_comes_back_is_news(link: ShortLink) -> None:
    ShortLink.objects.update(target=None)
    letters()
    ShortLink.objects.update(target=link.target)
    letters()
    a_week_later()
    ShortLink.objects.update(target=None)
    assert len(letters()) == 2


def test_it_waits_for_a_walk_that_goes_on_unless_the_site_is_silent(link: ShortLink) -> None:
    Walk.objects.create()
    ShortLink.objects.update(target=None)
    assert letters() == []
    probing.noted("http://testserver", "connection")
    [body] = letters()
    assert "testserver につながりませんでした" in body
