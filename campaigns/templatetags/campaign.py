"""The campaign's look in templates: colours, lettering, artwork and phrase breaks."""

import base64
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from campaigns.artwork import content_with, lettering
from campaigns.models import CampaignPage, Catchphrase
from campaigns.views import style_of
from print_templates import typeset
from print_templates.chart import parts_svg
from print_templates.themes import theme
from print_templates.themes.theme import BLACK, LIGHT

register = template.Library()

#: The two compositions of the hero: a phone's and a desktop's, in the artwork's own units.
HERO_SIZES = {"phone": (390, 520), "desktop": (1280, 560)}


@register.simple_tag(takes_context=True)
def campaign_style(context: Context, campaign: CampaignPage) -> SafeString:
    """The stylesheet of the campaign's edition; in the editor's preview, of the unsaved words."""
    request = context.get("request")
    if getattr(request, "is_preview", False) and campaign.chosen is not None:
        words = content_with(campaign, campaign.chosen, settings.PUBLIC_HOST)
        font = "data:font/woff2;base64," + base64.b64encode(lettering(words)).decode()
        return format_html("<style>{}</style>", mark_safe(style_of(words.theme, font)))
    edition = campaign.edition
    if edition is None:
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}">', reverse("theme_css", args=[edition.style_key]))


@lru_cache(maxsize=32)
def drawn(key: str, size: str) -> SafeString:
    width, height = HERO_SIZES[size]
    return mark_safe(theme(key).compose("hero", width, height, 0, "office"))


@register.simple_tag
def hero_artwork(phrase: Catchphrase) -> SafeString:
    """The theme's hero for phones and for desktops; the style sheet shows one of them."""
    return format_html_join(
        "",
        '<div class="hero-art hero-art-{}">{}</div>',
        ((size, drawn(phrase.theme, size)) for size in HERO_SIZES),
    )


@register.filter
def phrase_units(text: str) -> SafeString:
    """A phrase whose lines break between its units only; a space is where it breaks first."""
    words = []
    for word in text.split():
        units = format_html_join(
            "", '<span class="unit">{}</span><wbr>', ((unit,) for unit in typeset.phrase_units(word))
        )
        words.append((units,))
    return format_html_join(" ", '<span class="word">{}</span>', words)


@register.simple_tag
def figure_chart(figure: Any, phrase: Catchphrase | None) -> SafeString:
    """The figure's distribution as an SVG in the theme's inks; in black while no phrase is chosen."""
    paint = theme(phrase.theme).inks["deep"] if phrase else BLACK
    return mark_safe(parts_svg(figure.as_chart(), paint.srgb, LIGHT.srgb, BLACK.srgb))


@register.filter
def language_names(codes: list[str]) -> str:
    """Languages by their own names."""
    from django.conf.locale import LANG_INFO

    return "、".join(LANG_INFO.get(code.lower(), {}).get("name_local", code) for code in codes)
