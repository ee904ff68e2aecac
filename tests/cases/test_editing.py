"""The forms of places and desks in the admin: defaults, drafts, hours, refusals with a sentence."""

from typing import Any

import pytest
from django.contrib.admin.utils import quote
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from campaigns.cases.models import Case, CaseHours
from campaigns.desks.models import Desk, DeskHours
from campaigns.schedule.publishing import publish_scheduled
from home.cases.models import CaseIndexPage
from tests.factories import AreaFactory, CaseFactory, CaseTagFactory, DeskFactory, PictureFactory, locale
from tests.places import SetClock

ADD = reverse("wagtailsnippets_cases_case:add")


def formset(name: str, *rows: dict[str, str]) -> dict[str, str]:
    data = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0", f"{name}-MIN_NUM_FORMS": "0",
            f"{name}-MAX_NUM_FORMS": "1000"}  # fmt: skip
    for number, row in enumerate(rows):
        data |= {f"{name}-{number}-{key}": value for key, value in {"ORDER": str(number + 1), **row}.items()}
    return data


def filled(*rows: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "name": "港の本だな", "reading": "みなとのほんだな", "slug": "", "area": AreaFactory().pk, "summary": "見本です。",
        "registration_kind": "none", "sort_order": "0", "questions-count": "0",
        **formset("opening_rows", *rows), **formset("special_days"), **fields,
    }  # fmt: skip


ROW = {"weekdays": ["1", "3"], "week": "0", "opens": "10:00", "closes": "16:00", "holidays": "closed"}


def test_it_works(staff_client: Client) -> None:
    tag = CaseTagFactory()
    staff_client.post(ADD, filled(ROW, **{"action-publish": "1", "tags": [tag.pk]}))
    case = Case.objects.get()
    assert (case.slug, case.live, list(case.tags.all())) == ("minatonohondana", True, [tag])
    (row,) = CaseHours.objects.all()
    assert (row.weekdays, row.holidays) == ("13", "closed")


def test_a_draft_is_kept_and_not_shown(staff_client: Client) -> None:
    staff_client.post(ADD, filled(ROW))
    case = Case.objects.get()
    assert not case.live
    assert case.get_latest_revision_as_object().opening_rows.count() == 1


def test_hours_without_an_end_are_refused(staff_client: Client) -> None:
    response = staff_client.post(ADD, filled({**ROW, "closes": ""}, **{"action-publish": "1"}))
    assert "始まりと終わりの時刻を入力するか" in response.content.decode()
    assert not Case.objects.exists()
    assert "港の本だな" in response.content.decode()


def test_a_photograph_without_words_is_refused(db: None) -> None:
    case = CaseFactory.build(area=AreaFactory(), locale=locale(), picture=PictureFactory())
    with pytest.raises(ValidationError, match="写真が見えない方のために"):
        case.full_clean()
    case.picture_alt = "本だな"
    case.full_clean()


def test_a_second_place_of_that_name_has_a_number(db: None) -> None:
    slugs = [CaseFactory(slug="", name=name, reading=reading).slug for name, reading in (
        ("本だな", "ほんだな"), ("本棚", "ほんだな"), ("本棚", ""), ("！", "")
    )]  # fmt: skip
    assert slugs == ["hondana", "hondana-2", "hondana-3", "place"]


def test_it_appears_on_its_day(case_index: CaseIndexPage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 12:00")
    case = CaseFactory(slug="later", live=False)
    case.go_live_at = clock("2026-11-28 10:00")
    clock("2026-11-27 12:00")
    case.save_revision().publish()
    assert client.get("/places/later/").status_code == 404
    clock("2026-11-28 10:01")
    publish_scheduled()
    assert client.get("/places/later/").status_code == 200


@pytest.mark.parametrize("factory", [CaseFactory, DeskFactory])
def test_the_preview_is_the_page(factory: Any, case_index: CaseIndexPage, staff_client: Client) -> None:
    thing = factory()
    response = thing.make_preview_request()
    assert response.status_code == 200
    assert thing.name in response.content.decode()


def test_the_lists_of_words_and_desks_open(staff_client: Client) -> None:
    desk = DeskFactory(languages=["zh-Hans"])
    DeskHours.objects.create(desk=desk, weekdays="04")
    CaseTagFactory()
    for name in ("cases_casetag", "desks_topictag", "desks_desk", "cases_case"):
        assert staff_client.get(reverse(f"wagtailsnippets_{name}:list")).status_code == 200
    html = staff_client.get(
        reverse("wagtailsnippets_desks_desk:edit", args=[quote(desk.pk)])
    ).content.decode()
    assert 'value="zh-hans" required id' not in html
    assert html.count(" checked") >= 3


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "phone", "phone": ""}, "電話番号を入力するか"),
        ({"kind": "chat", "phone": "", "prints": False}, "チャットのページのアドレス"),
        ({"kind": "counter", "phone": "", "prints": False}, "窓口の住所"),
        ({"kind": "chat", "phone": "", "website": "https://chat.example.jp"}, "紙に載せられるのは"),
    ],
)
def test_a_desk_says_how_to_reach_it(db: None, fields: dict[str, Any], sentence: str) -> None:
    desk: Desk = DeskFactory.build(locale=locale(), **fields)
    with pytest.raises(ValidationError, match=sentence):
        desk.full_clean()
