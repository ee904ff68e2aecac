"""Coast: a bay in the morning, and one unbroken line that ties houses, boats and people together."""

from print_templates.themes.coast.fan import fan_back, fan_front
from print_templates.themes.coast.flyer import flyer_back
from print_templates.themes.coast.hero import hero
from print_templates.themes.coast.inks import INKS
from print_templates.themes.coast.poster import poster
from print_templates.themes.theme import Box, Placement, Theme, gettext_noop

THEME = Theme(
    key="coast",
    label=gettext_noop("Coast"),
    inks=INKS,
    lettering_weight=900,
    compositions={
        "poster": poster,
        "flyer_back": flyer_back,
        "fan_front": fan_front,
        "fan_back": fan_back,
        "hero": hero,
    },
    phrases={
        "poster": Placement(Box(0.06, 0.045, 0.88, 0.36), "phrase"),
        "flyer_back": Placement(Box(0.075, 0.024, 0.6, 0.055), "phrase"),
        "fan_front": Placement(Box(0.15, 0.17, 0.7, 0.41), "phrase", "center"),
    },
    sub_copies={
        "poster": Placement(Box(0.06, 0.698, 0.8, 0.06), "phrase"),
        "fan_front": Placement(Box(0.31, 0.755, 0.38, 0.035), "phrase", "center"),
    },
)
