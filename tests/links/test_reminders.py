"""Letters before an end date and after a newer edition: one per organisation, each told once."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from mailer.models import Message

from campaigns.links.models import Placement
from campaigns.links.placements import reminders
from campaigns.links.placements.reminders import remind_of_editions, remind_of_ends
from campaigns.members.models import Membership, Organisation
from campaigns.models import CampaignPage, Edition
from campaigns.schedule.chores import CHORES
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, MembershipFactory, OrganisationFactory
from tests.kits.test_publishing import draft
from tests.links.factories import displayed, placement_of

Due = Callable[..., Placement]


@pytest.fixture
def administrator(organisation: Organisation) -> str:
    role = Membership.Role.ADMINISTRATOR
    return MembershipFactory(organisation=organisation, role=role).user.email


@pytest.fixture
def due(edition: Edition, organisation: Organisation) -> Due:
    """A placement that ends in so many days, today unless said otherwise."""

    def made(days: int = 0, whose: Organisation = organisation, **fields: Any) -> Placement:
        return displayed(whose, until=timezone.localdate() + timedelta(days=days), **fields)

    return made


@pytest.fixture
def renewed(campaign: CampaignPage, publish: Publish) -> Callable[[str], Edition]:
    def published(theme: str) -> Edition:
        newest = publish(draft(CampaignPage.objects.get(pk=campaign.pk), theme=theme)).edition
        assert newest is not None
        return newest

    return published


def letters() -> list[Any]:
    return [message.email for message in Message.objects.order_by("pk")]


def test_it_works(due: Due, administrator: str) -> None:
    due(14, place="店の入口")
    due(3, place="公民館の廊下", count=2)
    remind_of_ends()
    (letter,) = letters()
    assert letter.to == [administrator]
    assert letter.subject == "まもなく掲示期限です（公民館の廊下 ほか）"
    assert "・公民館の廊下（ポスター 2枚）" in letter.body
    assert "・店の入口（ポスター 1枚）" in letter.body
    assert re.findall(r"https?://\S+", letter.body) == ["http://testserver/my/takasaki/placements/"]


def test_both_fall_due_every_hour() -> None:
    assert {chore.run for chore in CHORES.values()} >= {remind_of_ends, remind_of_editions}


@pytest.mark.parametrize(("days", "told"), [(15, 0), (14, 1), (0, 1), (-1, 1), (-14, 1), (-15, 0)])
def test_it_is_told_two_weeks_before_and_not_much_later(
    days: int, told: int, due: Due, administrator: str
) -> None:
    due(days)
    remind_of_ends()
    assert len(letters()) == told


def test_an_end_is_told_once_and_a_new_end_again(due: Due, administrator: str) -> None:
    placement = due(3)
    remind_of_ends()
    remind_of_ends()
    assert len(letters()) == 1
    Placement.objects.filter(pk=placement.pk).update(until=timezone.localdate() + timedelta(days=10))
    remind_of_ends()
    assert len(letters()) == 2


@pytest.mark.parametrize("status", ["pledged", "removed"])
def test_what_does_not_hang_is_not_told(
    status: str, organisation: Organisation, campaign: CampaignPage, administrator: str
) -> None:
    placement_of(organisation, status=status, until=timezone.localdate())
    remind_of_ends()
    assert letters() == []


def test_each_organisation_gets_its_own(due: Due, administrator: str) -> None:
    other = MembershipFactory(role=Membership.Role.ADMINISTRATOR)
    due(3, place="こちら")
    due(3, whose=other.organisation, place="むこう")
    remind_of_ends()
    told = {letter.to[0]: letter.body for letter in letters()}
    assert set(told) == {administrator, other.user.email}
    assert "むこう" not in told[administrator]


def test_administrators_are_told_and_all_where_there_is_none(
    due: Due, organisation: Organisation, administrator: str
) -> None:
    member = MembershipFactory(organisation=organisation).user.email
    due(3)
    remind_of_ends()
    assert [letter.to for letter in letters()] == [[administrator]]
    Membership.objects.update(role=Membership.Role.MEMBER)
    due(4)
    remind_of_ends()
    assert {letter.to[0] for letter in letters()[1:]} == {administrator, member}


def test_what_nobody_can_be_told_stays_due(due: Due, organisation: Organisation) -> None:
    due(3)
    remind_of_ends()
    assert letters() == []
    MembershipFactory(organisation=organisation)
    remind_of_ends()
    assert len(letters()) == 1


def test_an_organisation_that_is_not_approved_is_left_alone(
    due: Due, organisation: Organisation, administrator: str
) -> None:
    due(3)
    Organisation.objects.update(is_approved=False)
    remind_of_ends()
    assert letters() == []


def test_killed_before_the_letter_is_queued_it_is_told_later(
    due: Due, administrator: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    due(3)

    def killed(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(reminders, "post", killed)
        with pytest.raises(KeyboardInterrupt):
            remind_of_ends()
    assert Placement.objects.get().reminded_of_end is None
    remind_of_ends()
    assert len(letters()) == 1


def test_of_two_processes_one_tells(due: Due, administrator: str) -> None:
    """The other has looked before ours had claimed anything."""
    due(3)
    looked = list(reminders.ending().select_related("organisation", "campaign"))
    remind_of_ends()
    reminders.tell("placements_end", looked[0].organisation, looked, reminders.claimed_end)
    assert len(letters()) == 1


def test_a_newer_edition_is_told_once(
    organisation: Organisation, edition: Edition, administrator: str, renewed: Callable[[str], Edition]
) -> None:
    displayed(organisation, place="店の入口")
    displayed(organisation, place="公民館の廊下")
    remind_of_editions()
    assert letters() == []
    renewed("rounds")
    remind_of_editions()
    remind_of_editions()
    (letter,) = letters()
    assert letter.subject == "掲示物の新しい版ができました（見本キャンペーン）"
    assert "・店の入口（ポスター 1枚）" in letter.body
    assert "・公民館の廊下（ポスター 1枚）" in letter.body
    assert re.findall(r"https?://\S+", letter.body) == ["http://testserver/my/takasaki/placements/"]
    renewed("ripples")
    remind_of_editions()
    assert len(letters()) == 2


def test_publishing_what_prints_the_same_is_told_nobody(
    organisation: Organisation, edition: Edition, administrator: str, campaign: CampaignPage, publish: Publish
) -> None:
    displayed(organisation)
    publish(campaign)
    remind_of_editions()
    assert letters() == []


@pytest.mark.parametrize("what", ["renewed", "removed", "pledged", "unknown"])
def test_what_is_not_of_an_older_edition_is_not_told(
    what: str, organisation: Organisation, edition: Edition, administrator: str,
    renewed: Callable[[str], Edition],
) -> None:  # fmt: skip
    displayed(organisation)
    newest = renewed("rounds")
    changes: dict[str, Any] = {
        "renewed": {"edition": newest}, "unknown": {"edition": None}, "removed": {"status": "removed"},
        "pledged": {"status": "pledged"},
    }[what]  # fmt: skip
    Placement.objects.update(**changes)
    remind_of_editions()
    assert letters() == []


def test_another_campaigns_edition_replaces_nothing(
    organisation: Organisation, edition: Edition, administrator: str, publish: Publish
) -> None:
    placement = displayed(organisation)
    other = publish(CampaignPageFactory())
    publish(draft(other, theme="rounds"))
    assert placement.campaign != other
    remind_of_editions()
    assert letters() == []


def test_of_two_processes_one_tells_of_an_edition(
    organisation: Organisation, edition: Edition, administrator: str, renewed: Callable[[str], Edition]
) -> None:
    displayed(organisation)
    renewed("rounds")
    looked = list(reminders.outdated().select_related("organisation", "campaign"))
    remind_of_editions()
    reminders.tell("placements_edition", looked[0].organisation, looked, reminders.claimed_edition)
    assert len(letters()) == 1


def test_many_cost_no_more_queries_to_find(edition: Edition, django_assert_max_num_queries: Any) -> None:
    for _number in range(5):
        displayed(OrganisationFactory(), until=timezone.localdate())
    with django_assert_max_num_queries(1):
        list(reminders.ending().select_related("organisation", "campaign"))


@pytest.mark.parametrize("kind", ["end", "edition"])
def test_a_claim_asks_of_its_own_row_alone(kind: str, due: Due, renewed: Callable[[str], Edition]) -> None:
    """PostgreSQL does not look again at what a subquery has found once another process has let go of the row."""
    due(3)
    renewed("rounds")
    found = {"end": reminders.ending, "edition": reminders.outdated}[kind]().get()
    claim = {"end": reminders.claimed_end, "edition": reminders.claimed_edition}[kind]
    with CaptureQueriesContext(connection) as asked:
        assert claim(found)
    (query,) = (each["sql"] for each in asked.captured_queries)
    assert query.startswith("UPDATE")
    assert "SELECT" not in query
    assert not claim(found)
