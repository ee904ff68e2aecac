"""How the name of a municipality is written for those who do not read Japanese: from its reading."""

import re
from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language

from campaigns.languages.order import EASY
from campaigns.reading.romanising import romanised

#: Languages, by the first part of their tags, whose readers know 漢字.
IN_KANJI = ("ja", "zh")
#: What it is, by the last letter of the name: how that is read, and what the prefecture calls it in English.
KINDS = {
    "市": (("し",), "City"),
    "区": (("く",), "Ward"),
    "町": (("まち", "ちょう"), "Town"),
    "村": (("むら", "そん"), "Village"),
}
#: What makes a vowel long, and not where a further word of the name begins: おお-うら, まつ-うら, いの-うえ.
LONG_O = re.compile("oo|ou(?!e)")
LONG_U = re.compile("(?:(?<=[yj])|(?<=[cs]h))uu")


def in_kanji() -> bool:
    """Whether the name is read in Japanese letters on the page that is being read."""
    return (get_language() or settings.LANGUAGE_CODE).partition("-")[0] in IN_KANJI


def is_easy() -> bool:
    return get_language() == EASY


@lru_cache(maxsize=4_096)
def latin_of(name: str, reading: str) -> str:
    """`鶴見区`, read `つるみく`, as `Tsurumi Ward`; empty without a reading."""
    endings, kind = KINDS.get(name[-1:], ((), ""))
    ending = next((each for each in endings if reading.endswith(each) and reading != each), "")
    plain = without_length(romanised(reading.removesuffix(ending))).strip().capitalize()
    return f"{plain} {kind if ending else ''}".strip()


def without_length(latin: str) -> str:
    """Without what makes a vowel long: Ooiso is Oiso, Kounan Konan, Chuuou Chuo."""
    return LONG_U.sub("u", LONG_O.sub("o", latin))
