"""Coast: a bay in the morning, and one unbroken line that ties houses, boats and people together."""

from print_templates.themes.coast.back import flyer_back
from print_templates.themes.coast.fan import fan_back, fan_front
from print_templates.themes.coast.flyer import WINDOW as FLYER_WINDOW
from print_templates.themes.coast.flyer import flyer_front, flyer_front_before
from print_templates.themes.coast.hero import (
    banner_box,
    banner_card,
    banner_strip,
    hero_desktop,
    hero_phone,
)
from print_templates.themes.coast.inks import INKS
from print_templates.themes.coast.poster import WINDOW, poster, poster_before
from print_templates.themes.coast.vertical import WINDOW as VERTICAL_WINDOW
from print_templates.themes.coast.vertical import poster_vertical, poster_vertical_before
from print_templates.themes.theme import Box, Placement, Scene, Theme, gettext_noop

POSTER = Scene(
    poster,
    phrase=Placement(Box(0.06, 0.041, 0.88, 0.435), "phrase"),
    sub_copy=Placement(Box(0.06, 0.694, 0.62, 0.06), "deep"),
    window=WINDOW,
    before=poster_before,
)

THEME = Theme(
    key="coast",
    label=gettext_noop("Coast"),
    inks=INKS,
    lettering_weight=900,
    scenes={
        "poster": POSTER,
        "poster_vertical": Scene(
            poster_vertical,
            phrase=Placement(Box(0.5, 0.04, 0.44, 0.49), "phrase"),
            sub_copy=POSTER.sub_copy,
            window=VERTICAL_WINDOW,
            before=poster_vertical_before,
        ),
        "flyer_front": Scene(
            flyer_front,
            phrase=Placement(Box(0.06, 0.04, 0.88, 0.36), "phrase"),
            sub_copy=POSTER.sub_copy,
            window=FLYER_WINDOW,
            before=flyer_front_before,
        ),
        "flyer_back": Scene(flyer_back, phrase=Placement(Box(0.06, 0.025, 0.6, 0.06), "phrase")),
        "fan_front": Scene(
            fan_front,
            phrase=Placement(Box(0.15, 0.165, 0.7, 0.36), "phrase", "center"),
            issuer=Placement(Box(0.31, 0.1, 0.38, 0.035), "phrase", "center"),
        ),
        "fan_back": Scene(fan_back),
        "hero_phone": Scene(hero_phone, phrase=Placement(Box(0.06, 0.06, 0.88, 0.34), "phrase")),
        "hero_desktop": Scene(hero_desktop, phrase=Placement(Box(0.05, 0.12, 0.45, 0.5), "phrase")),
        "banner_strip": Scene(banner_strip, phrase=Placement(Box(0.025, 0.12, 0.6, 0.6), "phrase")),
        "banner_box": Scene(
            banner_box,
            phrase=Placement(Box(0.06, 0.05, 0.88, 0.38), "phrase"),
            issuer=Placement(Box(0.06, 0.905, 0.88, 0.07), "deep"),
        ),
        "banner_card": Scene(
            banner_card,
            phrase=Placement(Box(0.05, 0.1, 0.44, 0.56), "phrase"),
            issuer=Placement(Box(0.05, 0.9, 0.6, 0.06), "deep"),
        ),
    },
)
