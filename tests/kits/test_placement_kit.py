"""A kit for one place: its own code on every print, and everything on the page leads to such prints."""

import json
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, OrganisationFactory
from tests.kits.answers import sent
from tests.kits.paper import text_of
from tests.links.factories import placement_of

PAGE = "/kit/takasaki/"


@pytest.fixture
def placement(edition: Edition, organisation: Organisation) -> Placement:
    return placement_of(organisation, place="駅前の掲示板", material="fan", has_own_code=True)


@pytest.fixture
def query(placement: Placement) -> str:
    return f"?placement={placement.pk}"


def code_of(placement: Placement) -> ShortLink:
    return ShortLink.objects.get(placement=placement, audience="")


def test_it_works(placement: Placement, query: str, member_client: Client) -> None:
    page = member_client.get(PAGE + query)
    html = page.content.decode()
    assert "この印刷物の掲示場所：駅前の掲示板" in html
    assert code_of(placement).address in html
    assert f'<a href="{PAGE}">' in html, "a link back to the usual kit"
    assert page.context["offer"].shown.file.combination.design.key == "fan", "what hangs there comes first"
    assert member_client.get(f"{PAGE}{query}&need=all").context["shelves"][0].design == "fan"


def test_everything_that_can_be_taken_carries_the_place(query: str, member_client: Client) -> None:
    html = member_client.get(PAGE + query).content.decode()
    assert f'href="{PAGE}kit.zip{query}"' in html
    assert f'href="{PAGE}press.zip{query}"' in html
    files = [
        part.split('"')[0] for part in html.split('href="/kit/takasaki/')[1:] if ".pdf" in part.split('"')[0]
    ]
    pictures = [part.split('"')[0] for part in html.split('src="/kit/takasaki/')[1:]]
    assert files
    assert pictures
    assert [address for address in (*files, *pictures) if not address.endswith(query)] == []


def test_the_code_is_printed_and_told_in_the_kits_list(
    placement: Placement, query: str, member_client: Client, organisation: Organisation, edition: Edition
) -> None:
    answer = member_client.get(f"{PAGE}kit.zip{query}")
    assert f"takasaki-place{placement.pk}-edition1.zip" in answer["Content-Disposition"]
    kit = ZipFile(BytesIO(sent(answer)))
    usual = ZipFile(BytesIO(sent(member_client.get(f"{PAGE}kit.zip"))))
    assert kit.namelist() == usual.namelist()
    own, common = code_of(placement), ShortLink.objects.issued(edition, organisation)
    told = {file["qr_url"] for file in json.loads(kit.read("takasaki/kit.json"))["files"]}
    assert told == {own.url}
    text = text_of(kit.read("takasaki/poster-a4-office.pdf"))
    assert own.address in text
    assert common.address not in text


def test_its_files_have_a_name_of_their_own_for_caches(query: str, member_client: Client) -> None:
    for path in ("kit.zip", "poster-a4-office.pdf", "poster-a4-office-1-360.png"):
        assert member_client.get(PAGE + path + query)["ETag"] != member_client.get(PAGE + path)["ETag"]


def test_a_variant_is_chosen_for_the_same_place(
    query: str, placement: Placement, member_client: Client
) -> None:
    choices = member_client.get(PAGE + query).context["choices"]
    assert all(f"placement={placement.pk}" in choice.address for choice in choices.variants)


def test_one_code_for_all_is_the_common_one(
    organisation: Organisation, edition: Edition, member_client: Client
) -> None:
    shared = placement_of(organisation, has_own_code=False)
    pdf = sent(member_client.get(f"{PAGE}poster-a4-office.pdf?placement={shared.pk}"))
    assert ShortLink.objects.issued(edition, organisation).address in text_of(pdf)
    assert not ShortLink.objects.filter(placement=shared).exists()


@pytest.mark.parametrize(
    "path", ["", "kit.zip", "poster-a4-office.pdf", "poster-a4-office-1-360.png", "kit.zip/wait/"]
)
@pytest.mark.parametrize("who", ["member_client", "staff_client"])
def test_another_organisations_place_is_not_there(
    path: str, who: str, campaign: CampaignPage, request: pytest.FixtureRequest, organisation: Organisation
) -> None:
    theirs = placement_of(OrganisationFactory(), has_own_code=True)
    client = request.getfixturevalue(who)
    assert client.get(f"{PAGE}{path}?placement={theirs.pk}").status_code == 404
    assert not ShortLink.objects.filter(placement=theirs).exists()


@pytest.mark.parametrize("key", ["0", "x", "-1", "9" * 30, "９" * 5000, "1.5"])
def test_what_names_no_place_is_not_there(key: str, campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(PAGE, {"placement": key}).status_code == 404


def test_the_network_has_no_places(placement: Placement, query: str, staff_client: Client) -> None:
    assert staff_client.get(f"/kit/network/{query}").status_code == 404


def test_a_place_of_an_earlier_campaign_leads_to_the_usual_kit(
    placement: Placement, query: str, publish: Publish, member_client: Client, campaign: CampaignPage
) -> None:
    publish(CampaignPageFactory(starts=date(2021, 1, 1)))
    answer = member_client.get(PAGE + query, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "前のキャンペーン" in answer.content.decode()
    assert not ShortLink.objects.filter(placement=placement).exists()


def test_it_asks_the_database_little(
    query: str, member_client: Client, django_assert_max_num_queries: Any
) -> None:
    member_client.get(PAGE + query)
    with django_assert_max_num_queries(12):
        member_client.get(PAGE + query)
