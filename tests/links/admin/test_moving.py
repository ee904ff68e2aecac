"""Moving a page that codes lead to: they follow by themselves, and that is said."""

from typing import Any

import pytest
from django.test import Client

from campaigns.links.models import ShortLink
from home.models import HomePage, StandardPage
from tests.links.admin.asking import bulk_url, errors, move_url, shown, successors, to
from tests.links.admin.conftest import page_below


def test_it_works(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client, client: Client
) -> None:
    told = shown(staff_client, move_url(page, other))
    assert "二次元コード<b>1</b>件" in told
    assert "<b>7</b>枚" in told
    assert "いま /work/ → 移動後 /other/work/" in told
    staff_client.post(move_url(page, other))
    assert client.get(f"/q/{printed.code}")["Location"] == "/other/work/"


def test_a_page_without_codes_has_the_usual_confirmation(
    page: StandardPage, other: StandardPage, staff_client: Client
) -> None:
    answer = staff_client.get(move_url(page, other))
    assert answer.templates[0].name == "wagtailadmin/pages/confirm_move.html"


def test_what_is_said_of_noted_addresses_is_true(
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    staff_client: Client,
    client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:
    assert "新しいアドレスに移ります" in shown(staff_client, move_url(page, other))
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(move_url(page, other))
    assert client.get("/work/").headers["Location"] == "/other/work/"


def test_without_redirects_it_says_that_they_stop_working(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client, settings: Any
) -> None:
    settings.WAGTAILREDIRECTS_AUTO_CREATE = False
    assert "使えなくなります" in shown(staff_client, move_url(page, other))


@pytest.mark.parametrize("where", ["restricted", "outside"])
def test_to_a_place_that_not_everybody_sees_it_asks_for_a_successor(
    where: str,
    home: HomePage,
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    staff_client: Client,
    client: Client,
) -> None:
    other.view_restrictions.create(restriction_type="login")
    third = page_below(home, "third")
    destination = other if where == "restricted" else home.get_parent()
    url = move_url(page, destination)
    told = shown(staff_client, url)
    assert "移動先では、ページを見られない人がいます" in told
    assert 'name="way"' in told
    assert list(errors(staff_client.post(url))) == ["way"]
    assert list(errors(staff_client.post(url, to(page)))) == ["successor"]
    assert StandardPage.objects.get(pk=page.pk).get_parent().pk == home.pk
    assert staff_client.post(url, to(third)).status_code == 302
    assert StandardPage.objects.get(pk=page.pk).get_parent().pk == destination.pk
    assert successors() == {page.pk: third.pk}
    assert client.get(f"/q/{printed.code}")["Location"] == "/third/"


def test_many_pages_are_asked_about_when_their_destination_is_known(
    home: HomePage, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    other.view_restrictions.create(restriction_type="login")
    third, url = page_below(home, "third"), bulk_url("move", page)
    assert 'name="way"' not in shown(staff_client, url)
    answer = staff_client.post(url, {"chooser": other.pk})
    assert list(errors(answer)) == ["way"]
    assert "移動先では、ページを見られない人がいます" in answer.content.decode()
    assert f'name="successor" value="{printed.campaign_id}"' in answer.content.decode()
    assert staff_client.post(url, to(third, chooser=other.pk)).status_code == 302
    assert StandardPage.objects.get(pk=page.pk).get_parent().pk == other.pk
    assert successors() == {page.pk: third.pk}
