"""The municipality of a code's place goes along: from the page that it opens to lists, menu and back, and no further."""

import re

import pytest
from django.test import Client

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.models import CampaignPage
from home.models import HomePage
from tests.factories import CaseIndexPageFactory, DeskFactory, DeskIndexPageFactory, locale
from tests.home.whats_on import event, event_list
from tests.places import SetClock

NEAR = "?near=14205"


@pytest.fixture
def lists(home: HomePage, places: dict[str, Case], clock: SetClock) -> None:
    clock("2026-11-27 10:00")
    CaseIndexPageFactory(parent=home, show_in_menus=True)
    DeskIndexPageFactory(parent=home, show_in_menus=True)
    event_list(home, show_in_menus=True)


def links(client: Client, path: str) -> set[str]:
    return set(re.findall(r'<a [^>]*href="([^"]+)"', client.get(path).content.decode()))


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("path", ["/", "{campaign}", "/places/", "/desks/", "/events/", "/search/"])
def test_it_goes_along(path: str, campaign: CampaignPage, client: Client) -> None:
    path = path.format(campaign=campaign.url)
    pages = {"/", "/places/", "/desks/", "/events/", "/search/"}
    assert {f"{each}{NEAR}" for each in pages} <= links(client, path + NEAR)
    for given in ("", "?near=99999", "?near=%22%3E"):
        assert pages <= links(client, path + given)


def test_the_front_page_leads_on_with_it(campaign: CampaignPage, lists: None, client: Client) -> None:
    DeskFactory()
    event(
        campaign.get_parent().get_children().get(slug="events"), "far", "2026-12-01 10:00", "2026-12-01 11:00"
    )
    page = client.get(f"/{NEAR}").content.decode()
    assert f'<p class="more"><a href="/events/{NEAR}">' in page
    assert f'<p class="more"><a href="/desks/{NEAR}">' in page
    assert f'href="{campaign.url}{NEAR}"' in page


def test_the_page_that_a_code_opens_leads_to_the_lists(
    campaign: CampaignPage, lists: None, client: Client
) -> None:
    page = client.get(f"{campaign.url}{NEAR}").content.decode()
    near = page.partition('class="near"')[2].partition("</section>")[0]
    assert re.findall(r'class="button" href="([^"]+)"', near) == [
        f"/{name}/{NEAR}" for name in ("places", "desks", "events")
    ]


def test_what_is_on_near_comes_before_the_rest(
    home: HomePage, lists: None, areas: dict[str, Area], client: Client
) -> None:
    index = home.get_children().get(slug="events")
    for number, name in enumerate(("小田原市", "鶴見区", "中区", "横浜市", "藤沢市")):
        day = f"2026-12-0{number + 1}"
        event(index, areas[name].code, f"{day} 10:00", f"{day} 11:00", area=areas[name])

    def shown(query: str) -> list[str]:
        return [each.written.slug for each in client.get(f"/{query}").context["events"]]

    assert shown("") == ["14206", "14101", "14104"]
    assert shown(NEAR) == ["14206", "14100", "14205"], (
        "what is next to it counts; the next of the rest fills up"
    )


def test_desks_for_others_come_last_among_equals(lists: None, areas: dict[str, Area], client: Client) -> None:
    for number, name in enumerate(("小田原市", "", "藤沢市")):
        DeskFactory(slug=f"desk-{number}", area=areas.get(name), sort_order=number, locale=locale())

    def shown(query: str) -> list[str]:
        return [each.desk.slug for each in client.get(f"/desks/{query}").context["shelf"].found]

    assert shown("") == ["desk-0", "desk-1", "desk-2"]
    assert shown(NEAR) == ["desk-2", "desk-1", "desk-0"]
    page = client.get(f"/desks/{NEAR}&open=1").content.decode()
    assert '<input type="hidden" name="near" value="14205">' in page
    assert f'href="/desks/{NEAR}"' in page
