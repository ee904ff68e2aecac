"""Moving a page that codes lead to: they follow by themselves, and that is said."""

from typing import Any

import pytest
from django.test import Client

from campaigns.links.models import ShortLink
from home.models import HomePage, StandardPage
from tests.links.admin.asking import move_url, shown


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
def test_a_place_that_not_everybody_sees_is_told(
    where: str,
    home: HomePage,
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    staff_client: Client,
) -> None:
    other.view_restrictions.create(restriction_type="login")
    destination = other if where == "restricted" else home.get_parent()
    assert "移動先では、ページを見られない人がいます" in shown(staff_client, move_url(page, destination))
