"""A word that is nowhere leads to one that sounds nearly alike, and to none that does not."""

import pytest

from home.search.suggestions import distance, suggestions
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db


def suggested(typed: str) -> list[str]:
    return [each.word for each in suggestions(typed, "ja")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("えんがばの", "縁側"), ("としょかんん", "図書館"), ("きつさてん", "喫茶店"), ("いぼしよ", "居場所")],
)
def test_it_works(typed: str, meant: str) -> None:
    CaseFactory(name="縁側の会", summary="図書館と喫茶店のとなりの居場所です。")
    assert meant in suggested(typed)


@pytest.mark.parametrize("typed", ["虐待", "離婚", "さみしい", "りこん", "しごと", "の", "うちゅうせん"])
def test_what_only_shares_some_kana_is_not_suggested(typed: str) -> None:
    CaseFactory(
        name="やさしい会",
        summary="こんなとき、いつでも来てください。くださいと言わなくても、みかんがあります。",
    )
    assert suggested(typed) == []


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("", "", 0),
        ("かさ", "かさ", 0),
        ("かさ", "かき", 1),
        ("かさ", "かささ", 1),
        ("さか", "かさ", 2),
        ("", "かさ", 2),
    ],
)
def test_distance(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == distance(other, one) == apart
