import hashlib
import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from campaigns.kits import plates
from campaigns.kits.kit import Kit
from campaigns.kits.models import KitDownload
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from print_templates.preflight import Expected, preflight
from tests.journeys import network
from tests.journeys.test_publishing import choose

FILES = [
    "poster-a2-press.pdf", "poster-a2-office.pdf", "poster-a3-press.pdf", "poster-a3-office.pdf",
    "poster-a4-press.pdf", "poster-a4-office.pdf", "flyer-a4-press.pdf", "flyer-a4-office.pdf",
    "fan-round240-press.pdf", "fan-a4-office.pdf",
]  # fmt: skip


def zip_of(client: Client, slug: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(client.get(f"/kit/{slug}/kit.zip").content))


def test_it_works(campaign: CampaignPage, organisation: Organisation, member_client: Client) -> None:
    response = member_client.get("/kit/", follow=True)
    assert response.redirect_chain == [("/kit/takasaki/", 302)]
    assert "髙﨑商店" in response.content.decode()


def test_the_zip_is_the_whole_kit(campaign: CampaignPage, member_client: Client) -> None:
    archive = zip_of(member_client, "takasaki")
    assert archive.namelist() == [f"takasaki/{name}" for name in [*FILES, "kit.json"]]
    about = json.loads(archive.read("takasaki/kit.json"))
    assert (about["organisation"], about["edition"], about["language"]) == ("takasaki", 1, "ja")
    for entry in about["files"]:
        data = archive.read(f"takasaki/{entry['name']}")
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()
        assert set(entry) == {"name", "sha256", "trim_mm", "pages", "finish", "qr_url"}


def test_every_file_of_a_kit_passes_the_preflight(campaign: CampaignPage, organisation: Organisation) -> None:
    kit = Kit(campaign.edition, organisation)
    for file in kit.files:
        findings = preflight(file.pdf(), expected=Expected(url=kit.link.url))
        assert findings == [], (file.name, findings)


def test_the_name_can_be_read_out_of_every_file(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    for file in Kit(campaign.edition, organisation).files:
        path = tmp_path / file.name
        path.write_bytes(file.pdf())
        text = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout.decode()
        assert "髙﨑商店" in text
        assert "第1版" in text


def test_the_same_kit_is_the_same_bytes(campaign: CampaignPage, member_client: Client) -> None:
    first = member_client.get("/kit/takasaki/kit.zip")
    assert member_client.get("/kit/takasaki/kit.zip").content == first.content
    again = member_client.get("/kit/takasaki/kit.zip", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_the_language_of_who_asks_does_not_change_the_bytes(
    campaign: CampaignPage, member_client: Client
) -> None:
    japanese = member_client.get("/kit/takasaki/poster-a4-office.pdf").content
    assert member_client.get("/en/kit/takasaki/poster-a4-office.pdf").content == japanese


def test_a_kit_needs_no_layout_after_publishing(
    campaign: CampaignPage, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_layout(*args: object) -> None:
        raise AssertionError("laid out again")

    monkeypatch.setattr(plates, "lay_out", no_layout)
    network.MembershipFactory(organisation__slug="later")
    assert len(zip_of(member_client, "takasaki").namelist()) == 11


def test_a_taken_kit_keeps_its_edition(campaign: CampaignPage, member_client: Client, tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(member_client.get("/kit/takasaki/poster-a4-office.pdf").content)
    choose(campaign, 1)
    newer = tmp_path / "newer.pdf"
    newer.write_bytes(member_client.get("/kit/takasaki/poster-a4-office.pdf").content)
    old, new = (
        subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        for pdf in (path, newer)
    )
    assert ("第1版" in old, "第2版" in new) == (True, True)
    assert ("支え合おう" in old, "支え合おう" in new) == (False, True)


def test_taking_is_recorded_by_organisation_and_edition(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    member_client.get("/kit/takasaki/flyer-a4-press.pdf")
    member_client.head("/kit/takasaki/flyer-a4-press.pdf")
    [taken] = KitDownload.objects.all()
    assert (taken.organisation, taken.edition, taken.files) == (
        organisation,
        campaign.edition,
        ["flyer-a4-press.pdf"],
    )


def test_anyone_takes_the_unbranded_poster_without_a_cookie(campaign: CampaignPage, client: Client) -> None:
    response = client.get(reverse("kits:open_poster"))
    assert response["Content-Type"] == "application/pdf"
    assert not response.cookies
    assert KitDownload.objects.get().organisation is None


def test_staff_take_the_networks_own_kit(campaign: CampaignPage, staff_client: Client) -> None:
    assert len(zip_of(staff_client, "network").namelist()) == 11


def test_a_picture_shows_the_downloads_bytes(campaign: CampaignPage, member_client: Client) -> None:
    response = member_client.get("/kit/takasaki/flyer-a4-office-2-360.png")
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert member_client.get("/kit/takasaki/flyer-a4-office-2-99999.png").status_code == 404


def test_the_kit_page_asks_the_database_little(
    campaign: CampaignPage, member_client: Client, django_assert_max_num_queries
) -> None:
    member_client.get("/kit/takasaki/")
    with django_assert_max_num_queries(12):
        member_client.get("/kit/takasaki/")


def test_a_member_of_two_organisations_chooses(campaign: CampaignPage, member, client: Client) -> None:
    network.MembershipFactory(user=member, organisation__name="ふたつめの会")
    client.force_login(member)
    assert "ふたつめの会" in client.get("/kit/").content.decode()


def test_before_the_first_campaign_the_page_says_so(member_client: Client) -> None:
    network.home_page()
    response = member_client.get("/kit/takasaki/")
    assert response.status_code == 200
    assert response.templates[0].name == "kits/none.html"


#: Who may see what: (anonymous, own organisation's member, another's member, staff).
MATRIX = {
    "start": ([], (302, 302, 302, 302)),
    "open_poster": ([], (200, 200, 200, 200)),
    "kit": (["takasaki"], (302, 200, 404, 200)),
    "progress": (["takasaki"], (302, 200, 404, 200)),
    "zip": (["takasaki"], (302, 200, 404, 200)),
    "file": (["takasaki", "poster-a4-office"], (302, 200, 404, 200)),
    "picture": (["takasaki", "poster-a4-office", 1, 360], (302, 200, 404, 200)),
}


def names_of(namespace: str) -> set[str]:
    for pattern in get_resolver().url_patterns:
        for inner in getattr(pattern, "url_patterns", []):
            if getattr(inner, "namespace", None) == namespace:
                return {url.name for url in inner.url_patterns}
    raise AssertionError(f"no addresses of {namespace}")


def test_every_address_of_a_kit_has_its_row() -> None:
    assert names_of("kits") == set(MATRIX)


@pytest.mark.parametrize("name", MATRIX)
def test_who_may_see_what(
    name: str, campaign: CampaignPage, member_client: Client, staff_client: Client
) -> None:
    stranger = Client()
    stranger.force_login(network.MembershipFactory(organisation__slug="other").user)
    arguments, expected = MATRIX[name]
    url = reverse(f"kits:{name}", args=arguments)
    answers = tuple(each.get(url).status_code for each in (Client(), member_client, stranger, staff_client))
    assert answers == expected


def test_the_networks_kit_is_for_staff(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get("/kit/network/").status_code == 404
