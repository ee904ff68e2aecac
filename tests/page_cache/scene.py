"""A small site on which everything that residents can be shown is shown somewhere."""

from datetime import date, time
from typing import Any

from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from campaigns.areas.models import Area
from campaigns.artwork import content_with
from campaigns.cases.models import Case, CaseDay, CaseHours, CaseTag
from campaigns.desks.models import Desk, DeskDay, DeskHours, TopicTag
from campaigns.distress.models import TranslationReview
from campaigns.distress.sentences import digest
from campaigns.editions import Edition
from campaigns.figures.models import Figure, FigurePart
from campaigns.models import CampaignChoice, CampaignPage, Catchphrase, SmallThing
from campaigns.opening.models import OpeningRow, SpecialDay
from campaigns.reading.models import ReadingOverride
from campaigns.versions import KeyWord
from home.events.models import EventPage
from home.figures.models import FigureIndexPage
from home.interface.sentences import sentences
from home.models import HomePage, StandardPage
from home.news.models import NewsIndexPage, NewsPage
from home.selfcheck.models import SelfCheckPage
from home.situations.models import SituationIndexPage, SituationPage
from tests.factories import (
    AreaFactory,
    CampaignPageFactory,
    CaseFactory,
    CaseIndexPageFactory,
    CaseTagFactory,
    DeskFactory,
    DeskIndexPageFactory,
    FigureFactory,
    OrganisationFactory,
    PictureFactory,
    TopicTagFactory,
    locale,
)
from tests.home.whats_on import event, event_list
from tests.page_cache import bodies
from tests.places import desk_open

#: When it is looked at, in Tokyo: a Friday.
NOW = "2026-11-27 10:00"
#: Words that somebody has said the reading of, each another kind of thing.
READ_OTHERWISE = "髙﨑商店の駅前、鶴見区の見本の冷蔵庫。仲間うちで見本の電話。みんなで支え合おう かながわ"
TODAY, TOMORROW, SUNDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)
#: Every kind of page, lists that are narrowed down, readings, other languages, what is restricted and what has moved.
ADDRESSES = (
    "/",
    "/campaign/?near=14101",
    "/places/reizoko/",
    "/desks/denwa/",
    "/about/?furigana=1",
    "/vi/events/",
    "/events/next/",
    "/events/next/calendar/",
    "/news/",
    "/news/first/",
    "/situations/",
    "/situations/spring/",
    "/toi/",
    "/secret/",
    "/old/",
    "/ja-x-easy/places/?near=14101&around=1&activity=taberu",
    "/ja-x-easy/desks/",
    "/ja-x-easy/figures/",
    "/vi/search/",
    "/sitemap/",
)
#: Among them, what may be about oneself, asks for a password, or is no page.
NEVER_KEPT = ("/toi/", "/secret/", "/old/")


def build(home: HomePage) -> None:
    """Around that home page, which is there in easy Japanese as well."""
    HomePage.objects.update(introduction="<p>ようこそ。</p>")
    words = places(home), desks(home)
    figures(home)
    easy_japanese(home)
    vietnamese()
    texts(home)
    programme(home, *words)
    campaigns(home)
    readings()
    Case.objects.update(questions=bodies.unedited(Case, "questions"))
    for model in (StandardPage, EventPage, NewsPage, SituationPage, CampaignPage):
        model.objects.update(body=bodies.unedited(model))


