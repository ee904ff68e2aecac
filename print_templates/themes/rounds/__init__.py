"""Rounds: neighbours who carry one another, overprinted in two inks on sunny paper."""

from print_templates.themes.rounds.fan import fan_back, fan_front
from print_templates.themes.rounds.flyer import flyer_back
from print_templates.themes.rounds.hero import hero
from print_templates.themes.rounds.inks import INKS
from print_templates.themes.rounds.poster import poster
from print_templates.themes.theme import Box, Placement, Theme, gettext_noop

THEME = Theme(
    key="rounds",
    label=gettext_noop("Rounds"),
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
        "poster": Placement(Box(0.06, 0.04, 0.88, 0.43), "phrase"),
        "fan_front": Placement(Box(0.15, 0.165, 0.7, 0.4), "phrase", "center"),
        "flyer_back": Placement(Box(0.06, 0.03, 0.6, 0.055), "phrase"),
    },
    sub_copies={
        "poster": Placement(Box(0.06, 0.717, 0.56, 0.058), "paper"),
        "fan_front": Placement(Box(0.3, 0.755, 0.4, 0.035), "paper", "center"),
    },
)
