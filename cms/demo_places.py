"""The demo's places and desks: the words they are found by, their hours, and the pages that list them."""

import io
from datetime import date, time
from typing import Any

from django.conf import settings
from django.core.files.images import ImageFile
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page

from campaigns.areas.models import Area
from campaigns.cases.models import Case, CaseDay, CaseHours, CaseTag
from campaigns.demo.scenes import draw_scene
from campaigns.desks.models import Desk, DeskDay, DeskHours, TopicTag
from campaigns.opening.models import OpeningRow, SpecialDay
from campaigns.pictures.models import Picture
from cms.demo_data import read
from home.cases.models import CaseIndexPage
from home.desks.models import DeskIndexPage
from home.models import HomePage

#: What a row of cases.json or desks.json says besides plain fields.
APART = (
    "slug", "scene", "tags", "topic_tags", "opening", "special", "questions", "area_code", "on_campaign", "print",
)  # fmt: skip


def load_places(locale: Locale) -> None:
    """Tags, cases and desks that are not there yet."""
    load_tags()
    areas = {area.code: area for area in Area.objects.all()}
    for order, row in enumerate(read("cases")):
        if not Case.objects.filter(slug=row["slug"], locale=locale).exists():
            add_case(row, locale, order, areas[row["area_code"]])
    for order, row in enumerate(read("desks")):
        if not Desk.objects.filter(slug=row["slug"], locale=locale).exists():
            add_desk(row, locale, order)


def campaign_cases(locale: Locale) -> QuerySet[Case]:
    """The cases that the campaign names and prints; the others stand in the list of places alone."""
    slugs = [row["slug"] for row in read("cases") if row.get("on_campaign")]
    return Case.objects.filter(locale=locale, slug__in=slugs)


def load_tags() -> None:
    """In every language that the site has by now; those of one word are translations of one another."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    rows = read("tags")
    for model, name in ((CaseTag, "cases"), (TopicTag, "topics")):
        for order, row in enumerate(rows[name]):
            add_tag(model, row, order, locales)


def add_tag(model: Any, row: dict[str, Any], order: int, locales: dict[str, Locale]) -> None:
    kind = {key: row[key] for key in ("kind", "when_low") if key in row}
    known = {tag.locale_id: tag for tag in model.objects.filter(slug=row["slug"])}
    key = {"translation_key": next(iter(known.values())).translation_key} if known else {}
    for language, name in row["names"].items():
        locale = locales.get(language)
        if locale is not None and locale.pk not in known:
            tag = model.objects.create(
                slug=row["slug"], name=name, sort_order=order, locale=locale, **kind, **key
            )
            key = {"translation_key": tag.translation_key}


def add_case(row: dict[str, Any], locale: Locale, order: int, area: Area) -> None:
    fields = {key: value for key, value in row.items() if key not in APART}
    case = Case(slug=row["slug"], locale=locale, sort_order=order, area=area, **fields)
    case.questions = [
        ("question", {"question": question, "answer": answer})
        for question, answer in row.get("questions", ())
    ]
    add_hours(case, row, CaseHours, CaseDay)
    if "scene" in row:
        case.picture = picture_of(row["scene"], row["name"])
    case.first_published_at = case.last_published_at = timezone.now()
    case.save()
    case.tags.set(usual(CaseTag, row.get("tags", ())))
    case.save()


def picture_of(scene: str, title: str) -> Picture:
    """A drawing in the library of pictures."""
    drawn = io.BytesIO()
    draw_scene(scene).save(drawn, "PNG")
    return Picture.objects.create(title=title, file=ImageFile(drawn, f"{scene}.png"))


def add_desk(row: dict[str, Any], locale: Locale, order: int) -> None:
    fields = {key: value for key, value in row.items() if key not in APART}
    fields["verified_on"] = date.fromisoformat(row["verified_on"])
    desk = Desk(slug=row["slug"], locale=locale, sort_order=order, prints=row["print"], **fields)
    add_hours(desk, row, DeskHours, DeskDay)
    desk.save()
    desk.topic_tags.set(usual(TopicTag, row.get("topic_tags", ())))
    desk.save()


def usual(model: Any, slugs: Any) -> list[Any]:
    return list(model.objects.filter(slug__in=slugs, locale__language_code=settings.LANGUAGE_CODE))


def add_hours(thing: Any, row: dict[str, Any], rows: type[OpeningRow], days: type[SpecialDay]) -> None:
    for order, each in enumerate(row.get("opening", ())):
        thing.opening_rows.add(rows(sort_order=order, **timed(each)))
    for order, each in enumerate(row.get("special", ())):
        dates = {key: date.fromisoformat(each[key]) for key in ("first_day", "last_day") if key in each}
        thing.special_days.add(days(sort_order=order, **{**timed(each), **dates}))


def timed(row: dict[str, Any]) -> dict[str, Any]:
    """With times instead of “9:00”."""
    clock = {key: clock_of(row[key]) for key in ("opens", "closes") if key in row}
    return row | clock


def clock_of(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


#: The lists: their pages, and title, name in addresses and lead of each.
LISTS: tuple[tuple[type[Page], str, str, str], ...] = (
    (
        CaseIndexPage,
        "立ち寄れる場所",
        "places",
        "用がなくても行ける場所です。行ってみて、合わなければすぐ帰ってかまいません。",
    ),
    (
        DeskIndexPage,
        "話を聞いてくれる人",
        "desks",
        "どんな小さなことでも、だれかに話したくなったときに。名前を言わなくてもかまいません。",
    ),
)


def load_lists(home: HomePage) -> None:
    """The pages that list places and desks, in the menu."""
    for model, title, slug, lead in LISTS:
        if not model.objects.filter(locale=home.locale).exists():
            page = model(title=title, slug=slug, lead=lead, locale=home.locale, show_in_menus=True)
            home.add_child(instance=page)
