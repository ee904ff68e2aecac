"""Which field a printed text comes from."""

import pytest

from print_templates.preflight.fields import LABELS, field_of, fields_of
from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.sight import Letter
from print_templates.preflight.words import by_field, lines, text_of
from print_templates.proof import sample_content, sample_imprint

FIELDS = fields_of(sample_content(), sample_imprint())


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("つながろうかながわ", "phrase"),
        ("あいさつから", "sub_copy"),
        ("ゆるやかなつながり", "sub_copy"),
        ("見本つながりネットワーク", "issuer"),
        ("0120-000-000", "desks"),
        ("見本の冷蔵庫", "places"),
        ("同じ道ですれちがう人に、ひとこと。", "small_things"),
        ("どちらとも", "chart"),
        ("見本の会", "name"),
        ("電話 045-000-0100", "contact"),
        ("tsunagari.example.jp/q/ABC2345", "address"),
        ("ＡＢＣ２３４５", "address"),
        ("会", ""),
        ("第1版", ""),
        ("Cut along the dotted line", ""),
    ],
)
def test_it_works(text: str, field: str) -> None:
    assert field_of(text, FIELDS) == field


def test_without_fields_nothing_is_blamed() -> None:
    assert field_of("つながろうかながわ", {}) == ""


def test_every_field_has_a_name_for_people() -> None:
    assert set(FIELDS) <= set(LABELS)


def written(text: str, left: float, bottom: float, run: int, size: float = 10) -> list[Letter]:
    """Letters of 3 mm, one beside the other."""
    return [
        Letter(char, Rectangle(left + 3 * index, bottom, left + 3 * index + 2.8, bottom + 3), size, run=run)
        for index, char in enumerate(text)
    ]


def test_single_letters_on_a_line_are_its_words() -> None:
    letters = written("見", 10, 50, 0) + written("本", 13, 50, 1) + written("の会", 16, 50, 2)
    assert [text_of(line) for line in lines(letters)] == ["見本の会"]


def test_another_line_or_size_or_column_is_other_words() -> None:
    letters = written("見本", 10, 50, 0) + written("の会", 16, 40, 1) + written("東", 40, 40, 2)
    letters += written("西", 43, 40, 3, size=20)
    assert [text_of(line) for line in lines(letters)] == ["見本", "の会", "東", "西"]


def test_strays_are_told_once_for_each_field_by_what_strays() -> None:
    name, contact = written("見本の会", 10, 50, 0), written("電話 045-000-0100", 10, 40, 1)
    found = list(by_field([name[2], name[3], contact[0]], name + contact, FIELDS))
    assert found == [("name", "の会", name[2:]), ("contact", "電", contact[:1])]
