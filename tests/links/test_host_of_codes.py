"""An operator may give codes a shorter host of their own, on which there is nothing else."""

import re
from typing import Any

import pytest
from django.test import Client

from campaigns.links import offline_map
from campaigns.links.models import ScanCount, ShortLink
from campaigns.models import CampaignPage
from tests.links.stopping import database_stopped

HOST = "q.example.jp"
SITE = "http://testserver"


@pytest.fixture
def short(client: Client, settings: Any) -> Client:
    """A phone on the host of codes."""
    settings.LINK_URL = f"http://{HOST}"
    client.defaults["HTTP_HOST"] = HOST
    return client


def test_it_works(short: Client, link: ShortLink) -> None:
    assert link.url == f"HTTP://Q.EXAMPLE.JP/Q/{link.code}"
    assert link.address == f"{HOST}/q/{link.code}"
    for path in (f"/q/{link.code}", f"/Q/{link.code}", f"/q/?code={link.code.lower()}"):
        response = short.get(path)
        assert (response.status_code, response["Location"]) == (302, SITE + link.campaign.get_url())
    assert ScanCount.objects.get().count == 3


@pytest.mark.parametrize("host", [HOST.upper(), HOST])
def test_its_front_page_is_the_page_to_type_a_code(host: str, short: Client, campaign: CampaignPage) -> None:
    for path in ("/", "/q/", "/q"):
        response = short.get(path, headers={"Host": host})
        assert response.status_code == 200
        assert 'action="/q/"' in response.content.decode()
        assert f"form-action 'self' {SITE};" in response["Content-Security-Policy"] + ";"


@pytest.mark.parametrize(
    "path", ["/admin/", "/accounts/login/", "/kit/?next=1", "/quiet/", "/robots.txt", "/en/", "/media/x.jpg"]
)
def test_everything_else_is_on_the_site(path: str, short: Client, campaign: CampaignPage) -> None:
    response = short.get(path)
    assert (response.status_code, response["Location"]) == (302, SITE + path)


def test_an_unknown_code_is_a_page_there(short: Client, campaign: CampaignPage) -> None:
    response = short.get("/q/2222222")
    assert response.status_code == 404
    assert 'name="code"' in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/q/2222222"])
def test_its_pages_are_dressed_there_and_lead_to_the_sites_home_page(
    path: str, short: Client, campaign: CampaignPage
) -> None:
    html = short.get(path).content.decode()
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    fonts = []
    for sheet in sheets:
        answer = short.get(sheet)
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, "text/css"), sheet
        fonts += re.findall(r"url\(\"?(/theme/[^)\"]+)", answer.content.decode())
    assert len(sheets) > 1
    assert all(short.get(font).status_code == 200 for font in fonts)
    assert 'href="/"' not in html
    assert html.count(f'href="{SITE}/"') > 2


def test_it_answers_without_the_database(short: Client, link: ShortLink) -> None:
    offline_map.write()
    with database_stopped():
        assert short.get(f"/q/{link.code}")["Location"] == SITE + link.campaign.get_url()
        assert short.get("/").status_code == 200


def test_codes_printed_before_lead_on_from_the_site(short: Client, link: ShortLink) -> None:
    response = short.get(f"/q/{link.code}", headers={"Host": "testserver"})
    assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())
    assert short.get("/", headers={"Host": "testserver"}).status_code == 200


def test_without_one_the_sites_host_is_the_codes_host(client: Client, settings: Any, link: ShortLink) -> None:
    for url in ("", SITE):
        settings.LINK_URL = url
        assert link.address == f"testserver/q/{link.code}"
        assert client.get("/", headers={"Host": "testserver"}).status_code == 200


def test_a_host_named_for_codes_encodes_them_again(short: Client, link: ShortLink) -> None:
    assert link.encoded().url.startswith("HTTP://Q.EXAMPLE.JP/Q/")
