"""One PDF of a kit."""

from typing import Any

import pytest
from django.test import Client

from campaigns.kits.models import KitDownload
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import OrganisationFactory
from tests.kits.answers import sent
from tests.kits.paper import FILES, text_of
from tests.kits.test_publishing import draft

POSTER = "/kit/takasaki/poster-a4-office.pdf"


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    response = member_client.get(POSTER)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="takasaki-poster-a4-office.pdf"'
    assert {"private", "no-cache"} <= set(response["Cache-Control"].split(", "))
    text = text_of(sent(response))
    assert "髙﨑商店" in text
    assert "045-000-0100" in text
    assert "第1版" in text


@pytest.mark.parametrize("name", FILES)
def test_every_file_names_the_organisation_and_the_edition(
    name: str, campaign: CampaignPage, member_client: Client
) -> None:
    text = text_of(sent(member_client.get(f"/kit/takasaki/{name}")))
    assert "髙﨑商店" in text
    assert "第1版" in text


def test_a_downloaded_pdf_keeps_its_edition(
    campaign: CampaignPage, member_client: Client, publish: Publish
) -> None:
    taken = sent(member_client.get(POSTER))
    publish(draft(campaign, text="あつまろう かながわ"))
    newer = sent(member_client.get(POSTER))
    assert "第1版" in text_of(taken)
    assert "第2版" not in text_of(taken)
    assert "第2版" in text_of(newer)


def test_the_same_file_is_the_same_bytes(campaign: CampaignPage, member_client: Client) -> None:
    first, second = member_client.get(POSTER), member_client.get(POSTER)
    assert (sent(first), first["ETag"]) == (sent(second), second["ETag"])


def test_the_language_of_who_asks_changes_nothing(campaign: CampaignPage, member_client: Client) -> None:
    assert sent(member_client.get(f"/en{POSTER}")) == sent(member_client.get(POSTER))


def test_whoever_has_it_already_is_sent_nothing(campaign: CampaignPage, member_client: Client) -> None:
    etag = member_client.get(POSTER)["ETag"]
    response = member_client.get(POSTER, headers={"If-None-Match": etag})
    assert (response.status_code, sent(response)) == (304, b"")
    assert KitDownload.objects.count() == 1


@pytest.mark.parametrize("field", ["name", "print_name", "phone"])
def test_whatever_is_imprinted_changes_the_etag(
    field: str, campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    before = member_client.get(POSTER)
    setattr(organisation, field, "別の文字")
    organisation.save()
    after = member_client.get(POSTER, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert "別の文字" in text_of(sent(after))


def test_a_new_edition_changes_the_etag(
    campaign: CampaignPage, member_client: Client, publish: Publish
) -> None:
    etag = member_client.get(POSTER)["ETag"]
    publish(draft(campaign, theme="rounds"))
    assert member_client.get(POSTER, headers={"If-None-Match": etag}).status_code == 200


def test_taking_is_recorded_by_organisation_and_edition(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, publish: Publish
) -> None:
    member_client.get(POSTER)
    publish(draft(campaign, theme="rounds"))
    member_client.get(POSTER)
    taken = list(KitDownload.objects.values_list("organisation__slug", "edition__number", "files"))
    assert taken == [("takasaki", 2, ["poster-a4-office.pdf"]), ("takasaki", 1, ["poster-a4-office.pdf"])]


def test_asking_for_the_size_is_not_taking(campaign: CampaignPage, member_client: Client) -> None:
    response = member_client.head(POSTER)
    assert response.status_code == 200
    assert response["ETag"] == member_client.get(POSTER)["ETag"]
    assert KitDownload.objects.count() == 1


def test_the_record_names_nobody(edition: Edition) -> None:
    fields = {field.name for field in KitDownload._meta.get_fields()}
    assert fields == {"id", "edition", "organisation", "by_anyone", "files", "taken_at"}


def test_html_and_css_in_a_name_are_printed_as_they_are(campaign: CampaignPage, staff_client: Client) -> None:
    markup = "<b>会</b>&amp;}*{display:none}</style>"
    names = {"markup": markup, "plain": "甲乙丙"}
    texts = {}
    for slug, name in names.items():
        organisation = OrganisationFactory(name=name, slug=slug)
        text = text_of(sent(staff_client.get(f"/kit/{slug}/flyer-a4-office.pdf")))
        assert text.count(name) == 2
        texts[slug] = text.replace(name, "").replace(
            ShortLink.objects.get(organisation=organisation).code, ""
        )
    assert texts["markup"] == texts["plain"]
    assert "0120-000-000" in texts["markup"]


@pytest.mark.parametrize("name", ["poster-a0-press", "kit", "poster-a4-office-pdf"])
def test_a_file_that_no_kit_has_is_not_found(
    name: str, campaign: CampaignPage, member_client: Client
) -> None:
    assert member_client.get(f"/kit/takasaki/{name}.pdf").status_code == 404


def test_without_a_campaign_there_is_no_file(home: Any, member_client: Client) -> None:
    assert member_client.get(POSTER).status_code == 404


def test_a_plate_that_a_worker_still_builds_is_asked_for_later(
    campaign: CampaignPage, edition: Edition, member_client: Client, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.filter(design="poster", sheet="a4", finish="office").delete()
    response = member_client.get(POSTER)
    assert (response.status_code, response["Location"]) == (303, "/kit/takasaki/poster-a4-office.pdf/wait/")
    waiting = member_client.get(response["Location"])
    assert (waiting.status_code, waiting["Retry-After"]) == (503, "3")
    assert member_client.get("/kit/takasaki/flyer-a4-office.pdf").status_code == 200
    assert edition.plates.count() == len(FILES) - 1
    assert KitDownload.objects.count() == 1


def test_without_a_worker_a_missing_plate_is_laid_out_now(
    campaign: CampaignPage, edition: Edition, member_client: Client
) -> None:
    before = sent(member_client.get(POSTER))
    edition.plates.filter(design="poster", sheet="a4", finish="office").delete()
    assert sent(member_client.get(POSTER)) == before


def test_a_text_that_does_not_fit_leads_to_the_page_that_says_so(
    campaign: CampaignPage, too_long: Organisation, member_client: Client
) -> None:
    response = member_client.get("/kit/takasaki/fan-a4-office.pdf")
    assert (response.status_code, response["Location"]) == (303, "/kit/takasaki/")
    assert member_client.get("/kit/takasaki/").context["problems"]
    assert not KitDownload.objects.exists()


def test_what_fits_can_still_be_taken(
    campaign: CampaignPage, too_long: Organisation, member_client: Client
) -> None:
    assert member_client.get(POSTER).status_code == 200
