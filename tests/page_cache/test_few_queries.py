"""Pages that nobody has asked for yet: what stands around them is known, and only their own words are asked for."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.models import CampaignPage
from home.cases.models import CaseIndexPage
from home.models import HomePage
from tests.factories import CampaignPageFactory, CaseTagFactory, PictureFactory, locale
from tests.places import desk_open

#: Cases of the list, and queries that it stays under.
CASES, FEW = 2_000, 10

pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture
def many(case_index: CaseIndexPage, areas: dict[str, Area], settings: Any) -> None:
    """A list of 2,000 places with tags and photographs, and a campaign; answers are not kept."""
    settings.PAGE_CACHE = False
    picture, eat, home = PictureFactory(), CaseTagFactory(), HomePage.objects.get()
    towns = list(areas.values())[:-1]
    cases = Case.objects.bulk_create(
        Case(
            slug=f"place-{number}", name=f"場所{number}", locale=locale(), translation_key=uuid4(),
            area=towns[number % len(towns)], summary="だれでも。", picture=picture,
        )
        for number in range(CASES)
    )  # fmt: skip
    Case.tags.through.objects.bulk_create(
        Case.tags.through(case_id=case.pk, casetag_id=eat.pk) for case in cases
    )
    for number in range(4):
        desk_open(f"desk-{number}")
    campaign = CampaignPageFactory(parent=home)
    CampaignPage.objects.filter(pk=campaign.pk).update(live=True)


def test_a_list_of_2000_places_takes_few_queries_and_counts_right(many: None, client: Client) -> None:
    for address in (
        "/places/", "/places/?page=40", "/places/?near=14101&around=1&activity=taberu", "/places/?near=14206", "/",
        "/vi/places/?page=2",
    ):  # fmt: skip
        html, queries = asked_again(client, address)
        assert len(queries) < FEW, (address, queries)
        assert "場所" in html
        assert "食べる" in html or address == "/"

    assert "2001件の場所" in client.get("/places/").content.decode()
    Case.objects.filter(slug="place-0").update(live=False)
    assert "2000件の場所" in client.get("/places/").content.decode()


def test_a_campaign_and_a_place_take_few_queries(many: None, client: Client) -> None:
    campaign = CampaignPage.objects.get()
    for address, said in (
        (f"/{campaign.slug}/", "つながりは足りていますか"),
        (f"/{campaign.slug}/?near=14101", "場所"),
        (f"/vi/{campaign.slug}/?near=14101", "場所"),
        ("/places/place-7/", "食べる"),
    ):
        html, queries = asked_again(client, address)
        assert len(queries) <= FEW, (address, queries)
        assert said in html


def asked_again(client: Client, address: str) -> tuple[str, list[str]]:
    """A page whose surroundings are known, and the questions that it asks of the database."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        html = client.get(address).content.decode()
    return html, [query["sql"] for query in queries]
