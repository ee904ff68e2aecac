"""What a catchphrase may be: short, in letters the lettering has, on one line or two."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.checks import warnings
from campaigns.models import Catchphrase
from campaigns.templatetags.campaign import phrase_units
from print_templates.samples import sample_content
from tests.factories import CampaignPageFactory, locale

pytestmark = pytest.mark.django_db


def phrase(text: str, language: str = "ja") -> Catchphrase:
    page = CampaignPageFactory(locale=locale(language))
    return Catchphrase(campaign=page, locale=page.locale, text=text, theme="coast")


def refused(text: str, language: str = "ja") -> set[str]:
    """The fields that are refused."""
    try:
        phrase(text, language).full_clean(exclude=["translation_key"])
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize(
    "text", ["つながる", "つながろう\nかながわ", "あ" * 24, "あ" * 12 + "\n" + "い" * 11]
)
def test_it_works(text: str) -> None:
    assert refused(text) == set()


@pytest.mark.parametrize(
    "text",
    ["", "つなぐ", "あ" * 25, "あ" * 12 + "\n" + "い" * 12, "一行目\n二行目\n三行目です", "つなが\u200bろう"],
    ids=["none", "three", "twenty-five", "too-long-in-two-lines", "three-lines", "invisible"],
)
def test_what_cannot_be_a_phrase_is_refused(text: str) -> None:
    assert refused(text) == {"text"}


def test_letters_are_those_of_the_campaign_s_language() -> None:
    assert refused("让我们连在一起", "zh-hans") == set()
    assert refused("让我们连在一起") == {"text"}


def test_a_second_line_is_one_line_where_a_page_names_it() -> None:
    assert str(phrase("つながろう\nかながわ")) == "つながろう かながわ"


def test_a_second_line_begins_where_the_writer_ends_the_first() -> None:
    assert phrase_units("つながろう\nかながわ").count("<br>") == 1
    assert "<br>" not in phrase_units("つながろう かながわ")


def test_a_phrase_that_prints_small_is_warned_of() -> None:
    def fields(text: str) -> list[str]:
        return [finding.field for finding in warnings(sample_content("coast", text))]

    assert "phrase" not in fields("つながろう かながわ")
    assert "phrase" in fields("あなたの声をいつでもここで聞かせてくださいね")
