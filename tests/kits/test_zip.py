"""The whole kit in one file."""

import hashlib
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from django.test import Client

from campaigns.kits import copies
from campaigns.kits.models import KitDownload
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates.raster import page_count
from tests.factories import picture
from tests.kits.answers import sent
from tests.kits.paper import FILES, text_of

KIT = "/kit/takasaki/kit.zip"


@pytest.fixture
def kit(campaign: CampaignPage, member_client: Client) -> ZipFile:
    return ZipFile(BytesIO(sent(member_client.get(KIT))))


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    response = member_client.get(KIT)
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="takasaki-edition1.zip"'
    assert ZipFile(BytesIO(sent(response))).testzip() is None


def test_it_holds_every_file_in_one_folder(kit: ZipFile) -> None:
    assert kit.namelist() == [f"takasaki/{name}" for name in (*FILES, "kit.json")]


def test_the_files_are_the_ones_handed_out_singly(kit: ZipFile, member_client: Client) -> None:
    for name in ("poster-a2-press.pdf", "fan-a4-office.pdf"):
        assert kit.read(f"takasaki/{name}") == sent(member_client.get(f"/kit/takasaki/{name}"))


def test_kit_json_says_what_is_in_it(kit: ZipFile, edition: Edition, organisation: Organisation) -> None:
    about = json.loads(kit.read("takasaki/kit.json"))
    assert list(about) == ["organisation", "edition", "language", "files"]
    assert (about["organisation"], about["edition"], about["language"]) == ("takasaki", 1, "ja")
    assert [entry["name"] for entry in about["files"]] == list(FILES)
    code = ShortLink.objects.get(organisation=organisation).code
    for entry in about["files"]:
        pdf = kit.read(f"takasaki/{entry['name']}")
        _stem, _, finish = entry["name"].removesuffix(".pdf").rpartition("-")
        assert entry == {
            "name": entry["name"],
            "sha256": hashlib.sha256(pdf).hexdigest(),
            "trim_mm": trim_of(pdf),
            "pages": page_count(pdf),
            "finish": finish,
            "qr_url": f"HTTP://TESTSERVER/Q/{code}",
        }


def trim_of(pdf: bytes) -> list[float]:
    """Width and height of the first page after cutting in mm, as pikepdf reads them."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        left, bottom, right, top = (float(edge) * 25.4 / 72 for edge in opened.pages[0].TrimBox)
    return [round(right - left, 1), round(top - bottom, 1)]


def test_the_ticket_has_the_digests_of_the_very_files(kit: ZipFile) -> None:
    text = text_of(kit.read("takasaki/ticket-a4-office.pdf"))
    for name in FILES:
        digest = hashlib.sha256(kit.read(f"takasaki/{name}")).hexdigest()
        assert (digest in text) == ("-press" in name), name


def test_the_same_kit_is_the_same_bytes(campaign: CampaignPage, member_client: Client) -> None:
    first, second = (sent(member_client.get(KIT)) for _ in range(2))
    assert first == second
    times = {entry.date_time for entry in ZipFile(BytesIO(first)).infolist()}
    assert times == {(2000, 1, 1, 0, 0, 0)}, "the clock must not show"


def test_whoever_has_it_already_is_sent_nothing(campaign: CampaignPage, member_client: Client) -> None:
    etag = member_client.get(KIT)["ETag"]
    response = member_client.get(KIT, headers={"If-None-Match": etag})
    assert (response.status_code, sent(response)) == (304, b"")
    assert KitDownload.objects.count() == 1


def test_a_new_logo_is_a_new_kit(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    before = member_client.get(KIT)
    organisation.set_logo(picture())
    organisation.save()
    after = member_client.get(KIT, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert sent(after) != sent(before)


def test_taking_it_is_recorded_with_every_file(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    member_client.get(KIT)
    taken = KitDownload.objects.get()
    assert (taken.organisation, taken.edition, taken.files) == (organisation, campaign.edition, list(FILES))


def test_asking_for_the_size_is_not_taking(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.head(KIT).status_code == 200
    assert not KitDownload.objects.exists()


def test_the_networks_own_kit_names_nobody(campaign: CampaignPage, staff_client: Client) -> None:
    kit = ZipFile(BytesIO(sent(staff_client.get("/kit/network/kit.zip"))))
    assert json.loads(kit.read("network/kit.json"))["organisation"] == "network"
    taken = KitDownload.objects.get()
    assert (taken.organisation, taken.files) == (None, list(FILES))


def test_without_a_campaign_there_is_no_kit(home: Any, member_client: Client) -> None:
    assert member_client.get(KIT).status_code == 404


def test_a_kit_that_a_worker_still_builds_is_asked_for_later(
    campaign: CampaignPage, edition: Edition, member_client: Client, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.filter(design="fan").delete()
    answer = member_client.get(KIT)
    assert (answer.status_code, answer["Location"]) == (303, f"{KIT}/wait/")
    assert member_client.get(answer["Location"]).status_code == 503
    assert not KitDownload.objects.exists()


def test_a_text_that_does_not_fit_leads_to_the_page_that_says_so(
    campaign: CampaignPage, too_long: Organisation, member_client: Client
) -> None:
    response = member_client.get(KIT)
    assert (response.status_code, response["Location"]) == (303, "/kit/takasaki/")
    assert not KitDownload.objects.exists()


@pytest.mark.parametrize("mode", ["inline", "worker"])
def test_a_plate_whose_file_is_gone_is_built_again_and_never_half_sent(
    mode: str, campaign: CampaignPage, edition: Edition, member_client: Client, settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    before = sent(member_client.get(KIT))
    lost = edition.plates.get(filename="fan-a4-office.pdf")
    lost.pdf.storage.delete(lost.pdf.name)
    copies.opened.clear()
    settings.PRINT_JOBS = mode
    with django_capture_on_commit_callbacks(execute=True):
        answer = member_client.get(KIT)
        if mode == "worker":
            assert answer.status_code == 303
            assert member_client.get(answer["Location"]).status_code == 503
    assert sent(member_client.get(KIT)) == before
