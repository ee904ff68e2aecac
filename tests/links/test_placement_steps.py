"""Pledged → displayed → removed, one step back, and the edition that hangs."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.links.models import Placement, ShortLink
from campaigns.links.placements import steps
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import MembershipFactory, OrganisationFactory
from tests.kits.test_publishing import draft
from tests.links.factories import displayed, placement_of


@pytest.fixture
def placement(edition: Edition, organisation: Organisation) -> Placement:
    return placement_of(organisation)


def page(placement: Placement, step: str) -> str:
    return f"/my/takasaki/placements/{placement.pk}/{step}/"


def state(placement: Placement) -> tuple[str, date | None, date | None, int | None]:
    placement = Placement.objects.get(pk=placement.pk)
    return placement.status, placement.displayed_on, placement.removed_on, placement.edition_id


def test_it_works(placement: Placement, edition: Edition, member_client: Client) -> None:
    hung, down = date(2026, 1, 10), date(2026, 3, 1)
    answer = member_client.post(page(placement, "displayed"), {"day": hung}, follow=True)
    assert "掲示中にしました" in answer.content.decode()
    assert state(placement) == ("displayed", hung, None, edition.pk)
    answer = member_client.post(page(placement, "removed"), {"day": down}, follow=True)
    assert "ありがとうございました" in answer.content.decode()
    assert state(placement) == ("removed", hung, down, edition.pk)


def test_today_is_at_hand(placement: Placement, member_client: Client) -> None:
    assert (
        f'value="{timezone.localdate():%Y-%m-%d}"'
        in member_client.get(page(placement, "displayed")).content.decode()
    )


@pytest.mark.parametrize("step", ["displayed", "removed"])
def test_a_day_that_has_not_come_is_refused(step: str, placement: Placement, member_client: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = member_client.post(page(placement, step), {"day": tomorrow})
    assert "まだ来ていない日" in answer.content.decode()
    assert state(placement)[0] == "pledged"


def test_it_was_not_taken_down_before_it_was_hung(
    organisation: Organisation, edition: Edition, member_client: Client
) -> None:
    placement = displayed(organisation)
    answer = member_client.post(page(placement, "removed"), {"day": "2026-01-09"})
    assert "掲示した日より前" in answer.content.decode()
    assert state(placement)[0] == "displayed"


def test_the_day_is_corrected(organisation: Organisation, edition: Edition, member_client: Client) -> None:
    placement = displayed(organisation)
    member_client.post(page(placement, "displayed"), {"day": "2026-01-08"})
    assert state(placement) == ("displayed", date(2026, 1, 8), None, edition.pk)


def test_each_step_is_taken_back(organisation: Organisation, edition: Edition, member_client: Client) -> None:
    placement = displayed(organisation)
    steps.remove(placement, date(2026, 3, 1))
    member_client.post(page(placement, "undo"), {"status": "removed"})
    assert state(placement) == ("displayed", date(2026, 1, 10), None, edition.pk)
    member_client.post(page(placement, "undo"), {"status": "displayed"})
    assert state(placement) == ("pledged", None, None, None)
    member_client.post(page(placement, "undo"), {"status": "pledged"})
    assert state(placement) == ("pledged", None, None, None)


def test_a_button_pressed_twice_takes_back_one_step(
    organisation: Organisation, edition: Edition, member_client: Client
) -> None:
    placement = displayed(organisation)
    steps.remove(placement, date(2026, 3, 1))
    for _press in range(2):
        answer = member_client.post(page(placement, "undo"), {"status": "removed"}, follow=True)
    assert state(placement)[0] == "displayed"
    assert "ほかの人が先に変更しました" in answer.content.decode()


def test_a_promise_is_given_up_and_taken_up_again(
    placement: Placement, edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    ShortLink.objects.issued(edition, organisation, placement=placement)
    assert page(placement, "removed") in member_client.get("/my/takasaki/placements/").content.decode()
    member_client.post(page(placement, "removed"), {"day": "2026-01-09"})
    assert state(placement) == ("removed", None, date(2026, 1, 9), None)
    member_client.post(page(placement, "undo"), {"status": "removed"})
    assert state(placement) == ("pledged", None, None, None)


def test_of_two_who_are_told_the_same_one_is_faster(placement: Placement, edition: Edition) -> None:
    mine, theirs = (Placement.objects.get(pk=placement.pk) for _ in range(2))
    assert steps.display(mine, date(2026, 1, 10), edition)
    assert not steps.display(theirs, date(2026, 1, 11), edition)
    assert steps.remove(mine, date(2026, 2, 1))
    assert not steps.remove(theirs, date(2026, 2, 2))
    assert not steps.remove(mine, date(2026, 2, 3))
    assert state(placement) == ("removed", date(2026, 1, 10), date(2026, 2, 1), edition.pk)


def test_what_hangs_is_of_the_edition_of_its_day_until_it_is_renewed(
    placement: Placement, campaign: CampaignPage, edition: Edition, publish: Publish, member_client: Client
) -> None:
    member_client.post(page(placement, "displayed"), {"day": "2026-01-10"})
    newer = publish(draft(campaign, theme="rounds")).edition
    assert state(placement)[3] == edition.pk
    answer = member_client.post(page(placement, "renewed"), follow=True)
    assert "新しい版にしました" in answer.content.decode()
    assert state(placement)[3] == newer.pk != edition.pk


def test_what_does_not_hang_is_not_renewed(placement: Placement, member_client: Client) -> None:
    member_client.post(page(placement, "renewed"))
    assert state(placement) == ("pledged", None, None, None)


@pytest.mark.parametrize("step", ["undo", "renewed"])
def test_looking_changes_nothing(
    step: str, organisation: Organisation, edition: Edition, member_client: Client
) -> None:
    placement = displayed(organisation)
    assert member_client.get(page(placement, step)).status_code == 405


@pytest.mark.parametrize("step", ["edit", "displayed", "removed", "renewed", "undo", "delete"])
def test_nobody_changes_another_organisations_place(
    step: str,
    organisation: Organisation,
    edition: Edition,
    other_member_client: Client,
    member_client: Client,
) -> None:
    """Neither under its own address nor under one's own organisation's."""
    placement = displayed(organisation)
    before = state(placement)
    second = OrganisationFactory(slug="second")
    MembershipFactory(organisation=second, user=organisation.people.get())
    theirs = displayed(OrganisationFactory())
    data = {"day": "2026-01-12", "status": "displayed"}
    assert other_member_client.post(page(placement, step), data).status_code == 404
    assert member_client.post(f"/my/second/placements/{placement.pk}/{step}/", data).status_code == 404
    assert member_client.post(f"/my/takasaki/placements/{theirs.pk}/{step}/", data).status_code == 404
    assert state(placement) == before
