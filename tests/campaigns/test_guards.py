"""What the admin refuses outside the campaign's own form: publishing many pages at once."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.models import CampaignPage, Catchphrase
from home.models import HomePage
from tests.factories import CampaignPageFactory


def publish_all(client: Client, *pages: CampaignPage) -> HttpResponse:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{query}", {"include_descendants": ""})


@pytest.fixture
def undecided(home: HomePage) -> CampaignPage:
    """A draft none of whose phrases is chosen."""
    page = CampaignPageFactory(parent=home)
    page.catchphrases.all().update(status=Catchphrase.Status.CANDIDATE)
    page = CampaignPage.objects.get(pk=page.pk)
    page.save_revision()
    return page


def test_it_works(home: HomePage, staff_client: Client) -> None:
    page = CampaignPageFactory(parent=home)
    page.save_revision()
    assert publish_all(staff_client, page).status_code == 302
    assert CampaignPage.objects.get(pk=page.pk).live


def test_an_undecided_campaign_is_refused_with_a_sentence(
    undecided: CampaignPage, home: HomePage, staff_client: Client
) -> None:
    response = publish_all(staff_client, undecided)
    assert response["Location"] == reverse("wagtailadmin_explore", args=[home.pk])
    [message] = [str(message) for message in staff_client.get(response["Location"]).context["messages"]]
    assert undecided.title in message
    assert not CampaignPage.objects.get(pk=undecided.pk).live
