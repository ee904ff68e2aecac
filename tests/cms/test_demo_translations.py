"""The demo is whole in Japanese, easy Japanese and English."""

import polib
import pytest

from cms.demo_data import DATA
from cms.demo_translations import LANGUAGES, memory
from tests.interface.test_catalogues import hard_words


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
