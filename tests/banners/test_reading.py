"""Whether a page's links lead to the campaign."""

import time
from typing import Any

import pytest

from campaigns.banners.fetching import Page
from campaigns.banners.reading import leads_to, links
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.factories import locale


def page(body: str, charset: str = "utf-8", url: str = "https://member.example.jp/news/") -> Page:
    return Page(url, body.encode(charset or "utf-8"), charset)


def link(address: str) -> Page:
    return page(f'<p>会</p><a class="x" href="{address}"><img src="banner.png" alt="つながろう"></a>')


@pytest.fixture
def path(campaign: CampaignPage) -> str:
    return campaign.get_url_parts()[2]


def test_it_works(campaign: CampaignPage, path: str) -> None:
    assert leads_to(link(f"http://testserver{path}"), campaign)
    assert not leads_to(page("<p>会</p>"), campaign)


@pytest.mark.parametrize("ending", ["", "?from=banner", "#desks", "shokuba/"])
@pytest.mark.parametrize(
    "start", ["http://testserver", "https://testserver", "HTTPS://TestServer", "https://testserver:443"]
)
def test_however_it_is_written(start: str, ending: str, campaign: CampaignPage, path: str) -> None:
    assert leads_to(link(f"{start}{path}{ending}"), campaign)
    assert leads_to(link(f"{start}{path.rstrip('/')}"), campaign)


@pytest.mark.parametrize(
    "address",
    [
        "http://testserver/", "http://testserver/another-campaign/", "http://testserver.example.jp{path}",
        "http://testserver:8080{path}", "{path}", "mailto:a@testserver", "http://[::1{path}", "javascript:1", "#",
        "http://testserver{bare}-2/",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_does_not_count(address: str, campaign: CampaignPage, path: str) -> None:
    assert not leads_to(link(address.format(path=path, bare=path.rstrip("/"))), campaign)


def test_a_page_that_shows_the_banner_without_a_link_has_none(campaign: CampaignPage, path: str) -> None:
    address = f"http://testserver{path}"
    for body in (
        f'<img src="{address}">', f"<p>{address}</p>", f'<!-- <a href="{address}">x</a> -->',
        f"<script>'<a href=\"{address}\">x</a>'</script>", f'<a title="{address}">x</a>',
    ):  # fmt: skip
        assert not leads_to(page(body), campaign), body


def test_relative_links_follow_the_base(campaign: CampaignPage, path: str) -> None:
    assert leads_to(
        page(f'<head><base href="http://testserver/x/"></head><a href="..{path}">x</a>'), campaign
    )


def test_another_language_of_the_campaign_counts(campaign: CampaignPage) -> None:
    campaign.get_parent().copy_for_translation(locale("en"), alias=False)
    english = campaign.copy_for_translation(locale("en"))
    english.live = True
    english.save()
    assert english.get_url_parts()[2] != campaign.get_url_parts()[2]
    assert leads_to(link(f"http://testserver{english.get_url_parts()[2]}"), campaign)


@pytest.mark.parametrize("typed", ["{code}", "{code}/", "{lower}"])
@pytest.mark.parametrize("folder", ["q", "Q"])
def test_an_issued_code_counts(folder: str, typed: str, edition: Edition, organisation: Organisation) -> None:
    code = ShortLink.objects.issued(edition, organisation).code
    address = f"http://testserver/{folder}/{typed.format(code=code, lower=code.lower())}"
    assert leads_to(link(address), edition.campaign)


@pytest.mark.parametrize("code", ["2222222", "", "O0O0O0O"])
def test_a_code_that_nobody_has_issued_does_not(code: str, campaign: CampaignPage) -> None:
    assert not leads_to(link(f"http://testserver/q/{code}"), campaign)


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "utf-8", "iso-2022-jp", "utf-16"])
def test_pages_in_old_encodings_are_read(charset: str, campaign: CampaignPage, path: str) -> None:
    body = f'<p>ソーシャル表示能力</p><a href="http://testserver{path}">つながろう</a>'
    assert leads_to(page(body, charset), campaign)


@pytest.mark.parametrize("said", ["", "no-such-charset", "x-sjis"])
def test_a_charset_that_nobody_knows_hinders_nothing(said: str, campaign: CampaignPage, path: str) -> None:
    data = f'<p>会</p><a href="http://testserver{path}">x</a>'.encode()
    assert leads_to(Page("https://member.example.jp/", data, said), campaign)


@pytest.mark.parametrize(
    "piece", ["<!--", "<a href='", "<a ", "<div>", "<b><p>", "&#", "<![CDATA[", "<a href=x>", "\0"]
)
def test_a_page_made_to_be_slow_is_not(piece: str) -> None:
    begun = time.monotonic()
    list(links(page(piece * (1024 * 1024 // len(piece)))))
    assert time.monotonic() - begun < 5


def test_nothing_is_loaded_from_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("http://testserver/")
    body = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><a href="&x;">x</a>'
    assert not any("testserver" in address for address in links(page(body)))
