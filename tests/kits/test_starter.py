"""The starter kit: an unbranded poster and flyer to write on by hand, for anyone."""

import hashlib
from typing import Any

import pytest
from django.test import Client

from campaigns.kits.models import ImprintVerdict, KitDownload
from campaigns.kits.views.pictures import DIGEST
from campaigns.kits.views.starter import STARTER
from campaigns.links.models import ShortLink
from campaigns.models import CampaignPage, Edition
from tests.factories import OrganisationFactory
from tests.kits.answers import sent
from tests.kits.paper import text_of

STARTING = "/starter/"
LABELS = ("場所の名前", "開いている日時", "連絡先")


def test_it_works(campaign: CampaignPage, client: Client) -> None:
    html = client.get(STARTING).content.decode()
    for name in STARTER:
        assert f'href="/starter/{name}.pdf"' in html
        assert f"/starter/{name}-1-480.png" in html


@pytest.mark.parametrize("name", STARTER)
def test_each_file_has_lines_to_write_on_and_the_networks_code(
    name: str, campaign: CampaignPage, client: Client
) -> None:
    organisation = OrganisationFactory()
    answer = client.get(f"/starter/{name}.pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="starter-{name}.pdf"'
    text = text_of(sent(answer))
    assert all(label in text for label in LABELS)
    assert f"testserver/q/{ShortLink.objects.get(is_networks_own=True).code}" in text
    assert organisation.name not in text


@pytest.mark.parametrize("name", STARTER)
def test_each_file_was_verified_before_it_left(name: str, campaign: CampaignPage, client: Client) -> None:
    pdf = sent(client.get(f"/starter/{name}.pdf"))
    verdict = ImprintVerdict.objects.get(sha256=hashlib.sha256(pdf).hexdigest())
    assert verdict.fine


def test_a_file_that_was_refused_does_not_leave(campaign: CampaignPage, client: Client) -> None:
    client.get("/starter/poster-a3-office.pdf")
    ImprintVerdict.objects.update(fine=False)
    assert client.get("/starter/poster-a3-office.pdf").status_code == 404


@pytest.mark.usefixtures("clean_caches")
def test_the_picture_is_of_the_very_file(campaign: CampaignPage, client: Client) -> None:
    pdf = sent(client.get("/starter/flyer-a4-office.pdf"))
    shown = client.get("/starter/flyer-a4-office-2-480.png")
    assert shown[DIGEST] == hashlib.sha256(pdf).hexdigest()


def test_it_is_not_the_open_poster(campaign: CampaignPage, client: Client) -> None:
    assert "場所の名前" not in text_of(sent(client.get("/kit/poster.pdf")))


def test_nothing_sets_a_cookie(campaign: CampaignPage, client: Client) -> None:
    for address in (STARTING, "/starter/poster-a3-office.pdf", "/starter/poster-a3-office-1-480.png"):
        assert not client.get(address).cookies


def test_taking_it_is_recorded_without_an_organisation(campaign: CampaignPage, client: Client) -> None:
    client.get("/starter/poster-a3-office.pdf")
    taken = KitDownload.objects.get()
    assert (taken.organisation, taken.by_anyone, taken.files) == (None, True, ["poster-a3-office.pdf"])


@pytest.mark.parametrize(
    "path", ["poster-a4-office.pdf", "poster-a2-press.pdf", "ticket-a4-office-1-480.png"]
)
def test_nothing_else_is_given_to_anyone(path: str, campaign: CampaignPage, client: Client) -> None:
    assert client.get(f"/starter/{path}").status_code == 404


def test_while_a_worker_builds_one_waits(edition: Edition, client: Client, settings: Any) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.all().delete()
    assert client.get(STARTING).status_code == 503
    answer = client.get("/starter/poster-a3-office.pdf")
    assert (answer.status_code, answer["Location"]) == (303, "/starter/poster-a3-office.pdf/wait/")
    assert client.get(answer["Location"]).status_code == 503


def test_once_it_is_there_the_wait_page_starts_it(campaign: CampaignPage, client: Client) -> None:
    html = client.get("/starter/poster-a3-office.pdf/wait/").content.decode()
    assert "url=/starter/poster-a3-office.pdf" in html


def test_without_a_campaign_there_is_none(home: object, client: Client) -> None:
    assert client.get(STARTING).status_code == 404
