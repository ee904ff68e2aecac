"""The gallery's page: what it shows in which order, and the table of measured contrasts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template import Context
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from print_templates import variants
from print_templates.design import engine
from print_templates.gallery.artefacts import OWN, SCREEN, Artefact
from print_templates.gallery.contrast import OTHER, TELEPHONE, Pair
from print_templates.gallery.views import Shown, View
from print_templates.preflight.fields import LABELS
from print_templates.themes import theme as find_theme
from print_templates.themes.theme import Theme

#: What designs, variants, samples, surfaces, looks and kinds of words are called.
NAMES: dict[str, Any] = {
    **LABELS,
    "poster": gettext_lazy("Poster"), "flyer": gettext_lazy("Flyer"), "fan": gettext_lazy("Paper fan"),
    SCREEN: gettext_lazy("Screens"), variants.VERTICAL: gettext_lazy("vertical"),
    variants.FURIGANA: gettext_lazy("with readings"), "work": gettext_lazy("at work"), "youth": gettext_lazy("young people"),
    "candidate-coast": gettext_lazy("another phrase"), "candidate-rounds": gettext_lazy("another phrase"),
    "candidate-ripples": gettext_lazy("another phrase"),
    "short": gettext_lazy("short phrase"), "long": gettext_lazy("long phrase"), "long-issuer": gettext_lazy("long issuer"),
    "english": gettext_lazy("words in English"), "chinese": gettext_lazy("words in Chinese"),
    "hero_phone": gettext_lazy("web page, phone"), "hero_desktop": gettext_lazy("web page, desktop"),
    "banner_strip": gettext_lazy("banner 468 × 60"), "banner_box": gettext_lazy("banner 300 × 250"),
    "banner_card": gettext_lazy("banner 1200 × 630"),
    "bare": gettext_lazy("drawing alone"), "greyscale": gettext_lazy("greyscale"),
    "protanopia": gettext_lazy("protanopia"), "deuteranopia": gettext_lazy("deuteranopia"),
    "tritanopia": gettext_lazy("tritanopia"), "deuteranomaly": gettext_lazy("deuteranomaly"),
    TELEPHONE: gettext_lazy("telephone numbers"), OTHER: gettext_lazy("other words"),
}  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """The worst contrast of one kind of words in one colour on a design, and where it was found."""

    design: str
    field: str
    where: str
    pair: Pair

    @property
    def ink(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*self.pair.ink)

    @property
    def ground(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*self.pair.ground)


def page(made: Sequence[Shown], missing: Sequence[Artefact] = ()) -> str:
    """The contact sheet as HTML in the language that is active; pictures are named from its folder."""
    keys = list(dict.fromkeys(shown.artefact.theme for shown in made))
    sections = [
        section(find_theme(key), [shown for shown in made if shown.artefact.theme == key], missing)
        for key in keys
    ]
    context = Context(
        {
            "language": get_language() or "en",
            "style": mark_safe((Path(__file__).parent / "style.css").read_text()),
            "sections": sections,
            "together": together(made),
            "failures": sum(not row.pair.passes for each in sections for row in each["contrasts"]),
        }
    )
    return engine().get_template("gallery/page.html").render(context)


def section(theme: Theme, made: Sequence[Shown], missing: Sequence[Artefact]) -> dict[str, Any]:
    """One theme: its inks, each design's artefacts, and what was measured."""
    designs = dict.fromkeys(shown.artefact.design for shown in made)
    return {
        "key": theme.key,
        "label": _(theme.label),
        "inks": theme.inks.items(),
        "designs": [
            design_block(theme, design, [shown for shown in made if shown.artefact.design == design])
            for design in designs
        ],
        "contrasts": contrasts(made),
        "missing": [
            title(artefact, artefact.surfaces[0], with_design=True)
            for artefact in missing
            if artefact.theme == theme.key
        ],
    }


def design_block(theme: Theme, design: str, made: Sequence[Shown]) -> dict[str, Any]:
    """The sheets of one design side by side, and below them what looks otherwise to other eyes."""
    frames = [frame(theme, shown, view) for shown in made for view in shown.views]
    return {
        "key": f"{theme.key}-{design}",
        "label": NAMES.get(design, design),
        "frames": frames,
        "seen": [each for each in frames if each["looks"]],
    }


def frame(theme: Theme, shown: Shown, view: View) -> dict[str, Any]:
    """One page's pictures with what they are called."""
    artefact = shown.artefact
    named = title(artefact, view.surface)
    return {
        "view": view,
        "title": named,
        "alternative": f"{_(theme.label)}: {NAMES.get(artefact.design, artefact.design)} {named}",
        "bare": view.looks["bare"],
        "looks": [(NAMES[look], picture) for look, picture in view.looks.items() if look != "bare"],
    }


def title(artefact: Artefact, surface: str, *, with_design: bool = False) -> str:
    """What an artefact is called beside others of its design: its sheet, version, words and side."""
    keys = (artefact.variant, artefact.sample)
    told = [size(artefact), *(NAMES.get(key, key) for key in keys if key not in (variants.STANDARD, OWN))]
    if surface.endswith("_back"):
        told.append(_("back"))
    if with_design:
        told.insert(0, NAMES.get(artefact.design, artefact.design))
    return " · ".join(str(part) for part in told)


def size(artefact: Artefact) -> str:
    """The sheet as it is called in a shop, a round one by its diameter in mm."""
    sheet = artefact.paper
    if sheet is None:
        return str(NAMES[artefact.sheet])
    return f"Ø {sheet.width:g}" if sheet.die and not sheet.paper else sheet.key.upper()


def contrasts(made: Iterable[Shown]) -> list[Measured]:
    """The worst of every design, kind of words and colour, failures first."""
    kept: dict[tuple[str, str, Any], Measured] = {}
    for shown in made:
        artefact = shown.artefact
        for pair in shown.pairs:
            key = artefact.design, pair.field, pair.ink
            if key not in kept or pair.ratio < kept[key].pair.ratio:
                where = title(artefact, artefact.surfaces[0])
                design = str(NAMES.get(artefact.design, artefact.design))
                kept[key] = Measured(design, str(NAMES.get(pair.field, pair.field)), where, pair)
    return sorted(kept.values(), key=lambda measured: measured.pair.passes)


def together(made: Sequence[Shown]) -> list[dict[str, Any]]:
    """Every theme's drawing of the same surface side by side, first sheets only."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for shown in made:
        if shown.artefact.sample != OWN:
            continue
        for view in shown.views:
            cells = rows.setdefault(view.surface, [])
            theme = find_theme(shown.artefact.theme)
            if all(cell["theme"] != theme.key for cell in cells):
                cells.append(
                    {
                        "theme": theme.key,
                        "label": _(theme.label),
                        "view": view,
                        "bare": view.looks["bare"],
                    }
                )
    return [{"surface": surface, "cells": cells} for surface, cells in rows.items()]
