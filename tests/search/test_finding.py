"""What a search finds, and in which order."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from campaigns.cases.models import Case
from campaigns.models import CampaignPage
from campaigns.reading.models import ReadingOverride
from home.models import HomePage, StandardPage
from home.search.finding import Manner, find
from home.search.indexing import rebuild
from home.search.letters import folded, loose
from home.search.models import SearchEntry
from home.search.words import words_of
from tests.factories import CaseFactory, DeskFactory, locale

pytestmark = pytest.mark.django_db


def titles(typed: str, language: str = "ja") -> list[str]:
    entries = SearchEntry.objects.in_bulk()
    return [entries[hit.entry].title for hit in find(typed, language).hits]


def place(name: str, **fields: str) -> Case:
    """A place that says nothing but what it is given."""
    return CaseFactory(
        **{"slug": f"s-{Case.objects.count()}", "name": name, "summary": "", "address": "", **fields}
    )


def test_of_a_draft_nothing_is_found() -> None:
    case = place("ひだまりの家")
    assert titles("ひだまり") == ["ひだまりの家"]
    case.name, case.summary = "まだ書きかけの名前", "まだ書きかけです。"
    case.save_revision()
    assert titles("書きかけ") == []
    assert titles("ひだまり") == ["ひだまりの家"]
    case.unpublish()
    assert titles("ひだまり") == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("いばしょ", "だれでもいられる居場所です。"),
        ("居場所", "だれでもいられるいばしょです。"),
        ("ばしょ", "だれでもいられる居場所です。"),
        ("カフェ", "土曜日はかふぇになります。"),
        ("ｶﾌｪ", "土曜日はカフェになります。"),
        ("うどん", "そばとｳﾄﾞﾝの店です。"),
        ("てうち", "ｳﾄﾞﾝ手打ち体験です。"),
        ("ＮＰＯ", "npoの人がいます。"),
        ("wi-fi", "Wi-Fiが使えます。"),
        ("子ども食堂", "子供食堂があります。"),
        ("こどもしょくどう", "子供食堂があります。"),
        ("しゅうかいじょ", "町の集会所です。"),
        ("しゆうかいしよ", "町の集会所です。"),
        ("高﨑", "髙崎さんの家です。"),
        ("コンピュータ", "コンピューターを直します。"),
        ("café", "Cafe"),
        ("亀", "亀の池があります。"),
        ("お茶　将棋", "将棋とお茶の会です。"),
        ("孤独・孤立", "孤独や孤立の話をします。"),
    ],
)
def test_it_works(typed: str, text: str) -> None:
    place("見本", story=text)
    place("別の見本", story="まったく別のことが書いてあります。")
    assert titles(typed) == ["見本"]


@pytest.mark.parametrize("typed", ["", " ", "か", "a", "・", "\x00", "%", "_", "'", "うちゅうせん"])
def test_what_is_nowhere_is_not_found(typed: str) -> None:
    place("見本", story="しかし、だれでもいられる居場所です。")
    assert find(typed, "ja").manner is Manner.NONE


def test_a_short_sound_is_found_where_a_word_begins() -> None:
    place("いか", story="鹿がいます。")
    place("ろ", story="楽しかったです。")
    assert titles("しか") == ["いか"]


def test_a_short_sound_inside_of_words_is_better_than_nothing() -> None:
    place("見本", story="楽しかったです。")
    assert find("しか", "ja").manner is Manner.SOUND


def test_the_name_counts_more_than_the_sentence_and_that_more_than_the_story() -> None:
    place("三", story="工房です。", sort_order=0)
    place("二", summary="工房です。", sort_order=1)
    place("工房の一", sort_order=2)
    place("工房", sort_order=3)
    assert titles("工房") == ["工房", "工房の一", "二", "三"]
    assert titles("こうぼう") == ["工房の一", "工房", "二", "三"]


def test_the_reading_of_a_name_counts_like_the_name() -> None:
    place("一", story="ぽらんの話です。")
    place("歩蘭", reading="ぽらん")
    assert titles("ぽらん") == ["歩蘭", "一"]


def test_equals_keep_their_order() -> None:
    for order in (2, 0, 1):
        place(f"工房{order}", sort_order=order)
    assert titles("工房") == ["工房0", "工房1", "工房2"]


def test_what_has_all_words_hides_what_has_one() -> None:
    place("一", story="将棋と囲碁の会です。")
    place("二", story="将棋の会です。")
    assert titles("将棋 囲碁") == ["一"]
    found = find("将棋 うちゅうせん", "ja")
    assert (found.manner, len(found.hits)) == (Manner.ANY, 2)


def test_words_written_in_one_go_are_taken_apart() -> None:
    place("一", story="犬と散歩ができる公園です。")
    assert titles("散歩できる公園") == ["一"]


def test_the_language_of_the_page_comes_first() -> None:
    place("喫茶 Harbour")
    CaseFactory(slug="x", locale=locale("en"), name="Harbour by the sea", summary="")
    assert titles("harbour", "en") == ["Harbour by the sea", "喫茶 Harbour"]
    assert titles("harbour", "ja") == ["喫茶 Harbour", "Harbour by the sea"]


def test_a_desk_is_found_by_its_number_and_topic() -> None:
    DeskFactory(phone="0120-000-321", topics="住まい、仕事")
    assert titles("0120000321") == titles("すまい") == titles("0120-000-321") == ["見本の電話"]


def test_a_changed_place_is_found_by_its_new_words_and_a_deleted_one_by_none() -> None:
    shown = place("工房")
    shown.name = "縁側"
    shown.save()
    assert titles("工房") == []
    assert titles("えんがわ") == ["縁側"]
    shown.delete()
    assert titles("えんがわ") == []


def test_another_reading_is_found_at_once() -> None:
    place("見本", story="御園の会です。")
    ReadingOverride.objects.create(surface="御園", reading="おんぞの")
    assert titles("おんぞの") == ["見本"]
    ReadingOverride.objects.all().delete()


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    page = home.add_child(
        instance=StandardPage(
            title="散歩道", slug="walk", locale=home.locale, lead="川の横を歩きます。", live=False
        )
    )
    page.body = [{"type": "paragraph", "value": "<p>途中に<b>水車</b>があります。</p>"}]
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("typed", ["さんぽ", "川", "すいしゃ"])
def test_a_page_is_found_by_all_it_says(typed: str) -> None:
    assert titles(typed) == ["散歩道"]


def test_a_campaign_is_found_by_its_phrase(campaign: CampaignPage) -> None:
    assert campaign.title in titles("つながろう")


def test_a_page_taken_down_is_not_found(page: StandardPage) -> None:
    page.unpublish()
    assert not SearchEntry.objects.filter(page=page).exists()


def test_a_draft_is_not_found(page: StandardPage) -> None:
    page.title = "秘密の道"
    page.save_revision()
    assert titles("秘密") == []


def test_a_deleted_page_is_not_found(page: StandardPage) -> None:
    page.delete()
    assert titles("さんぽ") == []


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_private_page_is_never_found(page: StandardPage, kind: str) -> None:
    page.add_child(instance=StandardPage(title="奥の散歩道", slug="inner", locale=page.locale))
    rebuild()
    assert titles("さんぽ") == ["散歩道", "奥の散歩道"]
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x")
    assert titles("さんぽ") == []


def test_a_copy_that_only_mirrors_a_page_is_not_found(page: StandardPage, home: HomePage) -> None:
    home.copy_for_translation(locale("en"), alias=True)
    page.copy_for_translation(locale("en"), alias=True)
    rebuild()
    assert titles("さんぽ", "en") == ["散歩道"]


def test_everything_can_be_written_down_anew(page: StandardPage) -> None:
    place("工房")
    before = set(SearchEntry.objects.values_list("kind", "title", "body_sound", "page"))
    SearchEntry.objects.filter(kind="case").delete()
    SearchEntry.objects.create(
        kind="case", object_id=99_999, language="ja", title="昔の", title_letters="昔の"
    )
    assert rebuild() == SearchEntry.objects.count()
    assert set(SearchEntry.objects.values_list("kind", "title", "body_sound", "page")) >= before
    assert titles("昔の") == []


def test_a_search_asks_the_database_a_bounded_number_of_times(
    django_assert_max_num_queries: Callable[..., object], home: HomePage
) -> None:
    for number in range(30):
        place(f"工房{number}")
    find("工房の人", "ja")
    # What is private, and three attempts.
    with django_assert_max_num_queries(4):
        find("うちゅうせんと 工房ではない 何か", "ja")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x3041, max_codepoint=0x3096), min_size=4, max_size=12))
def test_a_loose_sound_has_as_many_kana(kana: str) -> None:
    """Marks in texts are found by counting kana."""
    assert len(loose(kana)) == len(kana)


@given(st.text(max_size=200))
def test_no_search_is_too_long_or_strange(typed: str) -> None:
    words = words_of(typed)
    assert len(words) <= 6
    assert all("\x00" not in word.letters and word.letters == folded(word.letters) for word in words)
