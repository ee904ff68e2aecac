"""The page for those who type the code from paper."""

import pytest
from django.test import Client

from campaigns.links.models import ScanCount, ShortLink
from campaigns.models import CampaignPage


@pytest.mark.parametrize("path", ["/q/", "/q", "/Q/", "/Q"])
def test_it_works(path: str, campaign: CampaignPage, client: Client) -> None:
    response = client.get(path)
    assert response.status_code == 200
    html = response.content.decode()
    assert 'name="code"' in html
    assert "0120-000-000" in html
    assert not response.cookies


def test_a_typed_code_leads_on_and_is_counted(link: ShortLink, client: Client) -> None:
    full_width = "".join(chr(ord(letter) + 0xFEE0) for letter in link.code)
    for typed in (link.code, link.code.lower(), f" {link.code[:3]} {link.code[3:]} ", full_width):
        response = client.get("/q/", {"code": typed})
        assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())
        assert "no-store" in response["Cache-Control"]
    assert ScanCount.objects.get().count == 4


@pytest.mark.parametrize("typed", ["", "   ", "　"])
def test_an_empty_field_is_asked_again(typed: str, campaign: CampaignPage, client: Client) -> None:
    assert client.get("/q/", {"code": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["2222222", "0", "---", "長" * 5000, "\x00"])
def test_an_unknown_code_is_said_and_kept_in_the_field(
    typed: str, campaign: CampaignPage, client: Client
) -> None:
    response = client.get("/q/", {"code": typed})
    assert response.status_code == 404
    assert response.context["problem"]
    assert response.context["typed"] == typed[:20]


def test_nothing_can_be_sent(campaign: CampaignPage, client: Client) -> None:
    assert client.post("/q/", {"code": "2222222"}).status_code == 405
