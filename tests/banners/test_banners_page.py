"""The page of banners, and the form for the page with the banner."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from campaigns.banners import checking
from campaigns.banners.fetching import Page
from campaigns.banners.models import BannerFile, LinkCheck
from campaigns.connection import Unreachable
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests import factories
from tests.conftest import Publish
from tests.kits.test_publishing import draft

PAGE, CHECK = "/my/takasaki/banners/", "/my/takasaki/banners/check/"
URL = "https://takasaki.example.jp/news"

pytestmark = pytest.mark.usefixtures("clean_caches")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Other people's pages by address."""
    pages: dict[str, str] = {}

    def fetch(url: str) -> Page:
        if url not in pages:
            raise Unreachable("timeout")
        return Page(url, pages[url].encode())

    monkeypatch.setattr(checking, "fetch", fetch)
    return pages


def snippets(html: str) -> list[str]:
    return [unescape(found) for found in re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)]


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    html = member_client.get(PAGE).content.decode()
    found = snippets(html)
    path = campaign.get_url_parts()[2]
    assert len(found) == 3
    for size, snippet in zip(("468x60", "300x250", "1200x630"), found, strict=True):
        width, height = size.split("x")
        assert snippet == (
            f'<a href="http://testserver{path}"><img src="{campaign.slug}-{size}.png" width="{width}" '
            f'height="{height}" alt="「つながろう かながわ」 見本つながりネットワーク"></a>'
        )
        assert f'download="{campaign.slug}-{size}.png"' in html
        assert f'download="{campaign.slug}-{size}.svg"' in html
    assert "readonly" in html


def test_the_html_loads_nothing_from_here(campaign: CampaignPage, member_client: Client) -> None:
    html = member_client.get(PAGE).content.decode()
    assert all("/" not in re.search(r'src="([^"]*)"', snippet)[1] for snippet in snippets(html))  # type: ignore[index]
    assert "伝わってしまいます" in html


def test_words_with_quotation_marks_stay_inside_the_html(
    campaign: CampaignPage, member_client: Client, publish: Publish
) -> None:
    campaign.issuer = '"><script>&会'
    publish(campaign)
    answer = member_client.get(PAGE)
    assert all(
        'alt="「つながろう かながわ」 &quot;&gt;&lt;script&gt;&amp;会"' in found
        for found in snippets(answer.content.decode())
    )
    assert "<script>&" not in answer.content.decode()


def test_files_are_drawn_once_and_anew_for_a_new_edition(
    campaign: CampaignPage, member_client: Client, publish: Publish
) -> None:
    for _look in range(2):
        member_client.get(PAGE)
        assert BannerFile.objects.count() == 6
    kept = set(BannerFile.objects.values_list("pk", flat=True))
    publish(draft(campaign, text="あつまろう かながわ"))
    assert "あつまろう" in snippets(member_client.get(PAGE).content.decode())[0]
    assert BannerFile.objects.exclude(pk__in=kept).count() == 6


def test_without_a_campaign_the_page_says_so(home: Any, member_client: Client) -> None:
    answer = member_client.get(PAGE)
    assert answer.status_code == 200
    assert "バナーはまだありません" in answer.content.decode()
    assert member_client.post(PAGE, {"url": URL}).status_code == 302


def test_it_asks_the_database_little(
    campaign: CampaignPage, organisation: Organisation, member_client: Client,
    django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    member_client.get(PAGE)
    LinkCheck.objects.create(organisation=organisation, url=URL, campaign=campaign)
    factories.MembershipFactory(organisation=organisation)
    with django_assert_max_num_queries(12):
        member_client.get(PAGE)


# --- the page with the banner -------------------------------------------------------------------------


def test_entering_a_page_looks_at_it_at_once(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, web: dict[str, str]
) -> None:
    web[URL] = f'<a href="http://testserver{campaign.get_url_parts()[2]}">x</a>'
    answer = member_client.post(PAGE, {"url": URL}, follow=True)
    check = LinkCheck.objects.get()
    assert (check.organisation, check.url, check.result) == (organisation, URL, "links")
    assert answer.redirect_chain == [(PAGE, 302)]
    html = answer.content.decode()
    assert "アドレスを保存しました" in html
    assert "キャンペーンへつながっています" in html
    assert f'value="{URL}"' in html


def test_what_is_missing_is_said_with_what_to_do(
    campaign: CampaignPage, member_client: Client, web: dict[str, str]
) -> None:
    assert "10秒以上" in member_client.post(PAGE, {"url": URL}, follow=True).content.decode()
    LinkCheck.objects.update(result="no_link", reason="")
    assert "HTMLをページに貼り付けて" in member_client.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        "not an address", "ftp://example.jp/", "https://example.jp:8080/", "https://user:word@example.jp/",
        "javascript:alert(1)",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_and_stays_typed(
    typed: str, campaign: CampaignPage, member_client: Client, web: dict[str, str]
) -> None:
    answer = member_client.post(PAGE, {"url": typed})
    assert answer.status_code == 200
    assert not LinkCheck.objects.exists()
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert f'value="{typed}"' in html


def test_another_address_forgets_what_was_seen_of_the_first(
    campaign: CampaignPage, member_client: Client, web: dict[str, str], clean_caches: None
) -> None:
    member_client.post(PAGE, {"url": URL})
    member_client.post(PAGE, {"url": f"{URL}/2"})
    check = LinkCheck.objects.get()
    assert (check.url, check.result, check.failing_since, check.checked_at) == (
        f"{URL}/2",
        "unknown",
        None,
        None,
    )


def test_an_empty_address_ends_the_looking(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    LinkCheck.objects.create(organisation=organisation, url=URL)
    answer = member_client.post(PAGE, {"url": ""}, follow=True)
    assert not LinkCheck.objects.exists()
    assert "アドレスを削除しました" in answer.content.decode()


def test_checking_now_is_for_once_a_minute(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, web: dict[str, str]
) -> None:
    LinkCheck.objects.create(organisation=organisation, url=URL)
    member_client.post(CHECK)
    assert LinkCheck.objects.get().result == "unreachable"
    web[URL] = f'<a href="http://testserver{campaign.get_url_parts()[2]}">x</a>'
    answer = member_client.post(CHECK, follow=True)
    assert LinkCheck.objects.get().result == "unreachable"
    assert "1分たっていません" in answer.content.decode()


def test_checking_needs_a_page_and_a_form(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(CHECK).status_code == 405
    answer = member_client.post(CHECK, follow=True)
    assert "先に、バナーを置いたページを" in answer.content.decode()


def test_nobody_looks_into_another_organisation(
    campaign: CampaignPage, organisation: Organisation, other_member_client: Client
) -> None:
    LinkCheck.objects.create(organisation=organisation, url=URL)
    assert other_member_client.post(PAGE, {"url": ""}).status_code == 404
    assert LinkCheck.objects.get().url == URL


def test_forms_are_sent_with_their_origin(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(PAGE)["Referrer-Policy"] == "same-origin"
    assert member_client.get("/en" + PAGE)["Referrer-Policy"] == "same-origin"
