"""Feeds: the newest places, in the reader's language, for everybody alike."""

from datetime import UTC, datetime, timedelta

from django.test import Client
from lxml import etree

from home.feeds import places
from home.models import HomePage
from tests.factories import CaseFactory, CaseIndexPageFactory, locale

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NOON = datetime(2026, 11, 1, 3, tzinfo=UTC)


def test_new_places_come_first(home: HomePage, client: Client) -> None:
    CaseIndexPageFactory(parent=home)
    for day, slug in enumerate(("old", "new")):
        CaseFactory(
            slug=slug,
            name=f"見本<{slug}>",
            first_published_at=NOON,
            last_published_at=NOON + timedelta(days=day),
        )
    CaseFactory(slug="hidden", live=False, last_published_at=NOON)
    CaseFactory(slug="unknown")
    answer = client.get("/feeds/places/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert not answer.cookies
    feed = etree.fromstring(answer.content)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"
    assert feed.find("a:link[@rel='self']", ATOM).get("href") == "http://testserver/feeds/places/"
    entries = [
        (entry.findtext("a:title", namespaces=ATOM), entry.findtext("a:id", namespaces=ATOM))
        for entry in feed.findall("a:entry", ATOM)
    ]
    assert entries == [
        ("見本<new>（鶴見区）", "http://testserver/places/new/"),
        ("見本<old>（鶴見区）", "http://testserver/places/old/"),
    ]
    assert feed.findtext("a:updated", namespaces=ATOM).startswith("2026-11-02T")
    page = client.get("/places/").content.decode()
    assert 'type="application/atom+xml" title="立ち寄れる場所の新着" href="/feeds/places/"' in page
    assert client.get("/feeds/nothing/").status_code == 404


def test_each_language_has_its_own(home: HomePage, client: Client) -> None:
    CaseIndexPageFactory(parent=home)
    case = CaseFactory(last_published_at=NOON)
    easy = case.copy_for_translation(locale("ja-x-easy"))
    easy.name, easy.live, easy.last_published_at = "みんなの れいぞうこ", True, NOON
    easy.save()
    feed = client.get("/vi/feeds/places/").content.decode()
    assert "みんなの れいぞうこ" in feed
    assert "http://testserver/ja-x-easy/places/reizoko/" in feed
    assert places.newest_places("ja")[0].title.startswith(case.name)
