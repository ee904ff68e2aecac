"""Readings over a whole page: nothing but text and some addresses changes."""

from urllib.parse import quote

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from campaigns.reading.lexicon import Lexicon
from campaigns.reading.markup import furigana_page

NO_WORDS = Lexicon([])


def page(body: str, language: str = "ja") -> str:
    return f'<!DOCTYPE html>\n<html lang="{language}">\n<body>{body}</body></html>'


def read(source: str) -> str:
    return furigana_page(source, NO_WORDS, lambda address: None)


def text_without_readings(source: str) -> str:
    tree = lxml_html.document_fromstring(source)
    for reading in [*tree.iter("rt"), *tree.iter("rp")]:
        reading.drop_tree()
    return str(tree.text_content())


@pytest.mark.parametrize(
    "body",
    [
        "<code>漢字</code>",
        "<pre>漢字</pre>",
        "<textarea>漢字</textarea>",
        "<select><option>漢字</option></select>",
        "<svg><path/><text>漢字</text></svg>",
        "<script>'漢字'</script>",
        "<style>/* 漢字 */</style>",
        "<ruby>漢字<rt>かんじ</rt></ruby>",
        '<a href="tel:0120">電話</a>',
        '<p lang="zh-Hans">汉字</p>',
        '<p lang="en">漢字</p>',
        '<img alt="漢字"><input value="漢字" placeholder="漢字">',
        '<span title="漢字" data-word="漢字">かな</span>',
        "<!-- 漢字 -->",
        '<a href="/漢字/">かな</a>',
        "045-000-0100",
    ],
)
def test_what_is_no_japanese_text_stays(body: str) -> None:
    assert read(page(body)) == page(body)


def test_the_language_is_that_of_the_nearest_element() -> None:
    body = '<p lang="en">漢字 <span lang="ja">漢字</span> 漢字</p><p lang="ja-x-easy">漢字<p>漢字'
    assert read(page(body)).count("<ruby>") == 3
    assert read(page("<p>漢字</p>", "en")) == page("<p>漢字</p>", "en")


def test_text_behind_a_silent_element_is_read_again() -> None:
    assert read(page("<svg/><p>漢字<br>漢字</p><code>漢字</code>漢字<li>漢字<li>漢字")).count("<ruby>") == 5


def test_entities_stay_as_they_are() -> None:
    assert "&amp; &lt;b&gt; &#9733;" in read(page("<p>漢字 &amp; &lt;b&gt; &#9733;</p>"))


def test_links_and_forms_take_along_what_travels() -> None:
    body = (
        '<a class=k href="/a/?x=1&amp;y=&quot;2">あ</a><a href="/stay/">い</a><a href="/a/" data-keeps-address>う</a>'
        '<form action="/a/"></form><form method="post" action="/a/"></form><form action="/stay/"></form>'
    )

    def carry(address: str) -> str | None:
        return address + "&f=1" if address.startswith("/a/") else None

    carried = furigana_page(page(body), NO_WORDS, carry)
    assert '<a href="/a/?x=1&amp;y=&quot;2&amp;f=1" class="k">あ</a><a href="/stay/">い</a>' in carried
    assert '<a href="/a/" data-keeps-address>う</a>' in carried
    assert '<form action="/a/"><input type="hidden" name="furigana" value="1"></form>' in carried
    assert '<form action="/a/&amp;f=1" method="post"></form><form action="/stay/"></form>' in carried


JAPANESE = st.text(alphabet="食べる漢字居場所人々お茶の間、。 <>&\"'10カフェ電話㈱髙𠮷", max_size=30)


@given(
    st.lists(st.tuples(st.sampled_from(["p", "b", "li", "code", "span", "h2", "em"]), JAPANESE), max_size=6)
)
def test_the_text_is_the_same_but_for_readings(parts: list[tuple[str, str]]) -> None:
    source = page("".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts))
    assert text_without_readings(read(source)) == text_without_readings(source)
    before, after = lxml_html.document_fromstring(source), lxml_html.document_fromstring(read(source))
    new = {"ruby", "rt", "rp"}
    assert [each.tag for each in after.iter() if each.tag not in new] == [each.tag for each in before.iter()]


@given(JAPANESE)
def test_attributes_stay_as_they_are(text: str) -> None:
    source = page(f"<p title=\"{escape(text)}\" data-x='{quote(text)}'>かな</p>")
    assert read(source) == source


@given(st.text(alphabet=st.sampled_from("<>/!-[]\"'= apscriptdivCDATA?&;#x漢字場所\n"), max_size=80))
def test_whatever_it_is_given_only_readings_come_in(source: str) -> None:
    """No tag of somebody's making: what is left without ours is what was given."""
    result = read('<html lang="ja">' + source)
    for tag in ("<ruby>", "</ruby>"):
        result = result.replace(tag, "")
    parts = result.split("<rp>（</rp><rt>")
    assert (
        parts[0] + "".join(part.split("</rt><rp>）</rp>", 1)[1] for part in parts[1:])
        == '<html lang="ja">' + source
    )


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "漢字<rt>字"]
)
def test_what_is_escaped_stays_escaped(hostile: str) -> None:
    tree = lxml_html.document_fromstring(read(page(f"<p>{escape(hostile)}</p>")))
    assert not list(tree.iter("script", "img"))
