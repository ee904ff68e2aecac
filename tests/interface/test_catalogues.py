"""Whatever residents read of the interface, they read in their own language."""

import re
import shutil
import subprocess

import polib
import pytest

from home.interface.catalogues import DJANGOS, catalogue, extracted, key_of, path_of
from home.interface.sources import LANGUAGES, templates

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
#: Texts that are written alike in English and another language.
ALIKE = {", ", "%(day)s (%(weekday)s)"}
#: 漢字 of the first two years of school, and two of Kanagawa's everyday; others carry their reading: 漢字（かんじ）.
SCHOOL = frozenset(
    "一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足"
    "村大男竹中虫町天田土二日入年白八百文木本名目立力林六引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛"
    "魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色"
    "食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父"
    "風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話区県"
)
HARD = re.compile(r"([一-鿿々ヶ]+)(（[ぁ-ゖー 、・]+）)?")


@pytest.fixture(scope="module")
def texts() -> polib.POFile:
    found = extracted()
    assert len(found) > 60
    return found


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str, texts: polib.POFile) -> None:
    known = {key_of(each): each for each in catalogue(language) if not each.obsolete}
    lacking = [
        text.msgid
        for text in texts
        if (entry := known.get(key_of(text))) is None or entry.fuzzy or not all(forms(entry))
    ]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_english(language: str) -> None:
    same = [each.msgid for each in catalogue(language) if each.msgid in forms(each)]
    assert set(same) - ALIKE == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_kept_that_nobody_reads(language: str, texts: polib.POFile) -> None:
    read = {key_of(text) for text in texts}
    kept = [
        each.msgid
        for each in catalogue(language)
        if not each.obsolete and key_of(each) not in read and each.tcomment != DJANGOS
    ]
    assert kept == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_text(language: str) -> None:
    for entry in catalogue(language):
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for sentence in forms(entry):
            # Where one form says “one”, it need not say the number.
            missing = wanted - set(PLACEHOLDER.findall(sentence))
            assert missing <= ({("count", "")} if entry.msgid_plural else set()), (entry.msgid, sentence)
            assert set(PLACEHOLDER.findall(sentence)) <= wanted, (entry.msgid, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_accepts_it(language: str) -> None:
    program = shutil.which("msgfmt")
    assert program is not None
    done = subprocess.run(
        [program, "--check", "--output-file=/dev/null", str(path_of(language))],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def hard_words(sentence: str) -> list[str]:
    """Words with kanji beyond the first school years and no reading behind them."""
    return [
        word for word, reading in HARD.findall(sentence) if not reading and set(word) - SCHOOL - set("々ヶ")
    ]


def test_easy_japanese_is_easy_to_read() -> None:
    hard = {
        entry.msgid: words for entry in catalogue("ja-x-easy") if (words := hard_words("".join(forms(entry))))
    }
    assert hard == {}


def test_a_hard_word_is_noticed() -> None:
    assert hard_words("相談する ばしょ") == ["相談"]
    assert hard_words("相談（そうだん）する ばしょ") == []


def test_the_table_names_templates_that_are_there() -> None:
    names = {path.name for path in templates()}
    assert {"404.html", "base.html", "home.html", "campaign.html", "desks.html"} <= names
