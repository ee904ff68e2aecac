"""Whatever is written to what residents can be shown is a change, by whichever way; nothing else is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.db.models import F
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.freshness import not_shown
from campaigns.freshness.changes import state
from campaigns.freshness.kept import MOST, kept
from campaigns.links.models import ScanCount
from home.models import HomePage, StandardPage
from tests.factories import CaseFactory, CaseTagFactory, PictureFactory, StaffFactory, locale


def is_change(write: Callable[[], Any]) -> bool:
    before = state()
    write()
    return state() != before


def stored_models() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if not model._meta.proxy and model._meta.managed:
            yield model


def test_every_field_counts_of_everything_that_is_not_named(keeping: None, db: None) -> None:
    """Statements that find no row are written all the same."""
    wrong = []
    for model in stored_models():
        counts = model._meta.db_table not in not_shown.tables()
        nothing = model._base_manager.filter(pk__lt=0)
        for field in model._meta.local_concrete_fields:
            if not field.primary_key:
                found = is_change(lambda rows=nothing, name=field.name: rows.update(**{name: F(name)}))  # type: ignore[misc]
                if found != (counts and field.column not in not_shown.COLUMNS):
                    wrong.append(str(field))
        if is_change(lambda rows=nothing: rows._raw_delete(rows.db)) != counts:  # type: ignore[misc]
            wrong.append(model._meta.label)
    assert wrong == []


def test_every_way_to_write_counts(keeping: None, home: HomePage) -> None:
    case, area = CaseFactory(), Area.objects.get(code="14101")
    pages = [
        home.add_child(instance=StandardPage(title=title, slug=title, locale=home.locale)) for title in "ab"
    ]
    ways: list[Callable[[], Any]] = [
        lambda: area.neighbours.add(area),
        area.neighbours.clear,
        lambda: Case.objects.update(live=False),
        lambda: Case.objects.bulk_update([case], ["name"]),
        lambda: Area.objects.bulk_create([Area(code="14100", name="横浜市")]),
        lambda: Area.objects.bulk_create([Area(code="14100", name="横浜市")], ignore_conflicts=True),
        lambda: pages[0].refresh_from_db() or pages[0].move(pages[1], "first-child"),
        lambda: Page.objects.get(pk=pages[1].pk).unpublish(),
        lambda: Page.objects.get(pk=pages[1].pk).delete(),
        case.delete,
        area.delete,
        lambda: locale("en"),
    ]
    assert [number for number, way in enumerate(ways) if not is_change(way)] == []


def test_what_is_written_all_day_is_no_change(keeping: None, home: HomePage) -> None:
    page = home.add_child(instance=StandardPage(title="a", slug="a", locale=home.locale))
    staff, picture, case = StaffFactory(), PictureFactory(), CaseFactory()
    ways: list[Callable[[], Any]] = [
        lambda: ScanCount.objects.update(count=F("count") + 1),
        lambda: staff.save(update_fields=["last_login"]),
        page.save_revision,
        case.save_revision,
        lambda: picture.get_rendition("fill-64x40|format-webp"),
        Case.objects.count,
    ]
    assert [number for number, way in enumerate(ways) if is_change(way)] == []
    assert is_change(lambda: picture.renditions.all().delete())


def test_a_change_counts_once_and_when_others_can_see_it(
    db: None, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    case = CaseFactory()
    with django_capture_on_commit_callbacks(execute=True) as told:
        for name in "ab":
            assert not is_change(lambda name=name: Case.objects.filter(pk=case.pk).update(name=name))  # type: ignore[misc]
        with transaction.atomic():
            CaseTagFactory()
            transaction.set_rollback(True)
        before = state()
    assert state() != before
    assert [each.__name__ for each in told] == ["changed"]


def test_what_was_read_is_kept_until_something_changes(keeping: None, db: None) -> None:
    read = iter(range(9))
    assert [kept("x", lambda: next(read)) for _time in range(2)] == [0, 0]
    CaseTagFactory()
    assert kept("x", lambda: next(read)) == 1


def test_one_kind_of_thing_pushes_no_other_out(keeping: None, db: None) -> None:
    kept("menu", lambda: "read once")
    for number in range(MOST + 1):
        assert kept(("count", number), lambda number=number: number) == number
        kept(("count", 0), lambda: pytest.fail("what is asked for all the time stays"))
    assert kept("menu", lambda: "read again") == "read once"
    assert kept(("count", 1), lambda: "read again") == "read again", "nobody has asked for it longest"


def test_a_transaction_believes_only_what_it_reads_itself(db: None) -> None:
    read = iter(range(9))
    assert [kept("x", lambda: next(read)) for _time in range(2)] == [0, 1]


def test_what_is_named_exists() -> None:
    known = {model._meta.label for model in stored_models()}
    assert set(not_shown.MODELS) <= known
    assert set(not_shown.APPS) <= {config.label for config in apps.get_app_configs()}
