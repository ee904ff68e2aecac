"""Stages of life and surroundings: a few words, and what there is for it."""

import re
from typing import Any

import pytest
from django.test import Client

from home.models import HomePage
from home.situations.models import SituationIndexPage, SituationPage
from tests.asked import asked
from tests.factories import (
    CaseFactory,
    CaseIndexPageFactory,
    CaseTagFactory,
    DeskFactory,
    TopicTagFactory,
    locale,
)
from tests.home.whats_on import event, event_list
from tests.places import SetClock, desk_open


@pytest.fixture
def index(home: HomePage) -> SituationIndexPage:
    page: SituationIndexPage = home.add_child(
        instance=SituationIndexPage(title="見本の一覧", slug="situations", locale=locale())
    )
    return page


def situation(index: SituationIndexPage, slug: str, **fields: Any) -> SituationPage:
    page = SituationPage(
        title=f"見本の{slug}", slug=slug, lead=f"{slug}のひとことです。", locale=locale(), **fields
    )
    index.add_child(instance=page)
    return page


def test_it_works(index: SituationIndexPage, home: HomePage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 10:00")
    assert "いま、ページを書いています。" in client.get("/situations/").content.decode()
    CaseIndexPageFactory(parent=home)
    events = event_list(home)
    young, old = (CaseTagFactory(slug=slug, name=slug, kind="audience") for slug in ("young", "old"))
    for slug, tags in {
        "for-young": [young],
        "for-both": [young, old],
        "for-old": [old],
        "for-none": [],
    }.items():
        case = CaseFactory(slug=slug, name=slug)
        case.tags.set(tags)
        case.save()
        page = event(events, slug, "2026-12-12 10:00", "2026-12-12 11:00")
        page.audiences.set(tags)
        page.save()
    topic = TopicTagFactory()
    about = desk_open("about", "16:00", "18:00")
    about.topic_tags.set([topic])
    about.save()
    desk_open("other", "09:00", "18:00")
    leaving = situation(index, "leaving", words=[young], topics=[topic])
    situation(index, "work", kind="everyday", words=[young, old])

    context = client.get(leaving.url).context
    assert [case.slug for case in context["places"]] == ["for-young", "for-both"]
    assert {each.written.slug for each in context["events"]} == {"for-young", "for-both"}
    assert [each.desk.slug for each in context["desks"]] == ["about", "other"], "and somebody who answers now"
    html = client.get(leaving.url).content.decode()
    for words in (
        "leavingのひとことです。", 'href="/places/for-young/"', 'href="/places/?audience=young"',
        'href="/events/for-both/"', 'href="/situations/work/"', "毎日の中で",
    ):  # fmt: skip
        assert words in html, words
    both = client.get("/situations/work/").context
    assert len(both["places"]) == 3, "each once"
    assert len(both["events"]) == 3
    assert [each.desk.slug for each in both["desks"]] == ["other", "about"], (
        "without topics, who answers first"
    )
    groups = client.get("/situations/").context["groups"]
    assert [[entry.written.slug for entry in group.entries] for group in groups] == [["leaving"], ["work"]]
    front = client.get("/").content.decode().partition('id="situations"')[2].partition("</section>")[0]
    assert re.findall(r'href="([^"]+)"', front) == [
        "/situations/",
        "/situations/leaving/",
        "/situations/work/",
    ]


def test_a_situation_with_nothing_has_desks_all_the_same(index: SituationIndexPage, client: Client) -> None:
    DeskFactory()
    html = client.get(situation(index, "alone").url).content.decode()
    assert 'href="tel:0120000000"' in html
    assert 'id="places"' not in html
    assert 'id="events"' not in html


def test_many_things_take_few_queries(index: SituationIndexPage, home: HomePage, client: Client) -> None:
    tag = CaseTagFactory(slug="young", name="若い人", kind="audience")
    events = event_list(home)

    def add(number: int) -> None:
        case = CaseFactory(slug=f"case-{number}")
        case.tags.set([tag])
        case.save()
        page = event(events, f"event-{number}", "2099-12-12 10:00", "2099-12-12 11:00")
        page.audiences.set([tag])
        page.save()
        DeskFactory(slug=f"desk-{number}")
        situation(index, f"more-{number}")

    page = situation(index, "one", words=[tag])
    for number in range(2):
        add(number)
    paths = (page.url, "/situations/")
    for path in paths:
        client.get(path)
    few = [len(asked(client, path)) for path in paths]
    for number in range(2, 8):
        add(number)
    assert [len(asked(client, path)) for path in paths] == few
