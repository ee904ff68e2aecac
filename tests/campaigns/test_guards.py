"""What the admin refuses outside the campaign's own form: publishing many pages at once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow

from campaigns.members.models import User
from campaigns.models import CampaignPage, Catchphrase
from home.models import HomePage
from tests.factories import CampaignPageFactory


def publish_all(client: Client, *pages: CampaignPage) -> HttpResponse:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{url}?{query}", {"include_descendants": ""})


def said(client: Client, response: HttpResponse) -> list[str]:
    """The messages on the page that follows."""
    return [str(message) for message in client.get(response["Location"]).context["messages"]]


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
    [message] = said(staff_client, response)
    assert undecided.title in message
    assert not CampaignPage.objects.get(pk=undecided.pk).live


def test_an_undecided_campaign_below_a_published_page_is_refused_too(
    undecided: CampaignPage, home: HomePage, staff_client: Client
) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = staff_client.post(f"{url}?id={home.pk}", {"include_descendants": "on"})
    assert said(staff_client, response)
    assert not CampaignPage.objects.get(pk=undecided.pk).live


def test_an_undecided_campaign_is_not_approved_in_a_workflow(
    undecided: CampaignPage, staff: User, staff_client: Client
) -> None:
    Workflow.objects.get().start(undecided, staff)
    task = undecided.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[undecided.pk, "approve", task.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[undecided.pk])
    response = staff_client.post(url, {"comment": ""}, headers={"Referer": f"http://testserver{edit}"})
    assert response["Location"].endswith(edit)
    assert said(staff_client, response)
    assert not CampaignPage.objects.get(pk=undecided.pk).live
    assert undecided.current_workflow_task_state == task


def test_nobody_is_led_elsewhere_by_a_refusal(
    home: HomePage, undecided: CampaignPage, staff_client: Client
) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = staff_client.post(
        f"{url}?id={home.pk}", {"include_descendants": "on"}, headers={"Referer": "https://evil.example/"}
    )
    assert response["Location"] == reverse("wagtailadmin_home")


def test_a_schedule_leaves_an_undecided_campaign_and_goes_on(undecided: CampaignPage, home: HomePage) -> None:
    decided = CampaignPageFactory(parent=home)
    for page in (undecided, decided):
        revision = page.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
        Page.objects.filter(pk=page.pk).update(latest_revision=revision)
    call_command("publish_scheduled")
    assert not CampaignPage.objects.get(pk=undecided.pk).live
    assert CampaignPage.objects.get(pk=decided.pk).live
