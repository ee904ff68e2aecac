"""Rounds: neighbours who carry one another, overprinted in two inks on sunny paper."""

from print_templates.themes.rounds import fan, flyer, poster, standing
from print_templates.themes.rounds.inks import INKS
from print_templates.themes.rounds.screens import FRAMES
from print_templates.themes.theme import SURFACES, Box, Placement, Scene, Theme, Window, gettext_noop

THEME = Theme(
    key="rounds",
    label=gettext_noop("Rounds"),
    inks=INKS,
    lettering_weight=900,
    scenes={
        "poster": Scene(
            poster.poster,
            phrase=Placement(Box(0.06, 0.042, 0.88, 0.448), "phrase"),
            sub_copy=Placement(Box(0.06, 0.703, 0.62, 0.068), "paper"),
            window=Window(poster.PHOTOGRAPH),
            before=poster.before,
        ),
        "poster_vertical": Scene(
            standing.poster_vertical,
            phrase=Placement(Box(0.53, 0.04, 0.41, 0.62), "phrase"),
            sub_copy=Placement(Box(0.06, 0.703, 0.62, 0.068), "paper"),
            window=Window(standing.PHOTOGRAPH),
            before=standing.before,
        ),
        "flyer_front": Scene(
            flyer.flyer_front,
            phrase=Placement(Box(0.06, 0.04, 0.88, 0.3), "phrase"),
            sub_copy=Placement(Box(0.06, 0.7, 0.62, 0.068), "paper"),
            window=Window(flyer.PHOTOGRAPH),
            before=flyer.before,
        ),
        "flyer_back": Scene(flyer.flyer_back, phrase=Placement(Box(0.06, 0.025, 0.6, 0.06), "phrase")),
        "fan_front": Scene(
            fan.fan_front,
            phrase=Placement(Box(0.15, 0.165, 0.7, 0.38), "phrase", "center"),
            issuer=Placement(Box(0.3, 0.09, 0.4, 0.035), "phrase", "center"),
        ),
        "fan_back": Scene(fan.fan_back),
        "hero_phone": Scene(
            FRAMES["hero_phone"].compose,
            phrase=Placement(Box(0.06, 0.06, 0.88, 0.38), "phrase"),
            window=FRAMES["hero_phone"].photograph(*SURFACES["hero_phone"]),
        ),
        "hero_desktop": Scene(
            FRAMES["hero_desktop"].compose,
            phrase=Placement(Box(0.06, 0.16, 0.42, 0.56), "phrase"),
            window=FRAMES["hero_desktop"].photograph(*SURFACES["hero_desktop"]),
        ),
        "banner_strip": Scene(
            FRAMES["banner_strip"].compose, phrase=Placement(Box(0.03, 0.16, 0.66, 0.68), "phrase")
        ),
        "banner_box": Scene(
            FRAMES["banner_box"].compose,
            phrase=Placement(Box(0.06, 0.06, 0.88, 0.41), "phrase"),
            issuer=Placement(Box(0.06, 0.89, 0.88, 0.07), "paper"),
        ),
        "banner_card": Scene(
            FRAMES["banner_card"].compose,
            phrase=Placement(Box(0.05, 0.12, 0.47, 0.58), "phrase"),
            issuer=Placement(Box(0.05, 0.935, 0.6, 0.05), "paper"),
        ),
    },
)
