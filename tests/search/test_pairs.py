"""A word is found by how it sounds and how it is written, whichever of the two its text has."""

from pathlib import Path

import pytest
from django.conf import settings

from home.search.finding import find
from home.search.models import SearchEntry
from tests.factories import CaseFactory
from tests.search.pairs import PAIRS

pytestmark = pytest.mark.django_db

TEXTS = {".py", ".html", ".txt", ".json", ".po", ".md", ".tsv", ".css", ".js"}


def test_the_words_stand_nowhere_else() -> None:
    folders = ("cms", "home", "campaigns", "print_templates", "docs", "locale", "tests")
    sources = [file for folder in folders for file in (Path(settings.ROOT) / folder).rglob("*")]
    elsewhere = "".join(
        file.read_text(encoding="utf-8")
        for file in sources
        if file.suffix in TEXTS and file.name != "pairs.py"
    )
    assert len(PAIRS) >= 30
    assert [word for pair in PAIRS for word in pair if word in elsewhere] == []


@pytest.fixture
def places() -> None:
    """A place for each word: by turns in its name, its sentence or its story."""
    for number, (word, _reading) in enumerate(PAIRS):
        field = ("name", "summary", "story")[number % 3]
        text = word if field == "name" else f"毎週、{word}を楽しんでいます。"
        CaseFactory(
            slug=f"place-{number}", **{"name": f"見本{number:02}", "summary": "見本です。", field: text}
        )


@pytest.mark.usefixtures("places")
def test_kana_find_kanji() -> None:
    lacking = [pair for number, pair in enumerate(PAIRS) if f"place-{number}" not in slugs(pair[1])]
    assert lacking == []


@pytest.mark.usefixtures("places")
def test_kanji_find_kanji() -> None:
    assert [word for number, (word, _) in enumerate(PAIRS) if slugs(word) != [f"place-{number}"]] == []


@pytest.mark.usefixtures("places")
def test_other_kana_and_widths_find_the_same() -> None:
    katakana = {pair: "".join(chr(ord(each) + 0x60) for each in pair[1]) for pair in PAIRS}
    assert [pair for pair in PAIRS if slugs(katakana[pair]) != slugs(pair[1])] == []


def test_kanji_find_kana() -> None:
    for number, (_word, reading) in enumerate(PAIRS):
        CaseFactory(
            slug=f"place-{number}", name=f"見本{number:02}", summary=f"毎週、{reading}を楽しんでいます。"
        )
    assert [word for number, (word, _) in enumerate(PAIRS) if f"place-{number}" not in slugs(word)] == []


def slugs(typed: str) -> list[str]:
    from campaigns.cases.models import Case

    cases = Case.objects.in_bulk()
    entries = SearchEntry.objects.in_bulk()
    return [cases[entries[hit.entry].object_id].slug for hit in find(typed, "ja").hits]
