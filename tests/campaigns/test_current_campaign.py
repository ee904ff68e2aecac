"""Which campaign the front door, the kits and old codes lead to."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from campaigns.current import current_campaign, pick_current
from campaigns.models import CampaignChoice, CampaignPage
from home.models import HomePage
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, locale

TODAY = date(2026, 6, 15)


#: (year, month, day) of the first and of the last day.
PERIODS = {
    "running": ((2026, 5, 1), (2026, 8, 28)),
    "running longer": ((2026, 4, 1), (2027, 3, 28)),
    "next": ((2026, 7, 1), (2026, 9, 28)),
    "after next": ((2027, 7, 1), (2027, 9, 28)),
    "last ended": ((2026, 1, 1), (2026, 4, 28)),
    "long ended": ((2026, 2, 1), (2026, 3, 28)),
}


def picked(names: list[str], today: date) -> str | None:
    """The title of the campaign that is current among unsaved ones of those periods."""
    pages = [
        CampaignPage(pk=number, title=name, starts=date(*PERIODS[name][0]), ends=date(*PERIODS[name][1]))
        for number, name in enumerate(names)
    ]
    page = pick_current(pages, today)
    return page.title if page else None


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["last ended", "running longer", "running", "next"], "running"),
        (["last ended", "after next", "next"], "next"),
        (["long ended", "last ended"], "last ended"),
        ([], None),
    ],
    ids=["running that started last", "next to start", "last ended", "none"],
)
def test_the_calendar_decides(db: None, names: list[str], expected: str | None) -> None:
    assert picked(names, TODAY) == expected
    assert picked(names[::-1], TODAY) == expected


@pytest.mark.parametrize("day", [date(2026, 5, 1), date(2026, 8, 28)])
def test_a_campaign_runs_on_its_first_and_its_last_day(db: None, day: date) -> None:
    assert picked(["last ended", "running", "after next"], day) == "running"


def test_the_day_of_tokyo_counts(home: HomePage, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    ending = publish(CampaignPageFactory(ends=date(2026, 6, 15)))
    beginning = publish(CampaignPageFactory(starts=date(2026, 6, 16)))
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 6, 15, 14, 59, 59, tzinfo=UTC))
    assert current_campaign() == ending
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 6, 15, 15, 0, tzinfo=UTC))
    assert current_campaign() == beginning


def test_a_draft_is_never_current(home: HomePage) -> None:
    CampaignPageFactory()
    assert current_campaign() is None


def pin(page: CampaignPage) -> None:
    CampaignChoice.objects.create(site=Site.objects.get(is_default_site=True), pinned=page)


def test_a_pinned_campaign_comes_before_the_running_one(campaign: CampaignPage, publish: Publish) -> None:
    over = publish(CampaignPageFactory(starts=date(2019, 1, 1), ends=date(2019, 2, 1)))
    assert current_campaign() == campaign
    pin(over)
    assert current_campaign() == over


def test_a_pinned_campaign_that_is_unpublished_gives_way(campaign: CampaignPage, publish: Publish) -> None:
    over = publish(CampaignPageFactory(starts=date(2019, 1, 1), ends=date(2019, 2, 1)))
    pin(over)
    over.unpublish()
    assert current_campaign() == campaign


def test_a_pinned_campaign_behind_a_password_gives_way(campaign: CampaignPage, publish: Publish) -> None:
    over = publish(CampaignPageFactory(starts=date(2019, 1, 1), ends=date(2019, 2, 1)))
    pin(over)
    PageViewRestriction.objects.create(page=over, restriction_type="login")
    assert current_campaign() == campaign


def test_another_language_is_given_where_it_exists(campaign: CampaignPage, publish: Publish) -> None:
    english = locale("en")
    assert current_campaign("en") == campaign
    translated = campaign.copy_for_translation(english, copy_parents=True)
    assert current_campaign("en") == campaign
    translated = publish(translated)
    assert current_campaign("en") == translated
    assert current_campaign("ja") == campaign
    assert current_campaign() == campaign
