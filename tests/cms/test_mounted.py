"""The whole site below a path of another host: nothing on it leads out of the path, or to nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve, set_script_prefix
from django.utils import translation

from campaigns.links import offline_map
from campaigns.links.destination import destination_of
from campaigns.links.models import ShortLink
from campaigns.members.models import Membership, Organisation
from campaigns.models import CampaignPage, Edition
from campaigns.schedule import ticking
from cms.mounted import inside
from cms.settings.mounting import mounting
from home.models import HomePage, StandardPage
from home.selfcheck.models import SelfCheckPage
from tests import factories
from tests.conftest import logged_in

PATH = "/tsunagari"
HERE = "http://testserver"
#: Languages that are walked through; the others have the same addresses with another word in front.
WALKED = {"ja", "vi"}
ATTRIBUTES = {"href", "src", "srcset", "action", "formaction", "hx-get", "hx-post", "data-url", "poster"}
#: Residents' pages are walked by nobody in particular; of members' pages one of each will do.
MEMBERS = re.compile(rf"{PATH}/(my|kit|printing|starter)/[^?]*$")
#: What takes long to make, or ends the visit: its address must exist, it is not asked for.
NOT_ASKED = re.compile(r"\.(pdf|zip|png|svg|csv|woff2|xlsx)$|/(logout|card|wait|starter)/$|/kit/.+")


class Addresses(HTMLParser):
    """What a page links, loads and sends to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ATTRIBUTES and value:
                self.found |= {each.split()[0] for each in value.split(",")} if name == "srcset" else {value}
            if tag == "meta" and name == "content" and value and value.startswith("http"):
                self.found.add(value)


@pytest.fixture
def site(settings: Any, home: HomePage) -> Iterator[HomePage]:
    """Everything is mounted, as settings and the WSGI door do it."""
    for name, value in {"PUBLIC_URL": HERE + PATH, **mounting(HERE + PATH)}.items():
        setattr(settings, name, value)
    settings.LINK_URL = "https://q.example.jp"
    set_script_prefix(PATH)
    yield home
    set_script_prefix("/")


def through_the_door(client: Client) -> Client:
    """A client whose requests carry the whole path, as a proxy hands them on."""
    handler = client.handler
    client.handler = lambda environ: handler(inside(environ, PATH))  # type: ignore[assignment, method-assign]
    return client


def below(address: str, page: str) -> str | None:
    """The path of an address of this site, None of anybody else's; fails on one that leaves the mount."""
    parts = urlsplit(urldefrag(urljoin(HERE + page, address))[0])
    if parts.scheme not in {"http", "https"} or f"{parts.scheme}://{parts.netloc}" != HERE:
        return None
    assert parts.path.startswith(f"{PATH}/"), f"{page} leads out to {address}"
    assert not parts.path.startswith(f"{PATH}{PATH}/"), f"{page} doubles the path in {address}"
    return parts.path + (f"?{parts.query}" if parts.query else "")


def exists(path: str) -> bool:
    """Whether something answers there, or a file lies there."""
    inner = urlsplit(path).path.removeprefix(PATH)
    if inner.startswith("/static/"):
        return finders.find(inner.removeprefix("/static/")) is not None
    try:
        language = translation.get_language_from_path(inner) or "ja"
        with translation.override(language):
            resolve(inner)
    except Resolver404:
        return False
    return True


def walk(client: Client, *starts: str, within: re.Pattern[str] = re.compile("")) -> list[str]:
    """Follow every link from some pages on, as far as it is `within`; returns all that was found."""
    waiting, seen = list(starts), set(starts)
    while waiting:
        page = waiting.pop()
        answer = client.get(page, follow=False)
        assert answer.status_code in {200, 302}, f"{page} answers {answer.status_code}"
        for address in addresses_of(answer):
            path = below(address, page)
            if path is None or path in seen:
                continue
            seen.add(path)
            assert exists(path), f"{page} leads to {path}, where nothing is"
            if within.match(path) and is_asked_for(path):
                waiting.append(path)
    return sorted(seen)


def addresses_of(answer: HttpResponse) -> set[str]:
    if answer.status_code == 302:
        return {answer["Location"]}
    kind = answer["Content-Type"].partition(";")[0]
    text = answer.content.decode()
    if kind == "text/html":
        return Addresses(text).found
    if kind in {"application/xml", "application/atom+xml"}:
        return set(re.findall(r'href="([^"]+)"|<(?:loc|id)>([^<]+)<', text)[0]) - {""} | set(
            re.findall(r"<(?:loc|id)>([^<]+)<", text)
        )
    if kind == "text/css":
        return {found for found in re.findall(r"url\(\"?([^)\"]+)", text) if not found.startswith("data:")}
    return set()


def is_asked_for(path: str) -> bool:
    bare = urlsplit(path).path
    language = translation.get_language_from_path(bare.removeprefix(PATH)) or "ja"
    return language in WALKED and not NOT_ASKED.search(bare) and "/static/" not in bare


