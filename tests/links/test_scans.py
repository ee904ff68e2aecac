"""Counting readings: by day of Tokyo and by hour, and nothing about the person."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from campaigns.links.models import HourCount, ShortLink
from campaigns.links.rollup import roll_up
from tests.factories import OrganisationFactory

At = Callable[..., None]


@pytest.fixture(params=["direct", "spool"], autouse=True)
def mode(request: pytest.FixtureRequest, settings: Any) -> str:
    """Both ways of counting keep the same promises."""
    settings.SCAN_COUNTING = request.param
    return settings.SCAN_COUNTING


@pytest.fixture
def read_at(link: ShortLink, client: Client, monkeypatch: pytest.MonkeyPatch) -> At:
    """Somebody reads a code at a moment of universal time."""

    def read(*moment: int, code: str = link.code) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda: datetime(*moment, tzinfo=UTC))
            assert client.get(f"/q/{code}").status_code == 302

    return read


def days(link: ShortLink) -> list[tuple[date, int]]:
    roll_up()
    return list(link.counts.order_by("day").values_list("day", "count"))


def hours() -> list[tuple[int, datetime, int]]:
    roll_up()
    return list(HourCount.objects.order_by("hour").values_list("campaign", "hour", "count"))


def test_it_works(link: ShortLink, client: Client) -> None:
    for expected in (1, 2, 3):
        client.get(f"/q/{link.code}")
        assert days(link) == [(timezone.localdate(), expected)]
    assert [(campaign, count) for campaign, _hour, count in hours()] == [(link.campaign.pk, 3)]


def test_days_turn_at_midnight_in_tokyo(link: ShortLink, read_at: At) -> None:
    read_at(2026, 6, 1, 14, 59, 59)
    read_at(2026, 6, 1, 15, 0, 0)
    read_at(2026, 6, 2, 14, 59, 59)
    assert days(link) == [(date(2026, 6, 1), 1), (date(2026, 6, 2), 2)]


def test_hours_are_counted_for_the_whole_campaign(link: ShortLink, read_at: At) -> None:
    other = ShortLink.objects.issued(link.edition, OrganisationFactory())
    read_at(2026, 6, 1, 14, 0, 0)
    read_at(2026, 6, 1, 14, 59, 59, code=other.code)
    read_at(2026, 6, 1, 15, 0, 0)
    assert hours() == [
        (link.campaign.pk, datetime(2026, 6, 1, 14, tzinfo=UTC), 2),
        (link.campaign.pk, datetime(2026, 6, 1, 15, tzinfo=UTC), 1),
    ]


def test_codes_are_counted_apart(link: ShortLink, read_at: At) -> None:
    other = ShortLink.objects.issued(link.edition, None)
    read_at(2026, 6, 1, 0, 0, 0)
    read_at(2026, 6, 1, 0, 0, 0, code=other.code)
    assert days(link) == days(other) == [(date(2026, 6, 1), 1)]


def test_looking_without_reading_is_not_counted(link: ShortLink, client: Client) -> None:
    assert client.head(f"/q/{link.code}").status_code == 302
    assert days(link) == []


def test_staff_are_not_counted(link: ShortLink, staff_client: Client) -> None:
    assert staff_client.get(f"/q/{link.code}").status_code == 302
    assert days(link) == []


def test_members_are_counted(link: ShortLink, member_client: Client) -> None:
    member_client.get(f"/q/{link.code}")
    assert days(link) == [(timezone.localdate(), 1)]


def test_a_code_without_a_campaign_is_still_counted(link: ShortLink, client: Client) -> None:
    link.campaign.delete()
    client.get(f"/q/{link.code}")
    assert days(link) == [(timezone.localdate(), 1)]
    assert hours() == []


def test_nothing_about_the_person_is_kept_or_logged(
    link: ShortLink, client: Client, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    address, agent = "203.0.113.77", "CanaryPhone/7.7"
    caplog.set_level(0)
    for path in (f"/q/{link.code}", "/q/2222222", link.campaign.get_url(), "/"):
        client.get(
            path, REMOTE_ADDR=address, headers={"User-Agent": agent, "Referer": "https://canary.example/"}
        )
    kept = [str(list(model._base_manager.values())) for model in apps.get_models()]
    kept += [file.read_text() for file in settings.SPOOL_DIR.glob("*")]
    everything = "".join(kept) + caplog.text
    assert link.code in everything
    assert [canary for canary in (address, agent, "canary.example") if canary in everything] == []
