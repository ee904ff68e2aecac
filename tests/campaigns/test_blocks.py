"""Blocks of a page's body: each has a sample for the editor, and none shows what is not public."""

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.blocks import Block

from campaigns.blocks import Body
from home.models import HomePage, StandardPage
from tests.factories import DeskFactory, PictureFactory, locale

BLOCKS: dict[str, Block] = Body().child_blocks


def page_of(home: HomePage, *blocks: tuple[str, Any]) -> StandardPage:
    body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    page: StandardPage = home.add_child(
        instance=StandardPage(title="頁", slug="text", locale=home.locale, body=body)
    )
    return page


def main(client: Client, page: StandardPage) -> str:
    return client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_has_a_sample_for_the_editor(name: str, home: HomePage) -> None:
    DeskFactory()
    PictureFactory()
    home.add_child(instance=StandardPage(title="頁", slug="text", locale=home.locale))
    block = BLOCKS[name]
    assert block.is_previewable
    assert block.get_description()
    assert block.render(block.get_preview_value()).strip()


def test_the_sample_of_a_picture_is_the_newest_of_the_library(home: HomePage, staff_client: Client) -> None:
    assert not BLOCKS["picture"].is_previewable
    picture = PictureFactory(title="窓ぎわの本だな")
    assert BLOCKS["picture"].is_previewable
    response = staff_client.get("/admin/block-preview/", {"id": BLOCKS["picture"].definition_prefix})
    assert picture.default_alt_text in response.content.decode()


def test_the_sample_wears_the_pages_clothes(home: HomePage, staff_client: Client) -> None:
    response = staff_client.get("/admin/block-preview/", {"id": BLOCKS["quote"].definition_prefix})
    assert "/style/residents-" in response.content.decode()


def test_questions_are_folded_and_answered(home: HomePage, client: Client) -> None:
    page = page_of(
        home, ("questions", [{"question": "一人でも？", "answer": "<p>はい、<b>どうぞ</b>。</p>"}])
    )
    assert "<summary>一人でも？</summary>" in main(client, page)
    assert "<b>どうぞ</b>" in main(client, page)


def test_desks_are_the_chosen_ones_or_the_first_of_the_language(home: HomePage, client: Client) -> None:
    first = DeskFactory(name="見本の一番", sort_order=0)
    last = DeskFactory(slug="last", name="見本の二番", sort_order=9)
    DeskFactory(slug="en", name="Sample desk", locale=locale("en"), sort_order=0)
    page = page_of(home, ("desks", {"title": "", "desks": [last.pk]}))
    assert last.name in main(client, page)
    assert first.name not in main(client, page)
    page.body = json.dumps([{"type": "desks", "value": {"title": "話すなら", "desks": []}}])
    page.save_revision().publish()
    assert first.name in main(client, page)
    assert "話すなら" in main(client, page)
    assert "Sample desk" not in main(client, page)


def test_cards_lead_to_live_pages_alone(home: HomePage, client: Client) -> None:
    live = home.add_child(instance=StandardPage(title="生きている", slug="live", locale=home.locale))
    gone = home.add_child(instance=StandardPage(title="消えた", slug="gone", locale=home.locale, live=False))
    cards = [{"page": each.pk, "title": "", "text": "ひとこと"} for each in (live, gone)]
    html = main(client, page_of(home, ("link_cards", [*cards, {"page": 99999, "title": "", "text": ""}])))
    assert 'href="/live/">生きている</a>' in html
    assert "消えた" not in html


def test_cards_stay_in_the_readers_language(home: HomePage, client: Client) -> None:
    target = home.add_child(instance=StandardPage(title="生きている", slug="live", locale=home.locale))
    page_of(home, ("link_cards", [{"page": target.pk, "title": "", "text": ""}]))
    home.copy_for_translation(locale("en")).save_revision().publish()

    def read_in(language: str) -> str:
        return client.get(f"/{language}/text/").content.decode().partition("<main")[2]

    assert '<h3 lang="ja"><a href="/en/live/">生きている</a>' in read_in("en")
    english = target.copy_for_translation(locale("en"))
    english.title = "Alive"
    english.save_revision().publish()
    assert '<h3><a href="/en/live/">Alive</a>' in read_in("en")
    assert '<h3 lang="ja"><a href="/vi/live/">' in read_in("vi")


def test_a_table_says_what_it_is_about(home: HomePage, client: Client) -> None:
    table = {
        "caption": "時間の表", "columns": [{"type": "text", "heading": "日"}, {"type": "text", "heading": "時間"}],
        "rows": [{"values": ["土曜日", "10時"]}],
    }  # fmt: skip
    html = main(client, page_of(home, ("table", table)))
    assert "<caption>時間の表</caption>" in html
    assert '<th scope="col">時間</th>' in html
    assert '<th scope="row">土曜日</th>' in html


def test_facts_and_notice_keep_their_lines(home: HomePage, client: Client) -> None:
    html = main(
        client,
        page_of(
            home,
            ("facts", [{"name": "時間", "words": "土曜日\n日曜日"}]),
            ("notice", {"title": "お休み", "text": "<p>お盆は休みます。</p>"}),
        ),
    )
    assert "土曜日<br>日曜日" in html
    assert "お休み" in html


def test_what_somebody_writes_is_no_markup(home: HomePage, client: Client) -> None:
    html = main(
        client,
        page_of(
            home, ("facts", [{"name": "<b>", "words": "<script>"}]), ("quote", {"text": "<i>", "role": "<u>"})
        ),
    )
    assert not any(tag in html for tag in ("<script>", "<i>", "<u>", "<b>"))
