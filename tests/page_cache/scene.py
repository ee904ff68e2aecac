"""A small site on which everything that residents can be shown is shown, and changed values for its fields."""

from datetime import date, time, timedelta
from typing import Any

from django.db import models
from django.db.models import Field, Model
from django.db.models.signals import post_save
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.cases.models import CaseDay, CaseHours, CaseTag
from campaigns.desks.models import Desk, DeskDay, DeskHours, TopicTag
from campaigns.models import CampaignPage
from home.figures.models import FigureIndexPage
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.situations.models import SituationIndexPage, SituationPage
from tests.factories import (
    CampaignPageFactory,
    CaseFactory,
    CaseIndexPageFactory,
    CaseTagFactory,
    DeskIndexPageFactory,
    FigureFactory,
    PictureFactory,
    TopicTagFactory,
    locale,
)
from tests.home.whats_on import event, event_list
from tests.places import desk_open

#: Two languages, every kind of page, a list that is narrowed down.
ADDRESSES = (
    "/",
    "/campaign/",
    "/places/?activity=taberu",
    "/places/reizoko/",
    "/desks/",
    "/desks/denwa/",
    "/about/",
    "/events/",
    "/events/next/",
    "/figures/",
    "/news/",
    "/situations/",
    "/situations/spring/",
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
    programme(home, eat, life)
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


def programme(home: HomePage, word: CaseTag, topic: TopicTag) -> None:
    """Events, news, situations and figures."""
    said = {"lead": "ひとことです。", "locale": home.locale}
    events = event_list(home, lead="催しです。")
    coming = event(events, "next", "2099-12-12 10:00", "2099-12-12 11:00", area=Area.objects.first())
    coming.audiences.set([word])
    coming.save()
    # Open as well and named before the desk that has the topic, where the topic does not count.
    desk_open("counter", name="いつもの窓口")
    situations = home.add_child(instance=SituationIndexPage(title="こんなときに", slug="situations", **said))
    spring = SituationPage(title="春", slug="spring", words=[word], topics=[topic], **said)
    situations.add_child(instance=spring)
    situations.add_child(instance=SituationPage(title="夏", slug="summer", **said))
    news = home.add_child(instance=NewsIndexPage(title="お知らせ", slug="news", **said))
    news.add_child(instance=NewsPage(title="はじめ", slug="first", **said))
    home.add_child(instance=FigureIndexPage(title="数字", slug="figures", **said))
    FigureFactory()


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