def places(home: HomePage) -> CaseTag:
    """A place that says all that one can say, with another near it; its word is given back."""
    city = Area.objects.create(code="14100", name="横浜市", reading="よこはまし")
    named = (("14101", "鶴見区", "つるのみえるまち"), ("14102", "神奈川区", "かながわく"))
    ward, other = (
        Area.objects.create(code=code, name=name, reading=reading, parent=city)
        for code, name, reading in named
    )
    ward.neighbours.add(other)
    eat = CaseTagFactory()
    children = CaseTagFactory(slug="kodomo", name="子ども", kind=CaseTag.Kind.AUDIENCE, sort_order=1)
    sit = CaseTagFactory(slug="suwaru", name="座る", sort_order=2)
    case = CaseFactory(
        area=ward, picture=PictureFactory(credit="見本写真館"), picture_alt="青い扉", story="はじまり。",
        quote="おかえり。", quote_role="隣の人", access="駅から歩いて", hours="毎日", first_visit="声をかけて。",
        registration="電話で", cost="無料", phone="045-000-0101", website="https://place.example/",
        entrance="level", wheelchair="yes", baby="room", accessibility="静か", since="春", source="見本",
        reading="みほんのつめたいはこ",
    )  # fmt: skip
    garden = CaseFactory(
        slug="niwa", name="見本の庭", area=other, picture=PictureFactory(), picture_alt="木", sort_order=1
    )
    for each, tags in ((case, [eat, children, sit]), (garden, [eat])):
        each.tags.set(tags)
        each.save()
    opening(CaseHours, CaseDay, case=case)
    CaseIndexPageFactory(parent=home, lead="寄れる場所です。", show_in_menus=True)
    return eat


def desks(home: HomePage) -> TopicTag:
    """A desk that says all that one can say, beside others; the topic of the last one is given back."""
    life, work = TopicTagFactory(), TopicTagFactory(slug="shigoto", name="仕事", sort_order=1)
    desk = DeskFactory(
        phone_alternative="045-000-0102", website="https://desk.example/", address="見本町4-5-6",
        area=Area.objects.get(code="14100"), topics="暮らし", languages=["ja", "en"], cost="無料", note="匿名で",
        source="見本", reading="みほんのはなしぐち", valid_from=TODAY, valid_until=date(2099, 12, 31),
    )  # fmt: skip
    opening(DeskHours, DeskDay, desk=desk)
    desk_open("counter", name="いつもの窓口", sort_order=1)
    desk_open("tagengo", name="多言語の窓口", phone="045-000-0104", sort_order=2)
    # Named after three others where its topic does not count.
    night = desk_open("night", name="夜の窓口", sort_order=3)
    for each, tag in ((desk, life), (night, work)):
        each.topic_tags.set([tag])
        each.save()
    DeskIndexPageFactory(parent=home, lead="話せる窓口です。", show_in_menus=True)
    return work


def opening(hours: type[OpeningRow], day: type[SpecialDay], **owner: Any) -> None:
    """Every day in two parts, and two days that differ."""
    usual = {"weekdays": "0123456", "holidays": "same"}
    for order, (opens, closes) in enumerate(((9, 12), (13, 18))):
        hours._default_manager.create(
            **owner, **usual, opens=time(opens), closes=time(closes), sort_order=order
        )
    closed = {"first_day": TOMORROW, "last_day": TOMORROW, "kind": "closed", "note": "お休み"}
    later = {"first_day": SUNDAY, "last_day": SUNDAY, "kind": "open", "opens": time(10), "closes": time(11)}
    for order, values in enumerate((closed, later)):
        day._default_manager.create(**owner, **values, sort_order=order)


def texts(home: HomePage) -> None:
    """Pages of words: one that everybody may read, one behind a password, one that has moved, and the questions."""
    said = {"locale": home.locale, "lead": "髙﨑商店のとなりです。"}
    home.add_child(
        instance=StandardPage(title="この場所について", slug="about", **said | {"lead": READ_OTHERWISE})
    )
    secret = home.add_child(instance=StandardPage(title="仲間うち", slug="secret", **said))
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    home.add_child(instance=SelfCheckPage(title="三つの問い", slug="toi", locale=home.locale))
    cases = Page.objects.get(slug="places")
    Redirect.objects.create(old_path="/old", redirect_page=cases, redirect_page_route_path="/reizoko/")


def figures(home: HomePage) -> None:
    """One that is past its last day, which the campaign shows, and one that is not."""
    home.add_child(
        instance=FigureIndexPage(title="数字", slug="figures", lead="数えました。", locale=home.locale)
    )
    FigureFactory(note="注", value="47.0", sample_size=1000, expires_on=date(2026, 11, 26))
    following = FigureFactory(slug="zoku", title="つぎの数字", note="注")
    FigurePart.objects.filter(figure=following, label="足りている").update(label="まあまあ")


