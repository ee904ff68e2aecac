"""A code never dies: whatever has happened since it was printed, it leads to a public page, the database or not."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from campaigns.links import offline_map
from campaigns.links.custody.entries import entries, register
from campaigns.links.custody.order import steps
from campaigns.links.custody.states import State
from campaigns.links.models import ShortLink
from campaigns.links.resolution import destination, to_resolve
from campaigns.members.models import Organisation
from home.models import HomePage
from tests.links.factories import displayed, taken_down
from tests.links.happenings import (
    HAPPENINGS,
    IN_ROWS_ALONE,
    Happening,
    Wall,
    below,
    hide,
    name_successor,
    printed,
    public_campaign,
)
from tests.links.stopping import database_stopped


@pytest.fixture
def wall(home: HomePage, organisation: Organisation) -> Wall:
    campaign = public_campaign(home)
    edition = printed(campaign)
    current = public_campaign(home, starts=date(2021, 1, 1))
    page = below(campaign, "map")
    placement = displayed(organisation, campaign=campaign, edition=edition, has_own_code=True)
    link = ShortLink.objects.issued(edition, organisation, placement=placement)
    ShortLink.objects.filter(pk=link.pk).update(target=page)
    offline_map.write()
    return Wall(home, campaign, current, page, placement, link)


@pytest.mark.parametrize("act", HAPPENINGS.values(), ids=HAPPENINGS)
def test_it_leads_on(
    act: Happening, wall: Wall, client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        expected = act(wall)
    if act in IN_ROWS_ALONE:
        offline_map.write()
    online = client.get(f"/q/{wall.link.code}")
    with database_stopped():
        offline = client.get(f"/q/{wall.link.code}")
    for answer in (online, offline):
        assert (answer.status_code, answer["Location"]) == (302, expected)
    assert client.get(expected).status_code == 200
    the_register_says_so(wall.link, expected)


def the_register_says_so(link: ShortLink, expected: str) -> None:
    """Where the code leads, whether that is the page that it is meant for, and which of the pages tried it is."""
    [entry] = entries([register().get(pk=link.pk)])
    path = expected.partition("?")[0]
    assert entry.path == path
    [it] = [step for step in steps(entry.link) if step.is_it]
    assert (it.page.get_url() if it.page is not None else "/q/") == path or it.page in same_page(path)
    assert not it.obstacle
    meant = Page.objects.filter(pk=entry.link.meant).first()  # type: ignore[attr-defined]  # annotated by `register`
    is_own = meant is not None and meant.get_url() == path
    assert (entry.state == State.OWN) is is_own, entry.state
    assert (it.page is not None and meant is not None and it.page.pk == meant.pk) is is_own


def same_page(path: str) -> list[Page]:
    """The page of an address in all its languages: what is tried names one of them."""
    found = [page for page in Page.objects.filter(depth__gt=1) if page.get_url() == path]
    return list(Page.objects.filter(translation_key__in=[page.translation_key for page in found]))


def test_the_row_keeps_what_it_was_issued_for(wall: Wall) -> None:
    """What happens to pages is not written into the code, so that it can be undone."""
    name_successor(wall.page, wall.another("new"))
    hide(wall.page)
    wall.link.refresh_from_db()
    assert (wall.link.target_id, wall.link.campaign_id) == (wall.page.pk, wall.campaign.pk)


def test_a_long_chain_is_followed_only_as_far_as_needed(
    wall: Wall, django_assert_max_num_queries: Any
) -> None:
    hidden = [wall.another(f"page-{number}", live=False) for number in range(4)]
    for page, successor in pairwise([wall.page, *hidden]):
        name_successor(page, successor)
    link = to_resolve().get(pk=wall.link.pk)
    with django_assert_max_num_queries(1):
        assert destination(link) == wall.page.page_ptr
    hide(wall.page)
    link = to_resolve().get(pk=wall.link.pk)
    with django_assert_max_num_queries(11):
        assert destination(link) == wall.campaign.page_ptr


@pytest.mark.parametrize("left", [True, False])
def test_an_organisations_common_code_has_no_place(left: bool, wall: Wall, client: Client) -> None:
    """Where its office is says nothing of where a poster hangs."""
    link = ShortLink.objects.issued(wall.link.edition, wall.placement.organisation)
    if left:
        taken_down()
        wall.placement.organisation.delete()
    assert client.get(f"/q/{link.code}")["Location"] == wall.campaign.get_url()
