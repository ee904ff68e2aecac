"""Wagtail's bulk actions ask the same for many pages at once."""

import pytest
from django.test import Client
from wagtail.models import Page

from campaigns.links.models import Placement, ShortLink
from campaigns.models import CampaignPage, Edition
from home.models import HomePage, StandardPage
from tests.links.admin.asking import TO_NONE, bulk_url, errors, shown, successors, to
from tests.links.admin.conftest import page_below


def live(page: Page) -> bool:
    return Page.objects.filter(pk=page.pk, live=True).exists()


def test_unpublishing_works(
    home: HomePage, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    third = page_below(home, "third")
    url = bulk_url("unpublish", page, other)
    assert "<b>7</b>枚" in shown(staff_client, url)
    answer = staff_client.post(url, to(third))
    assert answer.status_code == 302
    assert not live(page)
    assert not live(other)
    assert successors() == {page.pk: third.pk}


def test_unpublishing_what_is_below_too(
    page: StandardPage, other: StandardPage, edition: Edition, staff_client: Client
) -> None:
    child = page_below(page, "below")
    ShortLink.objects.create(code="AAAAAAA", target=child, campaign=edition.campaign, edition=edition)
    assert 'type="checkbox" name="include_descendants"' in shown(staff_client, bulk_url("unpublish", page))
    staff_client.post(bulk_url("unpublish", page), to(other, include_descendants="on"))
    assert not live(child)
    assert successors() == {child.pk: other.pk}


def test_deleting_works(
    home: HomePage, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    third = page_below(home, "third")
    url = bulk_url("delete", page, other)
    assert "<b>7</b>枚" in shown(staff_client, url)
    staff_client.post(url, to(third))
    assert not Page.objects.filter(pk__in=[page.pk, other.pk]).exists()
    printed.refresh_from_db()
    assert printed.target_id == third.pk


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_without_an_answer_it_is_refused(
    action: str, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.post(bulk_url(action, page, other), {})
    assert list(errors(answer)) == ["way"]
    assert live(page)
    assert live(other)


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_one_of_them_is_no_successor(
    action: str, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.post(bulk_url(action, page, other), to(other))
    assert list(errors(answer)) == ["successor"]
    assert live(page)


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_no_successor_may_be_chosen(
    action: str, page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    assert staff_client.post(bulk_url(action, page), TO_NONE).status_code == 302
    assert not live(page)
    assert successors() == {}


@pytest.mark.parametrize("action", ["unpublish", "delete", "move"])
def test_pages_without_codes_show_nothing_new(
    action: str, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    told = shown(staff_client, bulk_url(action, other))
    assert "二次元コード" not in told
    assert 'name="way"' not in told


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_pages_without_codes_go_as_usual(
    action: str, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    staff_client.post(bulk_url(action, other), {})
    assert not live(other)


def test_campaigns_whose_prints_hang_are_not_deleted(
    campaign: CampaignPage, other: StandardPage, hanging: Placement, staff_client: Client
) -> None:
    url = bulk_url("delete", campaign, other)
    told = shown(staff_client, url)
    assert "掲示中の印刷物があるあいだは削除できません" in told
    assert 'name="way"' not in told
    staff_client.post(url, TO_NONE)
    assert live(campaign)
    assert live(other)


def test_moving_tells_that_codes_follow(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    told = shown(staff_client, bulk_url("move", page))
    assert "<b>7</b>枚" in told
    assert "ページについていきます" in told
    staff_client.post(bulk_url("move", page), {"chooser": other.pk})
    assert StandardPage.objects.get(pk=page.pk).get_url() == "/other/work/"


def test_who_may_not_is_not_asked(
    page: StandardPage, other: StandardPage, printed: ShortLink, member_client: Client
) -> None:
    for action in ("unpublish", "delete"):
        member_client.post(bulk_url(action, page), to(other))
    assert live(page)
    assert successors() == {}
