"""What a page's editor says of the codes that lead to it, and the successor named later."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from campaigns.links.models import Placement, ShortLink, Successor
from campaigns.models import CampaignPage, Edition
from home.models import HomePage, StandardPage
from tests.conftest import logged_in
from tests.factories import OrganisationFactory, UserFactory
from tests.links.admin.asking import (
    bulk_url,
    codes_url,
    delete_url,
    errors,
    move_url,
    shown,
    successors,
    to,
    unpublish_url,
)
from tests.links.admin.conftest import page_below
from tests.links.factories import displayed


def edit_url(page: StandardPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.fixture
def editor_client(home: HomePage) -> Client:
    """Somebody who may edit pages, and no more."""
    group = Group.objects.create(name="editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group, page=home, permission=Permission.objects.get(codename="change_page")
    )
    user = UserFactory(is_staff=True)
    user.groups.add(group)
    return logged_in(user)


def test_it_works(page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client) -> None:
    page.unpublish()
    assert "引き継ぎ先も決まっていません" in shown(staff_client, codes_url(page))
    answer = staff_client.post(codes_url(page), to(other))
    assert answer["Location"] == codes_url(page)
    assert successors() == {page.pk: other.pk}
    assert "引き継ぎ先の「べつのページ」です" in shown(staff_client, codes_url(page))


def test_the_editor_leads_there(page: StandardPage, printed: ShortLink, staff_client: Client) -> None:
    edit = shown(staff_client, edit_url(page))
    assert "印刷物の二次元コード 1件" in edit
    assert codes_url(page) in edit


def test_the_editor_of_a_page_without_codes_says_nothing(
    other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    assert codes_url(other) not in shown(staff_client, edit_url(other))
    assert "二次元コードはありません" in shown(staff_client, codes_url(other))


def test_a_public_page_needs_none(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    told = shown(staff_client, codes_url(page))
    assert "公開中" in told
    assert 'name="way"' not in told
    assert staff_client.post(codes_url(page), to(other)).status_code == 302
    assert successors() == {}


def test_a_page_that_ends_on_a_day_is_given_one_before(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    staff_client.post(codes_url(page), to(other))
    assert successors() == {page.pk: other.pk}


def test_the_earlier_one_is_shown_and_a_bad_one_refused(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    page.unpublish()
    Successor.objects.create(page=page, successor=other)
    assert staff_client.get(codes_url(page)).context["form"]["successor"].value() == other.pk
    assert list(errors(staff_client.post(codes_url(page), to(page)))) == ["successor"]
    assert successors() == {page.pk: other.pk}


def test_who_may_only_edit_looks(
    page: StandardPage, other: StandardPage, printed: ShortLink, editor_client: Client
) -> None:
    page.unpublish()
    assert 'name="way"' not in shown(editor_client, codes_url(page))
    editor_client.post(codes_url(page), to(other))
    assert successors() == {}


def test_nobody_else_looks(page: StandardPage, printed: ShortLink, member_client: Client) -> None:
    assert member_client.get(codes_url(page)).status_code == 302


Counting = Callable[..., Any]


@pytest.mark.parametrize("which", ["unpublish", "delete", "move", "codes", "bulk"])
def test_more_codes_and_prints_ask_no_more_questions(
    which: str,
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    edition: Edition,
    staff_client: Client,
    django_assert_max_num_queries: Counting,
) -> None:
    url = {
        "unpublish": unpublish_url(page),
        "delete": delete_url(page),
        "move": move_url(page, other),
        "codes": codes_url(page),
        "bulk": bulk_url("unpublish", page),
    }[which]
    page_below(page, "below")
    shown(staff_client, url)
    with django_assert_max_num_queries(1000) as before:
        shown(staff_client, url)
    for _number in range(5):
        organisation = OrganisationFactory()
        ShortLink.objects.issued(edition, organisation, "work")
        displayed(organisation)
        page_below(page, f"below-{_number}")
    with django_assert_max_num_queries(len(before)):
        told = shown(staff_client, url)
    assert "<b>12</b>枚" in told


def test_lists_of_pages_ask_nothing_of_codes_but_for_the_page_above(
    campaign: CampaignPage,
    home: HomePage,
    hanging: Placement,
    staff_client: Client,
    django_assert_max_num_queries: Counting,
) -> None:
    url = reverse("wagtailadmin_explore", args=[home.pk])
    shown(staff_client, url)
    with django_assert_max_num_queries(1000) as asked:
        shown(staff_client, url)
    assert sum("links_placement" in query["sql"] for query in asked.captured_queries) == 1


def test_an_end_date_without_a_successor_is_told_in_the_editor(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    said = "公開が終わります。引き継ぎ先がまだ決まっていません"
    assert said not in shown(staff_client, edit_url(page))
    page.expire_at = timezone.now() + timedelta(days=30)
    page.save_revision()
    assert said in shown(staff_client, edit_url(page))
    staff_client.post(codes_url(page), to(other))
    assert successors() == {page.pk: other.pk}
    assert said not in shown(staff_client, edit_url(page))


def test_a_restriction_without_a_successor_is_told_at_once(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    said = "見られる人が限られています。引き継ぎ先がまだ決まっていません"
    for each in (page, other):
        url = reverse("wagtailadmin_pages:set_privacy", args=[each.pk])
        staff_client.get(url)
        assert staff_client.post(url, {"restriction_type": "login"}).status_code == 200
        assert (said in shown(staff_client, "/admin/")) == (each == page)
    assert said in shown(staff_client, edit_url(page))
    assert said not in shown(staff_client, edit_url(other))
    Successor.objects.create(page=page, successor=printed.campaign)
    assert said not in shown(staff_client, edit_url(page))
