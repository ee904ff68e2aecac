"""Sample words beyond the usual proof: every candidate phrase, extreme lengths, other languages and audiences.

Each is the proof's content with some words replaced, so that a new field is filled in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from print_templates import fonts
from print_templates.content import Audience, Chart, ChartPart, Content, DeskLine, Place, Reading, SmallThing
from print_templates.proof import sample_content

#: The candidate phrases with their readings, by the theme that was drawn for each.
CANDIDATES = {
    "coast": ("つながろう かながわ", "つながろう かながわ"),
    "rounds": ("みんなで支え合おう かながわ", "みんなでささえあおう かながわ"),
    "ripples": ("あなたの声を聞かせてください", "あなたのこえをきかせてください"),
}
#: A phrase of four letters and one of 24, and an issuer whose name fills two lines.
SHORT, LONG = "ようこそ", "となりのだれかにひとこと声をかけてみませんか"
LONG_ISSUER = "見本県地域のゆるやかなつながりをそだてる官民連携プラットフォーム推進協議会"
READINGS = (
    Reading("見本", "みほん"),
    Reading("喫茶店", "きっさてん"),
    Reading("冷蔵庫", "れいぞうこ"),
    Reading("電話", "でんわ"),
)
AUDIENCES = (
    Audience(
        "work", "職場", "昼休みの ひとことから\nはじまる つながり", "仕事の合間に、となりの席の人とひと息。"
    ),
    Audience(
        "youth",
        "若者",
        "既読のかわりに\n「おはよう」を ひとつ",
        "学校でも家でもない、ちょうどいい場所があります。",
    ),
)


@dataclass(frozen=True)
class Sample:
    """One way to fill the designs; `words` are what it replaces in the proof's content."""

    key: str
    words: Mapping[str, Any]


def own(theme: str) -> Content:
    """A theme under the phrase it was drawn for, with readings and audiences."""
    phrase, reading = CANDIDATES.get(theme, CANDIDATES["coast"])
    content = sample_content(theme, phrase)
    return replace(content, reading=reading, readings=READINGS, audiences=AUDIENCES)


def candidates(theme: str) -> list[Sample]:
    """The candidate phrases that were drawn for other themes."""
    return [
        Sample(f"candidate-{key}", {"phrase": phrase, "reading": reading})
        for key, (phrase, reading) in CANDIDATES.items()
        if phrase != own(theme).phrase
    ]


EXTREMES = (
    Sample("short", {"phrase": SHORT, "reading": SHORT}),
    Sample("long", {"phrase": LONG, "reading": "となりのだれかにひとことこえをかけてみませんか"}),
    Sample("long-issuer", {"issuer": LONG_ISSUER}),
)
ENGLISH = Sample(
    "english",
    {
        "language": "en",
        "phrase": "Say hello, Kanagawa",
        "title": "Sample campaign",
        "issuer": "Sample Network of Ties",
        "issuer_note": "Sample Prefecture",
        "reading": "",
        "readings": (),
        "audiences": (),
        "sub_copy": "A greeting is\na good beginning",
        "lead": "There are places to drop in and people to talk to, close by.",
        "loose_ties": "A nod in the lift, a word at the till: people you hardly know are part of a good day.",
        "small_things": (
            SmallThing("Say hello", "to whoever walks the same way."),
            SmallThing("Stop by", "and talk about the weather."),
            SmallThing("Share", "what you have too much of."),
        ),
        "places": (
            Place(
                "The open fridge", "Sample City", "1-2-3 Mihoncho", "Anyone may leave food and take it home."
            ),
            Place(
                "The laundry café",
                "Sample City",
                "4-5-6 Mihoncho",
                "A cup of coffee while the washing turns.",
            ),
        ),
        "desks": (DeskLine("Sample line", "0120-000-000", "24 hours, free"),),
        "chart": Chart(
            "Do you have people to turn to?",
            "11.4",
            "%",
            "Sample survey (n = 1,241)",
            "11.4 % answered “plenty” or “quite a few”.",
            (
                ChartPart("Plenty", 11.4),
                ChartPart("So so", 45.9),
                ChartPart("Few", 28.8),
                ChartPart("–", 13.9),
            ),
        ),
    },
)
CHINESE = Sample(
    "chinese",
    {
        "language": "zh-hans",
        "phrase": "打个招呼吧 神奈川",
        "title": "样例活动",
        "issuer": "样例连接网络",
        "issuer_note": "样例县",
        "reading": "",
        "readings": (),
        "audiences": (),
        "sub_copy": "从一声问候开始\n轻松的联系",
        "lead": "附近就有可以歇脚的地方，也有愿意听你说话的人。",
        "loose_ties": "不知道名字，见面却会点点头。这样轻松的联系，会在需要时帮上一点忙。",
        "small_things": (
            SmallThing("打招呼", "对同路的人说一句。"),
            SmallThing("绕个路", "在常去的店里聊聊天气。"),
            SmallThing("分一点", "把多出来的送给邻居。"),
        ),
        "places": (Place("样例冰箱", "样例市", "样例町1-2-3", "谁都可以放，谁都可以拿。"),),
        "desks": (DeskLine("样例电话", "045-000-0110", "平日 9点–17点"),),
        "chart": None,
    },
)


def languages() -> list[Sample]:
    """The languages at hand: those whose script has a face."""
    has_chinese = any(face.family.endswith(" SC") for face in fonts.FACES)
    return [ENGLISH, *([CHINESE] if has_chinese else [])]


def samples(theme: str) -> dict[str, Content]:
    """Everything a theme is shown with, by key; `own` is its own phrase."""
    every = (*candidates(theme), *EXTREMES, *languages())
    return {"own": own(theme)} | {sample.key: replace(own(theme), **sample.words) for sample in every}
