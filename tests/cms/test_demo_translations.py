"""The demo is whole in Japanese, easy Japanese and English."""

import re
from collections.abc import Iterator
from typing import Any

import polib
import pytest
from wagtail_localize.strings import extract_strings

from cms.demo_data import DATA, read
from cms.demo_translations import LANGUAGES, memory
from tests.interface.test_catalogues import hard_words

JAPANESE = re.compile("[ぁ-んァ-ヶ一-鿿]")


def sentences(data: Any) -> Iterator[str]:
    """Every Japanese text in data, as it is translated: rich text by its paragraphs."""
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from sentences(each)
    elif isinstance(data, str) and JAPANESE.search(data):
        yield from (each.data for each, _ in extract_strings(data)[1]) if data.startswith("<") else [data]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["pages", "programme"])
def test_whatever_pages_say_is_translated(name: str, language: str) -> None:
    assert set(sentences(read(name))) - set(memory(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_its_translation(language: str) -> None:
    catalogue = polib.pofile(str(DATA / f"{language}.po"))
    assert len(memory(language)) == len(catalogue) > 100


def test_the_languages_translate_the_same_texts() -> None:
    easy, english = (set(memory(language)) for language in LANGUAGES)
    assert easy == english


def test_easy_japanese_is_easy_to_read() -> None:
    hard = {text: words for text, said in memory("ja-x-easy").items() if (words := hard_words(said))}
    assert hard == {}
