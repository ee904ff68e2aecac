"""The campaign's look in templates: colours, lettering, artwork and phrase breaks."""

import base64
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from campaigns.artwork import content_with, lettering
from campaigns.languages.site import name_in
from campaigns.models import CampaignPage, Catchphrase
from campaigns.views import SCREENS, artwork_address, style_of
from print_templates.chart import drawing
from print_templates.themes import theme
from print_templates.themes.theme import BLACK
from print_templates.units import phrase_units as units_of

register = template.Library()

#: A figure's width and the size of its names, in the drawing's own units.
CHART_WIDTH, CHART_TYPE = 340.0, 15.0


@register.simple_tag(takes_context=True)
def campaign_style(context: Context, campaign: CampaignPage | None) -> SafeString:
    """The stylesheet of the campaign's edition; in the editor's preview, of the unsaved words. Empty without one."""
    request = context.get("request")
    if not campaign:
        return SafeString("")
    if getattr(request, "is_preview", False) and campaign.chosen is not None:
        words = content_with(campaign, campaign.chosen, settings.PUBLIC_HOST)
        font = "data:font/woff2;base64," + base64.b64encode(lettering(words)).decode()
        return format_html("<style>{}</style>", mark_safe(style_of(words.theme, font)))
    edition = campaign.edition
    if edition is None:
        return SafeString("")
    return format_html('<link rel="stylesheet" href="{}">', reverse("theme_css", args=[edition.style_key]))


@register.simple_tag
def site_name() -> str:
    """What the site is called at its head and foot, in the reader's language."""
    return name_in(get_language() or settings.LANGUAGE_CODE).text


@register.simple_tag
def site_name_lang() -> SafeString:
    """The attribute for an element with the site's name, where that is in another language."""
    language = name_in(get_language() or settings.LANGUAGE_CODE).language
    return format_html(' lang="{}"', language) if language != get_language() else SafeString("")


@register.simple_tag
def hero_artwork(phrase: Catchphrase) -> SafeString:
    """The theme's hero, of which a browser asks for one: the phone's or the desktop's."""
    phone, desktop = (artwork_address(phrase.theme, f"hero-{size}") for size in ("phone", "desktop"))
    width, height = SCREENS["hero-phone"][1:]
    return format_html(
        '<picture class="hero-art"><source media="(min-width: 40em)" srcset="{}">'
        '<img src="{}" alt="" width="{}" height="{}"></picture>',
        desktop, phone, width, height,
    )  # fmt: skip


@register.simple_tag
def head_artwork(theme_key: str) -> SafeString:
    """The theme's drawing at the head of a page of text."""
    width, height = SCREENS["head"][1:]
    address = artwork_address(theme_key, "head")
    return format_html('<img src="{}" alt="" width="{}" height="{}">', address, width, height)


@register.filter
def phrase_units(text: str) -> SafeString:
    """A phrase whose lines break between its units only; its writer's lines are kept, a space breaks first."""
    return format_html_join(mark_safe("<br>"), "{}", ((units_of_line(line),) for line in text.splitlines()))


def units_of_line(line: str) -> SafeString:
    words = []
    for word in line.split():
        units = format_html_join(
            "", '<span class="unit">{}</span><wbr>', ((unit,) for unit in units_of(word))
        )
        words.append((units,))
    return format_html_join(" ", '<span class="word">{}</span>', words)


@register.simple_tag
def figure_chart(figure: Any, phrase: Catchphrase | None) -> SafeString:
    """The figure's distribution as an SVG in the theme's inks; in black while no phrase is chosen."""
    deep = theme(phrase.theme).inks["deep"] if phrase else BLACK
    drawn = drawing(figure.as_chart(), deep, BLACK, "office", CHART_WIDTH, CHART_TYPE, CHART_WIDTH)
    return mark_safe(drawn.svg)


@register.filter
def language_names(codes: list[str]) -> SafeString:
    """Languages by their own names."""
    from django.conf.locale import LANG_INFO

    names = ((code, LANG_INFO.get(code.lower(), {}).get("name_local", code)) for code in codes)
    return format_html_join(gettext(", "), '<span lang="{}">{}</span>', names)
