"""Ripples: a small voice falls into still water, another answers, and where their rings cross something lights up."""

from print_templates.themes.ripples import banner, fan, flyer, hero, poster, upright
from print_templates.themes.ripples.inks import INKS
from print_templates.themes.theme import Scene, Theme, gettext_noop

THEME = Theme(
    key="ripples",
    label=gettext_noop("Ripples"),
    inks=INKS,
    lettering_weight=900,
    scenes={
        "poster": Scene(
            poster.compose,
            phrase=poster.PHRASE,
            sub_copy=poster.SUB_COPY,
            window=poster.WINDOW,
            before=poster.before,
        ),
        "poster_vertical": Scene(
            upright.compose,
            phrase=upright.PHRASE,
            sub_copy=upright.SUB_COPY,
            window=upright.WINDOW,
        ),
        "flyer_front": Scene(
            flyer.compose_front,
            phrase=flyer.PHRASE,
            sub_copy=flyer.SUB_COPY,
            window=flyer.WINDOW,
            before=flyer.before_front,
        ),
        "flyer_back": Scene(flyer.compose_back, phrase=flyer.BACK_PHRASE),
        "fan_front": Scene(fan.compose_front, phrase=fan.PHRASE, issuer=fan.ISSUER),
        "fan_back": Scene(fan.compose_back),
        "hero_phone": Scene(hero.compose_phone, phrase=hero.PHONE_PHRASE),
        "hero_desktop": Scene(hero.compose_desktop, phrase=hero.DESKTOP_PHRASE),
        "banner_strip": Scene(banner.compose_strip, phrase=banner.STRIP_PHRASE),
        "banner_box": Scene(banner.compose_box, phrase=banner.BOX_PHRASE, issuer=banner.BOX_ISSUER),
        "banner_card": Scene(banner.compose_card, phrase=banner.CARD_PHRASE, issuer=banner.CARD_ISSUER),
    },
)
