"""What the head of a page says to whoever shows a card of it (Open Graph, https://ogp.me)."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from campaigns.languages.addresses import in_address
from campaigns.languages.codes import language_of
from campaigns.languages.order import order, readers_language
from campaigns.languages.site import name_in
from campaigns.models import CampaignPage
from campaigns.whole_addresses import whole
from home.sharing.pictures import SIZE, address_of
from home.sharing.words import title_of, words_of
from print_templates.banner import alternative

#: Languages as networks name them, which want a country with each.
LOCALES = {
    "ja": "ja_JP", "ja-x-easy": "ja_JP", "en": "en_US", "zh-hans": "zh_CN", "zh-hant": "zh_TW", "ko": "ko_KR",
    "vi": "vi_VN", "tl": "tl_PH", "es": "es_ES", "pt": "pt_BR", "ne": "ne_NP", "th": "th_TH", "id": "id_ID",
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    url: str
    alternative: str
    width: int = SIZE.width
    height: int = SIZE.height


@dataclass(frozen=True)
class Card:
    """What stands in somebody's message below the address of a page."""

    title: str
    description: str
    url: str
    site: str
    locale: str
    picture: Picture | None


def card_of(thing: Any, path: str, campaign: CampaignPage | None) -> Card:
    """The card of a page, a place or a desk at a path; in the language that it is written in.

    `campaign` is what the page wears, which is the current one in the reader's language.
    """
    language = language_of(thing)
    same = campaign if campaign and is_current_for(campaign, language) else None
    return Card(
        title=getattr(thing, "seo_title", "") or title_of(thing),
        description=description_of(thing),
        url=whole(in_address(path, language)),
        site=name_in(language).text,
        locale=LOCALES.get(language, LOCALES[settings.LANGUAGE_CODE]),
        picture=picture_of(thing, same),
    )


def is_current_for(campaign: CampaignPage, language: str) -> bool:
    """Whether what was found for the reader would be found for a reader of `language` as well."""
    return language in order(readers_language()) and language_of(campaign) in order(language)


def picture_of(thing: Any, campaign: CampaignPage | None = None) -> Picture | None:
    words = words_of(thing, campaign)
    return Picture(whole(address_of(thing, words)), alternative(words)) if words is not None else None


def description_of(thing: Any) -> str:
    """The sentence that staff have written for it."""
    said = ("search_description", "lead", "summary", "topics")
    return next((" ".join(text.split()) for name in said if (text := getattr(thing, name, ""))), "")