def programme(home: HomePage, word: CaseTag, topic: TopicTag) -> None:
    """Events, news and situations."""
    said = {"lead": "ひとことです。", "locale": home.locale}
    events = event_list(home, lead="催しです。")
    coming = event(
        events, "next", "2099-12-12 10:00", "2099-12-12 11:00", area=Area.objects.get(code="14101"),
        address="見本町7", attendance="both", online="申込のあと案内します。", for_whom="どなたでも", capacity=20,
        organiser="見本の会", sign_up_until=date(2099, 12, 1), sign_up_link="https://form.example/",
        sign_up_mail="event@form.example", sign_up_note="お名前を。",
    )  # fmt: skip
    event(events, "later", "2099-12-13 10:00", "2099-12-13 11:00")
    coming.audiences.set([word])
    coming.save()
    situations = home.add_child(instance=SituationIndexPage(title="こんなときに", slug="situations", **said))
    spring = SituationPage(title="春", slug="spring", words=[word], topics=[topic], **said)
    situations.add_child(instance=spring)
    situations.add_child(instance=SituationPage(title="夏", slug="summer", **said))
    news = home.add_child(instance=NewsIndexPage(title="お知らせ", slug="news", **said))
    news.add_child(instance=NewsPage(title="はじめ", slug="first", **said))


def campaigns(home: HomePage) -> None:
    """One that is shown and one to pin, each with an edition, the shown one with all that it can say."""
    shown = CampaignPageFactory(
        parent=home, slug="campaign", issuer_note="見本係", contact_phone="045-000-0103",
        contact_note="平日", loose_ties="ゆるく。", key_picture=PictureFactory(),
    )  # fmt: skip
    other = CampaignPageFactory(parent=home, slug="other", title="別のキャンペーン", starts=date(2019, 4, 1))
    Catchphrase.objects.filter(campaign=shown, status="chosen").update(sub_copy="ね。")
    Catchphrase.objects.filter(label="B案").update(reading="みんなでささえっこかながわ")
    KeyWord.objects.create(campaign=shown, word="駅前", reading="すてーしょん")
    SmallThing.objects.update(sort_order=0)
    SmallThing.objects.create(campaign=shown, title="会釈", text="すれちがう人に。", sort_order=1)
    far = CaseFactory(slug="ie", name="見本の家", area=AreaFactory(code="14206", name="小田原市"))
    shown.cases.set([Case.objects.get(slug="reizoko", locale=home.locale), far])
    shown.save()
    other.cases.set([Case.objects.get(slug="niwa")])
    other.desks.set([Desk.objects.get(slug="night")])
    other.save()
    for page, number in ((shown, 1), (shown, 2), (other, 3)):
        CampaignPage.objects.filter(pk=page.pk).update(live=True)
        words = content_with(page, page.chosen, "testserver").as_json()
        Edition.objects.create(campaign=page, number=number, words=words, lettering=bytes([number]))
    CampaignChoice.objects.create(site=Site.objects.get(is_default_site=True), pinned=shown)


def readings() -> None:
    """How words of READ_OTHERWISE are read."""
    OrganisationFactory(name="髙﨑商店", reading="たかさきのみせ")
    ReadingOverride.objects.create(surface="仲間", reading="ともだち", context="仲間うち")


def vietnamese() -> None:
    """What is said about distress is signed off in a language that nobody here reads."""
    locale("vi")
    with translation.override("vi"):
        names = {digest(sentence, sentence.translation) for sentence in sentences()}
    TranslationReview.objects.bulk_create(TranslationReview(language="vi", digest=name) for name in names)


def easy_japanese(home: HomePage) -> None:
    """What is there in another language as well, under the same names in addresses."""
    easy = locale("ja-x-easy")
    made = home.copy_for_translation(easy)
    Page.objects.filter(pk=made.pk).update(live=True)
    for thing in (
        Case.objects.get(slug="reizoko"),
        Desk.objects.get(slug="denwa"),
        Figure.objects.get(slug="zoku"),
    ):
        thing.copy_for_translation(easy).save()
