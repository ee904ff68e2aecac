"""The page for those who type the code from paper."""

from random import Random
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaigns.links.codes import EXAMPLE, MOST_TYPED
from campaigns.links.models import ScanCount, ShortLink
from campaigns.models import CampaignPage
from tests.factories import DeskFactory, locale


@pytest.mark.parametrize("path", ["/q/", "/q", "/Q/", "/Q"])
def test_it_works(path: str, campaign: CampaignPage, client: Client) -> None:
    response = client.get(path)
    assert response.status_code == 200
    html = response.content.decode()
    assert 'name="code"' in html
    assert "0120-000-000" in html
    assert not response.cookies


def test_a_code_that_is_not_known_is_neither_printed_again_nor_the_end(
    campaign: CampaignPage, client: Client
) -> None:
    page = client.get("/q/2222222").content.decode()
    assert 'role="search"' in page
    assert '<p class="address">testserver/q/</p>' in page


@pytest.mark.parametrize(
    ("accepted", "language", "unknown"),
    [
        ("", "ja", "このコードは見つかりませんでした"),
        ("ko-KR,en;q=0.5", "ko", ""),
        ("en", "en", "We do not know this code."),
    ],
)
def test_it_speaks_the_readers_language(
    accepted: str, language: str, unknown: str, campaign: CampaignPage, client: Client
) -> None:
    for path in ("/q/", "/q/2222222", "/q/?code=0"):
        answer = client.get(path, headers={"Accept-Language": accepted})
        page = answer.content.decode()
        assert f'<html lang="{language}">' in page
        assert answer["Content-Language"] == language
        assert "Accept-Language" in answer["Vary"]
        assert path != "/q/2222222" or unknown in page
    assert '<html lang="ja">' in client.get("/").content.decode()


def test_a_typed_code_leads_on_and_is_counted(link: ShortLink, client: Client) -> None:
    for typed in (link.code, link.code.lower(), f"https://testserver/q/{link.code}?fbclid=x"):
        response = client.get("/q/", {"code": typed})
        assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())
        assert "no-store" in response["Cache-Control"]
    assert ScanCount.objects.get().count == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(chance=st.randoms(use_true_random=False))
def test_however_a_code_is_typed_it_leads_to_its_page(
    link: ShortLink, client: Client, chance: Random
) -> None:
    """In the field and in an address; any case, width and separators, also those that Japanese keyboards make."""

    def typed(letter: str) -> str:
        wide = chr(ord(letter) + 0xFEE0)
        between = "".join(
            chance.choices(["", " ", "　", "-", "－", "ー", "ｰ", "―", "‐", "−", "_", "・", "~", "〜"], k=2)
        )
        return chance.choice([letter, letter.lower(), wide, wide.lower()]) + between

    words = chance.choice(["", " ", "「"]) + "".join(map(typed, link.code))
    path = (
        chance.choice(["/q/", "/Q/"])
        + quote(words)
        + chance.choice(["", "/", "?fbclid=IwAR0", "/?gclid=1&x"])
    )
    for response in (client.get(path), client.get("/q/", {"code": words})):
        assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())


@pytest.mark.parametrize("typed", ["", "   ", "　"])
def test_an_empty_field_is_asked_again(typed: str, campaign: CampaignPage, client: Client) -> None:
    assert client.get("/q/", {"code": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["2222222", "0", "---", "長" * 5000, "\x00", '"><b>'])
def test_an_unknown_code_is_said_and_kept_in_the_field(
    typed: str, campaign: CampaignPage, client: Client
) -> None:
    response = client.get("/q/", {"code": typed})
    assert response.status_code == 404
    assert response.context["problem"]
    assert response.context["typed"] == typed[:MOST_TYPED]
    assert f'value="{escape(typed.strip()[:MOST_TYPED])}"' in response.content.decode()


def test_nothing_can_be_sent(campaign: CampaignPage, client: Client) -> None:
    assert client.post("/q/", {"code": "2222222"}).status_code == 405


def test_desks_are_those_of_its_language(campaign: CampaignPage, client: Client) -> None:
    DeskFactory(slug="english", locale=locale("en"), sort_order=0, phone="0120-999-999")
    assert "0120-999-999" not in client.get("/q/").content.decode()


@pytest.mark.parametrize("typed", ["", "2222222"])
def test_phones_show_their_latin_keyboard_and_where_the_code_stands(
    typed: str, campaign: CampaignPage, client: Client
) -> None:
    html = client.get("/q/", {"code": typed}).content.decode()
    for words in (
        'inputmode="email"',
        'autocapitalize="characters"',
        'for="code"',
        f"testserver/q/{EXAMPLE}",
        'href="/"',
    ):
        assert words in html
