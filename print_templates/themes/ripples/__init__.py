"""Ripples: a small voice falls into still water, and the rings it meets become an ear."""

from print_templates.themes.ripples import fan, flyer, hero, poster
from print_templates.themes.ripples.inks import INKS
from print_templates.themes.theme import Box, Placement, Theme, gettext_noop

THEME = Theme(
    key="ripples",
    label=gettext_noop("Ripples"),
    inks=INKS,
    lettering_weight=900,
    compositions={
        "poster": poster.compose,
        "flyer_back": flyer.compose_back,
        "fan_front": fan.compose_front,
        "fan_back": fan.compose_back,
        "hero": hero.compose,
    },
    phrases={
        "poster": poster.PHRASE,
        "flyer_back": Placement(Box(0.075, 0.03, 0.6, 0.055), "phrase"),
        "fan_front": fan.PHRASE,
        "hero": hero.PHRASE,
    },
    sub_copies={"poster": poster.SUB_COPY, "fan_front": fan.ISSUER},
)
