"""Desks that nobody has checked for long: found by staff, and named in a letter once a month."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.desks.models import Desk
from campaigns.desks.verification import DAYS, LIST, remind
from campaigns.members.letters import deliver
from campaigns.schedule.chores import CHORES
from tests.factories import DeskFactory


@pytest.fixture
def desks(db: None) -> None:
    today = timezone.localdate()
    DeskFactory(slug="fresh", name="さっき確かめた電話", verified_on=today - timedelta(days=DAYS))
    DeskFactory(slug="stale", name="古い電話", verified_on=today - timedelta(days=DAYS + 1))


def test_the_letter_names_what_is_to_be_checked(desks: None, settings: Any) -> None:
    settings.OFFICE_EMAIL = "office@example.jp"
    remind()
    deliver()
    (letter,) = mail.outbox
    assert letter.to == ["office@example.jp"]
    assert letter.subject == "相談窓口の確認のお願い（1件）"
    assert "古い電話" in letter.body
    assert "さっき確かめた電話" not in letter.body
    assert f"http://testserver{reverse(LIST)}?verified=stale" in letter.body


def test_no_letter_when_all_are_checked(db: None) -> None:
    DeskFactory(verified_on=timezone.localdate())
    remind()
    deliver()
    assert mail.outbox == []


def test_it_is_a_monthly_chore() -> None:
    assert CHORES["desks to verify"].every == timedelta(days=30)


@pytest.mark.parametrize(
    ("value", "found"), [("stale", {"stale"}), ("fresh", {"fresh"}), ("", {"stale", "fresh"})]
)
def test_staff_find_them(desks: None, staff_client: Client, value: str, found: set[str]) -> None:
    page = staff_client.get(reverse(LIST), {"verified": value})
    assert {desk.slug for desk in page.context["object_list"]} == found
    assert Desk.objects.count() == 2
