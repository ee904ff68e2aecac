"""A page that is public again needs no successor; who publishes it is told."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campaigns.links.models import ShortLink, Successor
from home.models import HomePage, StandardPage
from tests.campaigns.test_guards import said
from tests.links.admin.asking import bulk_url, successors
from tests.links.admin.conftest import page_below

TOLD = "引き継ぎ先の設定は解除しました"


@pytest.fixture
def gone(page: StandardPage, other: StandardPage, printed: ShortLink) -> StandardPage:
    page.unpublish()
    Successor.objects.create(page=page, successor=other)
    return page


def publish(client: Client, page: StandardPage, **fields: str) -> list[str]:
    """Publish it in its editor; returns what is said then."""
    data = {
        "title": page.title, "slug": page.slug, "lead": "", "body-count": 0,
        "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "action-publish": "publish",
    }  # fmt: skip
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return said(client, client.post(url, data | fields))


def test_it_works(gone: StandardPage, staff_client: Client) -> None:
    assert any(TOLD in words for words in publish(staff_client, gone))
    assert successors() == {}


def test_a_page_that_had_none_says_nothing(other: StandardPage, staff_client: Client) -> None:
    assert not any(TOLD in words for words in publish(staff_client, other))


def test_publishing_for_a_later_day_keeps_it_until_then(gone: StandardPage, staff_client: Client) -> None:
    tomorrow = timezone.localtime() + timedelta(days=1)
    words = publish(staff_client, gone, go_live_at=f"{tomorrow:%Y-%m-%d %H:%M}")
    assert not any(TOLD in each for each in words)
    assert len(successors()) == 1


def test_a_schedule_forgets_it_too(gone: StandardPage) -> None:
    gone.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert successors() == {}


def test_many_at_once(home: HomePage, gone: StandardPage, other: StandardPage, staff_client: Client) -> None:
    child = page_below(gone, "below")
    child.unpublish()
    Successor.objects.create(page=child, successor=other)
    answer = staff_client.post(bulk_url("publish", gone), {"include_descendants": "on"})
    assert any(TOLD in words and "2ページ" in words for words in said(staff_client, answer))
    assert successors() == {}


def test_a_page_with_an_end_date_keeps_it_for_that_day(gone: StandardPage, other: StandardPage) -> None:
    gone.expire_at = timezone.now() + timedelta(days=1)
    gone.save_revision().publish()
    assert successors() == {gone.pk: other.pk}


def test_a_page_that_not_everybody_sees_keeps_it(gone: StandardPage, other: StandardPage) -> None:
    gone.view_restrictions.create(restriction_type="login")
    gone.save_revision().publish()
    assert successors() == {gone.pk: other.pk}
