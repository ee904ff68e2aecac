"""A small site on which everything that residents can be shown is shown, and changed values for its fields."""

from datetime import date, time, timedelta
from typing import Any

from django.db import models
from django.db.models import Field, Model
from django.db.models.signals import post_save
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.cases.models import CaseDay, CaseHours
from campaigns.desks.models import Desk, DeskDay, DeskHours
from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.factories import (
    CampaignPageFactory,
    CaseFactory,
    CaseIndexPageFactory,
    CaseTagFactory,
    DeskIndexPageFactory,
    PictureFactory,
    TopicTagFactory,
    locale,
)

#: Two languages, every kind of page, a list that is narrowed down.
ADDRESSES = (
    "/",
    "/campaign/",
    "/places/?activity=taberu",
    "/places/reizoko/",
    "/desks/",
    "/desks/denwa/",
    "/about/",
    "/ja-x-easy/",
    "/search/",
)
#: Where a thing is found, or in which language; what changes these moves it away from all addresses.
PLACES = frozenset(
    {"slug", "path", "url_path", "depth", "numchild", "locale", "translation_key", "content_type", "hostname",
     "root_page", "port", "is_default_site", "language_code", "file", "page_ptr"}
)  # fmt: skip
TOMORROW = date.today() + timedelta(days=1)


def build(home: HomePage) -> None:
    eat, life = CaseTagFactory(), TopicTagFactory()
    case = CaseFactory(picture=PictureFactory(), picture_alt="青い扉", hours="毎日 10時から")
    case.tags.set([eat])
    case.save()
    CaseHours.objects.create(case=case, weekdays="0123456", opens=time(0, 1), closes=time(23, 58))
    CaseDay.objects.create(case=case, first_day=TOMORROW, last_day=TOMORROW, kind="closed", note="お休み")
    CaseIndexPageFactory(parent=home, lead="寄れる場所です。", show_in_menus=True)
    DeskIndexPageFactory(parent=home, lead="話せる窓口です。")
    home.add_child(instance=StandardPage(title="この場所について", slug="about", locale=home.locale))
    campaign = CampaignPageFactory(parent=home, slug="campaign", key_picture=PictureFactory())
    CampaignPage.objects.filter(pk=campaign.pk).update(live=True)
    desk = Desk.objects.get(slug="denwa")
    desk.topic_tags.set([life])
    desk.save()
    DeskHours.objects.create(desk=desk, weekdays="0123456", opens=time(0, 1), closes=time(23, 58))
    DeskDay.objects.create(desk=desk, first_day=TOMORROW, last_day=TOMORROW, kind="closed", note="お休み")
    Area.objects.create(code="14100", name="横浜市", reading="よこはまし")
    easy = home.copy_for_translation(locale("ja-x-easy"))
    Page.objects.filter(pk=easy.pk).update(live=True)


def other_value(field: Field[Any, Any], value: Any) -> Any:
    """Something else that the field may hold; None when there is no saying what, and where it would hide the row."""
    if field.name in PLACES or field.primary_key or isinstance(field, (StreamField, models.JSONField)):
        return None
    if field.choices:
        return next((key for key, _name in field.flatchoices if key != value), None)
    if field.name == "weekdays":
        return value[1:]
    if isinstance(field, (models.CharField, models.TextField)):
        return f"改{value}"[: field.max_length]
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    return value + timedelta(days=1) if isinstance(value, date) else None


def edit(model: type[Model]) -> bool:
    """Change all fields of all rows; rows that only join others are deleted. Whether there was anything."""
    rows = list(model._base_manager.all())
    for row in rows:
        values = {
            field.name: new
            for field in model._meta.local_concrete_fields
            if (new := other_value(field, field.value_from_object(row))) is not None
        }
        same = model._base_manager.filter(pk=row.pk)
        if values:
            same.update(**values)
            # What a cache of its own is told of.
            post_save.send(model, instance=row, created=False, raw=True)
        elif model._meta.auto_created:
            same._raw_delete(same.db)
    return bool(rows)
