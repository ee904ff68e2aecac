"""Frozen words come back as they went, and those that were frozen before there were more fields come back too."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from print_templates import variants
from print_templates.content import Audience, Content, KeyPicture, Reading
from print_templates.design import all_designs, html
from print_templates.samples import own

#: What an edition of the first release has frozen.
FIRST: dict[str, Any] = {
    "phrase": "つながろう かながわ", "theme": "coast", "title": "見本キャンペーン", "issuer": "見本の会", "language": "ja",
    "edition": 1, "published": "2026-11-01", "reading": "", "sub_copy": "", "lead": "ふらりと寄れる場所があります。",
    "small_things": [{"title": "あいさつ", "text": "ひとこと。"}],
    "places": [{"name": "見本の冷蔵庫", "area": "見本市", "address": "見本町1-2-3", "summary": "だれでも使える冷蔵庫。"}],
    "desks": [{"name": "見本の電話", "phone": "0120-000-000", "hours": "24時間", "topics": ""}],
    "chart": {
        "title": "つながりは足りていますか", "value": "11.4", "unit": "%", "source": "見本調査", "alternative": "11.4%",
        "parts": [{"label": "足りている", "value": 11.4}, {"label": "そのほか", "value": 88.6}],
    },
}  # fmt: skip


def thawed(words: Any) -> Content:
    return Content.from_json(json.loads(json.dumps(words)))


def test_it_works() -> None:
    content = replace(
        own("rounds"),
        readings=(Reading("町", "まち"),),
        audiences=(Audience("work", "職場"),),
        picture=KeyPicture("0123", 1600, 1200, 0.25, 0.75, "橋"),
    )
    assert thawed(content.as_json()) == content


def test_the_first_releases_words_are_read() -> None:
    content = thawed(FIRST)
    assert content.places[0].area_code == ""
    assert (content.readings, content.audiences, content.picture) == ((), (), None)
    assert variants.variants(content) == ("standard", "vertical")


@pytest.mark.parametrize("key", ["poster", "flyer", "fan"])
@pytest.mark.parametrize("places", [0, 1, 2])
def test_the_first_releases_words_are_set_with_however_many_places(key: str, places: int) -> None:
    design, content = all_designs()[key], thawed({**FIRST, "places": FIRST["places"][:1] * places})
    sheet = design.sheets[0]
    assert content.issuer in re.sub(r"<[^>]+>", "", html(design, content, sheet, "office"))
    rooms = [panel.places for panel in design.panels_for(sheet, content) if panel.places]
    assert [len(room) for room in rooms] == ([places] if key == "flyer" and places else [])


def test_a_field_that_is_not_known_any_more_is_passed_over() -> None:
    assert thawed({**FIRST, "slogan": "?"}) == thawed(FIRST)


@pytest.mark.parametrize("lacking", ["small_things", "places", "desks", "chart"])
def test_what_a_campaign_may_lack_is_empty(lacking: str) -> None:
    words = {name: value for name, value in FIRST.items() if name != lacking}
    assert not getattr(thawed(words), lacking)
