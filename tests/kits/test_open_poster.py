"""The unbranded poster that anyone may take."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.kits.models import KitDownload
from campaigns.links.models import ShortLink
from campaigns.models import CampaignPage, Edition
from tests.factories import OrganisationFactory
from tests.kits.answers import sent
from tests.kits.paper import text_of

POSTER = "/kit/poster.pdf"


def test_it_works(campaign: CampaignPage, client: Client) -> None:
    assert reverse("kits:open_poster") == POSTER
    response = client.get(POSTER)
    assert response["Content-Type"] == "application/pdf"
    link = ShortLink.objects.get(is_networks_own=True)
    assert f"testserver/q/{link.code}" in text_of(sent(response))


def test_it_sets_no_cookie(campaign: CampaignPage, client: Client) -> None:
    assert not client.get(POSTER).cookies


def test_it_names_no_organisation(campaign: CampaignPage, client: Client) -> None:
    organisation = OrganisationFactory()
    assert organisation.name not in text_of(sent(client.get(POSTER)))


def test_taking_it_is_recorded_without_an_organisation(campaign: CampaignPage, member_client: Client) -> None:
    member_client.get(POSTER)
    taken = KitDownload.objects.get()
    assert (taken.organisation, taken.edition) == (None, campaign.edition)


@pytest.mark.parametrize("again", [{"method": "HEAD"}, {"etag": True}])
def test_looking_is_not_taking(again: dict[str, Any], campaign: CampaignPage, client: Client) -> None:
    etag = client.get(POSTER)["ETag"]
    if "etag" in again:
        assert client.get(POSTER, headers={"If-None-Match": etag}).status_code == 304
    else:
        assert client.head(POSTER).status_code == 200
    assert KitDownload.objects.count() == 1


def test_while_a_worker_builds_it_is_asked_for_later(edition: Edition, client: Client, settings: Any) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.all().delete()
    answer = client.get(POSTER)
    assert (answer.status_code, answer["Location"]) == (303, f"{POSTER}/wait/")
    waiting = client.get(answer["Location"])
    assert waiting.status_code == 503
    assert waiting.context["back"] == "", "nobody without an account has a kit to go back to"
    assert not waiting.cookies


def test_it_is_not_taken_for_the_networks_own_kit(
    campaign: CampaignPage, client: Client, staff_client: Client
) -> None:
    client.get(POSTER)
    assert staff_client.get("/kit/network/").context["taken"] is None


def test_without_a_campaign_there_is_no_poster(home: Any, client: Client) -> None:
    assert client.get(POSTER).status_code == 404
