"""Pages that residents read: no cookie, nothing from elsewhere, the same for everyone."""

import gzip
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from campaigns.members.models import User
from campaigns.models import CampaignPage
from cms.sheets import sheet
from home.models import StandardPage
from tests.conftest import logged_in
from tests.factories import CaseIndexPageFactory, DeskIndexPageFactory
from tests.kept import Kept
from tests.programme import lists_of_pages

OWN_HOSTS = {"", "testserver"}
#: Attributes a browser fetches or follows.
ADDRESSES = (
    "src",
    "srcset",
    "href",
    "action",
    "formaction",
    "data",
    "poster",
    "ping",
    "background",
    "xlink:href",
)
PATHS = {
    "home": "/",
    "campaign": "{campaign}",
    "text": "{campaign}privacy/",
    "english": "/en/",
    "places": "/places/",
    "place": "/places/reizoko/",
    "desks": "/desks/?open=1",
    "desk": "/desks/denwa/",
    "events": "/events/",
    "event": "/events/winter/",
    "past events": "/events/archive/",
    "news": "/news/",
    "figures": "/figures/",
    "situation": "/situations/work/",
    "members": "/members/",
    "code": "/q/",
    "unknown code": "/q/2222222",
    "not found": "/nowhere/",
}


kept_pages = Kept()


def pages_beside(campaign: CampaignPage) -> None:
    campaign.add_child(instance=StandardPage(title="個人情報", slug="privacy", locale=campaign.locale))
    CaseIndexPageFactory()
    DeskIndexPageFactory()
    lists_of_pages(campaign.get_parent())


class Markup(HTMLParser):
    """What a page asks a browser to load, follow and run."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.inline: list[str] = []
        self.tags: list[str] = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = {name: value or "" for name, value in attrs}
        followed_quietly = tag == "a" and "noreferrer" in named.get("rel", "").split()
        for name in ADDRESSES:
            for address in named.get(name, "").split(","):
                foreign = urlsplit(address.strip()).netloc not in OWN_HOSTS
                if foreign and not followed_quietly:
                    self.foreign.append(address)
        self.inline += [f"{tag} {name}" for name in named if name == "style" or name.startswith("on")]
        # A block of data is no script: browsers neither run it nor ask the policy about it.
        is_run = tag == "script" and named.get("type") != "application/ld+json"
        if tag == "style" or (is_run and "src" not in named):
            self.inline.append(tag)


@pytest.fixture(params=PATHS.values(), ids=PATHS)
def path(request: pytest.FixtureRequest, campaign: CampaignPage) -> str:
    kept_pages.have(lambda: pages_beside(campaign))
    return str(request.param).format(campaign=campaign.get_url())


def test_it_works(path: str, client: Client) -> None:
    response = client.get(path)
    assert response.status_code in (200, 404)
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert {"main", "h1", "header", "footer"} <= set(Markup(response).tags)


def test_no_cookie_is_set(path: str, client: Client) -> None:
    response = client.get(path)
    assert not response.cookies
    assert not client.cookies


def test_nothing_comes_from_elsewhere(path: str, client: Client) -> None:
    assert Markup(client.get(path)).foreign == []


def test_nothing_runs_or_looks_inline(path: str, client: Client) -> None:
    assert Markup(client.get(path)).inline == []


def test_the_policy_allows_our_own_files_alone(path: str, client: Client) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in client.get(path)["Content-Security-Policy"].split(";")
        if part.strip()
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert not any("unsafe" in sources or "http" in sources or "*" in sources for sources in policy.values())


def test_nobody_learns_where_somebody_came_from(path: str, client: Client) -> None:
    response = client.get(path)
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_it_is_the_same_for_everyone(path: str, client: Client, member: User, staff: User) -> None:
    # Codes alone answer in a language that the browser asks for.
    other = "ja" if path.startswith("/q/") else "ko"
    phone = client.get(path, headers={"User-Agent": "Phone", "Accept-Language": other})
    desktop = Client().get(path, headers={"User-Agent": "Desktop", "Accept-Language": "ja"})
    answers = [phone, desktop, logged_in(member).get(path)]
    assert len({answer.content for answer in answers}) == 1


def test_page_and_style_are_small(path: str, client: Client) -> None:
    page = client.get(path).content
    assert len(page) + len(sheet("residents").css.encode()) <= 50_000
    assert len(gzip.compress(page)) + len(gzip.compress(sheet("residents").css.encode())) <= 16_000


def test_paper_outlives_its_campaign(campaign: CampaignPage, client: Client) -> None:
    over = "このキャンペーンは終わりました。"
    assert over not in client.get(campaign.get_url()).content.decode()
    CampaignPage.objects.update(ends=date(2020, 3, 31))
    html = client.get(campaign.get_url()).content.decode()
    assert over in html
    assert "見本の冷蔵庫" in html


def test_the_campaign_page_says_what_is_on_paper(campaign: CampaignPage, client: Client) -> None:
    response = client.get(campaign.get_url())
    html = response.content.decode()
    assert response.context["phrase"] == campaign.chosen
    for words in (
        "見本の冷蔵庫",
        "見本の電話",
        "11.4",
        "すれちがう人に、ひとこと。",
        campaign.lead,
        campaign.issuer,
    ):
        assert words in html
    assert f"/theme/{campaign.edition.style_key}.css" in html
    assert 'href="/kit/poster.pdf"' in html
