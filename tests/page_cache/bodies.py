"""Running text with every kind of block, and the same with one of them edited."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.models import Page

from campaigns.desks.models import Desk
from campaigns.pictures.models import Picture
from home.models import StandardPage

Raw = list[dict[str, Any]]


def blocks() -> dict[str, tuple[Any, Any]]:
    """The value of each kind of block, and another one."""
    (bridge, river), (line, counter) = Picture.objects.order_by("pk")[:2], Desk.objects.order_by("pk")[:2]
    about, news = (Page.objects.get(slug=slug) for slug in ("about", "news"))
    return {
        "heading": ("見出し", "別の見出し"),
        "paragraph": ("<p>髙﨑商店のとなり。</p>", "<p>駅のとなり。</p>"),
        "picture": (
            {"image": bridge.pk, "alt_text": "橋", "decorative": False},
            {"image": river.pk, "alt_text": "川", "decorative": False},
        ),
        "quote": ({"text": "おかえり。", "role": "隣の人"}, {"text": "ただいま。", "role": "隣の人"}),
        "notice": (
            {"title": "休み", "text": "<p>あす。</p>"},
            {"title": "休み", "text": "<p>あさって。</p>"},
        ),
        "facts": ([{"name": "時間", "words": "10時"}], [{"name": "時間", "words": "11時"}]),
        "questions": (
            [{"question": "だれでも？", "answer": "<p>はい。</p>"}],
            [{"question": "だれでも？", "answer": "<p>どうぞ。</p>"}],
        ),
        "desks": (
            {"title": "", "desks": [counter.pk]},
            {"title": "", "desks": [line.pk]},
        ),
        "link_cards": (
            [{"page": about.pk, "title": "", "text": ""}],
            [{"page": news.pk, "title": "", "text": ""}],
        ),
        "table": (table("10時"), table("11時")),
    }


def table(cell: str) -> dict[str, Any]:
    return {
        "columns": [{"type": "text", "heading": "土"}],
        "rows": [{"values": [cell]}],
        "caption": "時間",
    }


#: What fields hold besides: the questions of a place, and all that the other pages' texts need to hold, since any
#: of them may hold each of the blocks.
OTHERS = {
    "questions": {
        "question": (
            {"question": "一人でも？", "answer": "はい。"},
            {"question": "一人でも？", "answer": "どうぞ。"},
        )
    },
    "body": {"paragraph": ("<p>駅のとなり。</p>", "<p>駅のむかい。</p>")},
}


def values(model: type[Model], field: str) -> dict[str, tuple[Any, Any]]:
    return blocks() if model is StandardPage else OTHERS[field]


def raw(chosen: dict[str, Any]) -> Raw:
    return [{"type": kind, "value": value} for kind, value in chosen.items()]


def unedited(model: type[Model], field: str = "body") -> Raw:
    return raw({kind: before for kind, (before, _after) in values(model, field).items()})


def edited(model: type[Model], field: str) -> Iterator[tuple[str, Raw]]:
    """What a field of blocks holds once a block of one kind is edited, by the kind."""
    known = values(model, field)
    for kind, (_before, after) in known.items():
        yield kind, raw({each: after if each == kind else before for each, (before, _) in known.items()})
