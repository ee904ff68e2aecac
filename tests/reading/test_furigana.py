"""Readings over the kanji of one text, and whose reading is right."""

import re

import pytest
from django.core.exceptions import ValidationError

from campaigns.reading.furigana import with_furigana
from campaigns.reading.lexicon import Lexicon, lexicon
from campaigns.reading.models import ReadingOverride
from tests.factories import AreaFactory, CaseFactory

pytestmark = pytest.mark.django_db

RUBY = re.compile(r"<ruby>(.*?)<rp>（</rp><rt>(.*?)</rt><rp>）</rp></ruby>")


def shown(text: str, known: Lexicon | None = None) -> str:
    """The text with readings in square brackets."""
    return RUBY.sub(r"\1[\2]", with_furigana(text, known or lexicon()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("食べる", "食[た]べる"),
        ("支え合おう", "支[ささ]え合[あ]おう"),
        ("申し込み", "申[もう]し込[こ]み"),
        ("お茶", "お茶[ちゃ]"),
        ("茅ヶ崎", "茅ヶ崎[ちがさき]"),
        ("コーヒーを飲む", "コーヒーを飲[の]む"),
        ("ひらがなだけ", "ひらがなだけ"),
        ("人々", "人々[ひとびと]"),
    ],
)
def test_a_reading_stands_over_kanji_only(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("団体の方へ", "団体[だんたい]の方[かた]へ"),
        ("12人", "12人[にん]"),
        ("２人", "２人[ふたり]"),
        ("何をお探しですか", "何[なに]をお探[さが]しですか"),
        ("一日中", "一日中[いちにちじゅう]"),
        ("外国人の方", "外国[がいこく]人[じん]の方[かた]"),
        ("三人と四人、数人", "三人[さんにん]と四人[よにん]、数人[すうにん]"),
        ("12月12日（水）", "12月[がつ]12日[にち]（水[すい]）"),
        ("12月2日（水）・20日", "12月[がつ]2日[ふつか]（水[すい]）・20日[はつか]"),
        ("１２月１０日と２２日", "１２月[がつ]１０日[とおか]と２２日[にち]"),
        ("毎月1日、12月1日", "毎月[まいつき]1日[ついたち]、12月[がつ]1日[ついたち]"),
        ("1日2回、11日、1日中", "1日[いちにち]2回[かい]、11日[にち]、1日中[いちにちじゅう]"),
        ("24時間と1時間半、２時間", "24時間[じかん]と1時間[じかん]半[はん]、２時間[じかん]"),
        ("数日間と5日間の会", "数日間[すうじつかん]と5日間[いつかかん]の会[かい]"),
        ("3日間と三日間、5分間", "3日間[みっかかん]と三日間[みっかかん]、5分[ふん]間[かん]"),
        ("14日、24日、114日", "14日[じゅうよっか]、24日[にじゅうよっか]、114日[にち]"),
        ("１０分", "１０分[ぷん]"),
        ("1月22日(日)", "1月[がつ]22日[にち](日[にち])"),
    ],
)
def test_common_words_are_read_as_people_do(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_an_override_wins_over_the_dictionary() -> None:
    assert shown("生物に触れる") == "生物[せいぶつ]に触[ふ]れる"
    ReadingOverride.objects.create(surface="生物", reading="なまもの")
    assert shown("生物に触れる") == "生物[なまもの]に触[ふ]れる"


def test_an_override_with_a_context_is_for_that_alone() -> None:
    ReadingOverride.objects.create(surface="一日", reading="ついたち", context="毎月一日")
    assert shown("毎月一日に") == "毎月[まいつき]一日[ついたち]に"
    assert shown("一日に") == "一日[いちにち]に"


def test_an_override_wins_over_a_name() -> None:
    CaseFactory(name="小鳩の家", reading="こばとのいえ")
    assert shown("小鳩の家です") == "小鳩[こばと]の家[いえ]です"
    ReadingOverride.objects.create(surface="小鳩の家", reading="おばとのや")
    assert shown("小鳩の家です") == "小鳩[おばと]の家[や]です"


def test_names_are_read_as_they_say_themselves() -> None:
    AreaFactory(code="14999", name="谷戸", reading="やと")
    CaseFactory(name="月見ホール", reading="げっけんほーる")
    assert shown("谷戸の月見ホール") == "谷戸[やと]の月見[げっけん]ホール"


def test_a_deleted_override_is_forgotten() -> None:
    override = ReadingOverride.objects.create(surface="生物", reading="なまもの")
    assert "なまもの" in shown("生物")
    override.delete()
    assert "せいぶつ" in shown("生物")


def test_a_word_is_not_read_inside_of_another() -> None:
    ReadingOverride.objects.create(surface="家", reading="うち")
    assert shown("家と家族") == "家[うち]と家族[かぞく]"


def test_a_reading_that_is_no_kana_is_not_shown() -> None:
    CaseFactory(name="危険物", reading="<script>")
    assert "script" not in shown("危険物")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"surface": "ひらがな", "reading": "ひらがな"}, "surface"),
        ({"surface": "家", "reading": "house"}, "reading"),
        ({"surface": "食べる", "reading": "たべた"}, "reading"),
        ({"surface": "一日", "reading": "ついたち", "context": "毎月二日"}, "context"),
    ],
)
def test_an_override_that_cannot_be_shown_is_refused(fields: dict[str, str], wrong: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        ReadingOverride(**fields).full_clean()
    assert set(refusal.value.message_dict) == {wrong}


def test_spaces_around_an_override_do_not_matter() -> None:
    override = ReadingOverride(surface=" 家 ", reading=" うち ")
    override.clean()
    assert (override.surface, override.reading) == ("家", "うち")