@pytest.fixture
def pages(site: HomePage, campaign: CampaignPage) -> HomePage:
    factories.CaseIndexPageFactory(parent=site)
    factories.DeskIndexPageFactory(parent=site)
    site.add_child(instance=SelfCheckPage(title="3つの問い", slug="toi", show_in_menus=True))
    text = f'<p><a linktype="page" id="{campaign.pk}">キャンペーン</a></p>'
    body = [("paragraph", text), ("desks", {"title": "", "desks": []})]
    site.add_child(instance=StandardPage(title="個人情報", slug="privacy", body=body, show_in_menus=True))
    return site


def test_residents_never_leave_the_path(pages: HomePage, campaign: CampaignPage, client: Client) -> None:
    walked = walk(through_the_door(client), f"{PATH}/", f"{PATH}/sitemap.xml", f"{PATH}/feeds/places/")
    for path in (
        "/",
        "/vi/",
        "/places/reizoko/",
        "/desks/denwa/",
        "/toi/",
        "/q/",
        "/sitemap/",
        "/?furigana=1",
    ):
        assert PATH + path in walked, path
    assert f"{PATH}{campaign.get_url().removeprefix(PATH)}" in walked
    assert client.get(f"{PATH}/nowhere/").status_code == 404
    robots = client.get(f"{PATH}/robots.txt").content.decode()
    assert f"Sitemap: {HERE}{PATH}/sitemap.xml" in robots
    assert f"Disallow: {PATH}/admin/" in robots
    page = client.get(f"{PATH}/places/").content.decode()
    assert f'<link rel="canonical" href="{HERE}{PATH}/places/">' in page
    assert f">testserver{PATH}/places/<" in page  # as it is printed
    check = SelfCheckPage.objects.get()
    answered = client.post(f"{PATH}/selfcheck/{check.pk}/", {"question_1": "1"})
    assert answered.status_code == 200
    for address in Addresses(answered.content.decode()).found:
        below(address, f"{PATH}/selfcheck/1/")


def test_members_and_staff_never_leave_it(pages: HomePage, organisation: Organisation) -> None:
    people = factories.MembershipFactory(organisation=organisation, role=Membership.Role.ADMINISTRATOR)
    member = through_the_door(logged_in(people.user))
    walked = walk(member, f"{PATH}/my/{organisation.slug}/", f"{PATH}/kit/", within=MEMBERS)
    assert {f"{PATH}/my/{organisation.slug}/banners/", f"{PATH}/kit/{organisation.slug}/"} <= set(walked)
    overview = member.get(f"{PATH}/my/{organisation.slug}/")
    assert overview["Referrer-Policy"] == "same-origin"
    staff = through_the_door(logged_in(factories.StaffFactory()))
    for path in ("/admin/", "/admin/pages/", "/admin/snippets/desks/desk/"):
        answer = staff.get(PATH + path)
        assert "'unsafe-inline'" in answer["Content-Security-Policy"]
        for address in Addresses(answer.content.decode()).found:
            below(address, PATH + path)
    login = through_the_door(Client()).get(f"{PATH}/admin/pages/", follow=False)
    assert login["Location"].startswith(f"{PATH}/accounts/login/")


def test_cookies_stay_below_the_path(site: HomePage, settings: Any) -> None:
    client = through_the_door(Client())
    assert client.get(f"{PATH}/accounts/login/").cookies["csrftoken"]["path"] == f"{PATH}/"
    assert f"{PATH}/" == settings.SESSION_COOKIE_PATH
    assert client.get(f"{PATH}/").cookies == {}


def test_codes_lead_below_it_from_a_host_of_their_own(
    site: HomePage, edition: Edition, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = ShortLink.objects.issued(edition, organisation)
    offline_map.write()
    phone = through_the_door(Client())
    phone.defaults["HTTP_HOST"] = "q.example.jp"
    target = HERE + destination_of(link).paths["ja"]
    assert target.startswith(f"{HERE}{PATH}/campaign-")
    assert phone.get(f"/Q/{link.code}")["Location"] == target
    assert phone.get("/places/")["Location"] == f"{HERE}{PATH}/places/"
    form = phone.get("/")
    assert f'action="{PATH}/q/"' in form.content.decode()
    assert f"form-action 'self' {HERE};" in form["Content-Security-Policy"] + ";"
    (sheet,) = re.findall(rf'href="({PATH}/style/[^"]+)"', form.content.decode())
    assert phone.get(sheet).status_code == 200
    # What ticks beside the worker has a thread of its own, which begins without knowing of the path.
    set_script_prefix("/")
    offline_map.write()
    stop = ticking.Event()
    monkeypatch.setattr(ticking, "tick", lambda: (offline_map.write(), stop.set()))
    ticking.keep_ticking(0, stop)
    assert offline_map.known(link.code).paths["ja"].startswith(f"{PATH}/")  # type: ignore[union-attr]


def test_the_door_takes_the_path_away_once() -> None:
    for asked, inner in (
        ("/tsunagari/places/", "/places/"),
        ("/tsunagari", "/"),
        ("/tsunagari/tsunagari/", "/tsunagari/"),
        ("/tsunagari-r6/", "/tsunagari-r6/"),
        ("/Q/ABC", "/Q/ABC"),
    ):
        assert inside({"PATH_INFO": asked}, PATH)["PATH_INFO"] == inner
