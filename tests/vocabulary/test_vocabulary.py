"""つながり語彙チェック: it names the word and a better one, and keeps nothing from being saved."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.cases.models import CaseDay
from home.models import HomePage, StandardPage
from home.vocabulary.checking import check
from home.vocabulary.finding import as_they_are, found_in
from tests.asked import asked
from tests.conftest import logged_in
from tests.factories import CaseFactory, DeskFactory, UserFactory, locale

LIST = reverse("vocabulary:index")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("孤独な方を支援する場所です。", ["孤独", "支援"]),
        ("孤独・孤立対策推進法と孤独・孤立相談ダイヤル", []),
        ("孤独・孤立に悩む対象者", ["孤独・孤立", "対象者"]),
        ("多言語支援センターかながわで支援します", ["支援"]),
        ("QRコードを読む", ["QRコード"]),
        ("だれでも寄れるコミュニティ", []),
        ("特別支援学校のとなり", []),
    ],
)
def test_words_are_found_and_names_left_alone(text: str, said: list[str]) -> None:
    assert [each.said for each in found_in([text], as_they_are())] == said


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("ここは支援です。", "ここは", "です。"),
        (
            "これを、このページでは、支援の紙にある新しいQRコードと呼びます。",
            "これを、このページでは、",
            "の紙にある新しいQRコード…",
        ),
        ("このインターネットの先にある支援もあります", "…インターネットの先にある", "もあります"),
    ],
)
def test_what_stands_around_it_is_cut_between_words(text: str, before: str, after: str) -> None:
    found = found_in([text], as_they_are())[0]
    assert (found.before, found.after) == (before, after)


def test_a_place_avoids_a_word_more_but_keeps_its_name(db: None) -> None:
    case = CaseFactory(
        name="コミュニティ冷蔵庫",
        summary="だれでも使えるコミュニティ冷蔵庫。",
        story="町のコミュニティです。",
    )
    (found,) = check(case)
    assert (found.said, found.before, found.after) == ("コミュニティ", "町の", "です。")


def test_other_languages_and_what_nobody_reads_are_left_alone(db: None) -> None:
    assert check(CaseFactory(slug="en", locale=locale("en"), summary="支援")) == []
    assert check(DeskFactory(source="内閣府の支援", website="https://example.jp/")) == []


def form_of(page: StandardPage, lead: str, heading: str) -> Any:
    words = {"title": page.title, "slug": page.slug, "lead": lead, "seo_title": "", "search_description": ""}
    body = streamfield([("heading", heading)])
    return nested_form_data({**words, "body": body, "comments": inline_formset([])})


def test_saving_warns_and_saves(home: HomePage, staff_client: Client) -> None:
    page = home.add_child(instance=StandardPage(title="お知らせ", slug="news"))
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = staff_client.post(
        edit, form_of(page, "孤立した<方>へ", "支援のこと"), follow=True
    ).content.decode()
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().lead == "孤立した<方>へ"
    assert "話し相手がほしいとき" in answer
    assert "話を聞く" in answer
    assert "した&lt;方&gt;へ" in answer
    silent = staff_client.post(edit, form_of(page, "だれでもどうぞ", "場所"), follow=True)
    assert "言い換え" not in silent.content.decode()


def test_the_list_names_every_public_page(home: HomePage, staff_client: Client) -> None:
    home.add_child(instance=StandardPage(title="困ったら", slug="help", lead="支援を受けられます。"))
    home.add_child(instance=StandardPage(title="下書き", slug="draft", lead="支援", live=False))
    CaseFactory(summary="孤独な人のための場所。")
    answer = staff_client.get(LIST)
    assert [(row["title"], len(row["lines"])) for row in answer.context["rows"]] == [
        ("困ったら", 1),
        ("見本の冷蔵庫", 1),
    ]
    html = answer.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[home.get_children().get(slug="help").pk]) in html
    assert "二次元コード" in html
    assert logged_in(UserFactory()).get(LIST).status_code in {302, 403}


def test_the_list_takes_few_queries_however_much_there_is(home: HomePage, staff_client: Client) -> None:
    def more(first: int) -> None:
        for number in range(first, first + 3):
            page = StandardPage(title=f"支援{number}", slug=f"help-{number}", locale=home.locale)
            home.add_child(instance=page)
            case = CaseFactory(slug=f"case-{number}", summary="孤独な人のための場所。")
            CaseDay.objects.create(case=case, first_day=date(2099, 1, 1), note="支援の日")

    more(0)
    staff_client.get(LIST)
    few = len(asked(staff_client, LIST))
    more(3)
    assert len(asked(staff_client, LIST)) == few
    assert len(staff_client.get(LIST).context["rows"]) == 12


def test_a_snippet_is_checked_too(staff_client: Client) -> None:
    DeskFactory(topics="孤独のこと")
    row = staff_client.get(LIST).context["rows"][0]
    assert row["url"].startswith("/admin/snippets/desks/desk/edit/")
