"""What the style guide shows. Places, people and numbers are invented; exchange 000 belongs to nobody."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.utils import timezone

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.figures.models import Figure, FigurePart
from campaigns.models import Catchphrase
from home.templatetags.opening import Now
from print_templates.samples import own


@dataclass(frozen=True)
class Wearer:
    """What stands for a campaign where only its look counts."""

    chosen: Catchphrase
    issuer: str = "見本つながりネットワーク"
    issuer_note: str = "事務局 見本県"


@dataclass(frozen=True)
class Happening:
    """What an event card asks for."""

    title: str
    starts: datetime
    hours: str
    place: str
    registration: str
    url: str = "#"
    over: bool = False
    day: str = ""
    kind: str = ""
    on_now: bool = False
    called_off: bool = False


@dataclass(frozen=True)
class Piece:
    """What an item of news asks for."""

    title: str
    date: date
    lead: str
    url: str = "#"


class Narrowing(forms.Form):
    """A form as lists have one."""

    area = forms.ChoiceField(label="市区町村", choices=[("", "すべて"), ("1", "見本市"), ("2", "となり町")])
    kind = forms.ChoiceField(label="どんなところ", choices=[("", "すべて"), ("1", "お茶と食事")])


class Asking(forms.Form):
    """Fields as they look with help, and when something is missing."""

    name = forms.CharField(label="お名前", help_text="呼び名でもかまいません。")
    note = forms.CharField(label="伝えたいこと", widget=forms.Textarea({"rows": 3}))


def wearer(theme: str) -> Wearer:
    content = own(theme)
    return Wearer(Catchphrase(text=content.phrase, theme=theme, sub_copy=content.sub_copy))


def case() -> Case:
    return Case(
        name="見本の喫茶店", area=Area(name="見本市"), address="見本町1-2-3 団地の1階",
        hours="火曜日から土曜日 10時から17時",
        summary="洗濯を待つあいだ、となりの人と話せるお店。だまって過ごしてもいい。", registration="申し込みはいりません",
        first_visit="席は自由です。飲みものだけでもどうぞ。", story="団地の1階に、洗濯のできる喫茶店があります。",
    )  # fmt: skip


def desk(**fields: Any) -> Desk:
    usual = {
        "name": "見本の電話", "phone": "0120-000-000", "hours": "毎日 24時間", "topics": "どんなことでも",
        "languages": ["ja", "en", "vi"], "cost": "電話代も相談も無料です", "verified_on": date(2026, 11, 1),
    }  # fmt: skip
    return Desk(**{**usual, **fields})


def happenings() -> list[Happening]:
    start = timezone.make_aware(datetime(2026, 12, 12, 13, 30))
    day = "2026年12月12日（土）"
    past = timezone.make_aware(datetime(2026, 9, 5, 10, 0))
    return [
        Happening("冬の学習会", start, "13:30から16:00まで", "見本センター", "要申し込み", day=day, kind="学習会"),
        Happening("お昼の交流会", start, "12:00から13:00まで", "見本公園", "申し込みなし", day=day, on_now=True),
        Happening("冬の見学会", start, "14:00から15:00まで", "見本市", "", day=day, called_off=True),
        Happening("朝のお茶", past, "10:00から11:00まで", "見本公園", "", over=True, day="2026年9月5日（土）"),
    ]  # fmt: skip


def stages() -> list[dict[str, Any]]:
    """Situations as a page lists them."""
    entries = [
        {"url": "#situations", "written": {"title": title}} for title in ("進学のころ", "仕事を終えるころ")
    ]
    return [{"label": "暮らしが変わるとき", "entries": entries}]


def figure() -> Figure:
    made = Figure(
        title="つながりが「十分」「かなり」満たされていると答えた人", value=Decimal("11.4"), year=2023,
        source="見本調査（1,241人）",
        alternative="十分とかなりを合わせて11.4％です。",
    )  # fmt: skip
    shares = (
        ("十分", 1.3),
        ("かなり", 10.1),
        ("どちらとも", 45.9),
        ("あまり", 20.4),
        ("ほとんど", 8.4),
        ("ほか", 13.9),
    )
    for label, value in shares:
        made.parts.add(FigurePart(label=label, value=Decimal(str(value))))
    return made


def wrong_form() -> Asking:
    form = Asking({"name": "", "note": "はじめて行くので、少し心配です。"})
    form.is_valid()
    return form


def middle_page() -> "ListPage[int]":
    return Paginator(range(60), 12).page(2)


def samples(theme: str) -> dict[str, Any]:
    """Everything the style guide's template names."""
    shown = wearer(theme)
    return {
        "campaign": shown, "phrase": shown.chosen, "case": case(), "figure": figure(), "events": happenings(),
        "news": [Piece("窓口の時間が変わりました", date(2026, 11, 20), "12月から、土曜日も話せます。")], "groups": stages(),
        "nows": [
            Now(True, "受付中（17:00まで）"), Now(False, "時間外（あす 9:00から）"),
            Now(False, "この時間は日によって異なります", varies=True),
        ],
        "open_desk": desk(),
        "closed_desk": desk(
            name="見本の多言語の窓口", phone="#0000", phone_alternative="045-000-0000",
            hours="月曜日から金曜日 9時から17時", note="言葉によって、話せる曜日がちがいます。",
        ),
        "facts": [("住所", "見本市見本町1-2-3"), ("時間", "火曜日から土曜日\n10時から17時"), ("費用", "飲みもの代だけ")],
        "questions": [
            {"question": "一人で行ってもいいですか。", "answer": "<p>はい。一人で来る方がいちばん多いです。</p>"},
            {"question": "何も買わなくても、いられますか。", "answer": "<p>奥の席は、だれでも使えます。</p>"},
        ],
        "tags": [
            {"title": "すべて", "url": "#tags"}, {"title": "お茶と食事", "url": "#tags", "here": True},
            {"title": "外で体を動かす", "url": "#tags"},
        ],
        "labels": [{"title": "だれでも"}, {"title": "申し込みなし"}],
        "filters": Narrowing(), "pages": middle_page(), "form": wrong_form(),
        "above": [{"title": "", "url": "/"}, {"title": "立ち寄れる場所", "url": "#"}],
        "rich": "<p>8月13日から16日まで、お休みします。</p>",
        "languages": [("ja", "日本語"), ("ja", "やさしい日本語"), ("en", "English"), ("vi", "Tiếng Việt"), ("ne", "नेपाली")],
    }  # fmt: skip
