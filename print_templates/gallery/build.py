"""The whole gallery: every artefact made on all cores, and one page that shows them."""

import multiprocessing
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from django.utils import translation

from print_templates.gallery.artefacts import Artefact, artefacts
from print_templates.gallery.page import page
from print_templates.gallery.views import Shown, shown
from print_templates.plate import engine, font_configuration
from print_templates.themes import themes


def build(
    out: Path,
    keys: Sequence[str] = (),
    designs: Sequence[str] = (),
    *,
    quick: bool = False,
    processes: int = 2,
) -> Path:
    """Write the contact sheet of some themes (all when none is named) into a folder; returns the page's path.

    Raises KeyError for a theme or a design that there is not.
    """
    wanted = [
        artefact for key in keys or themes() for artefact in artefacts(key, tuple(designs), quick=quick)
    ]
    out.mkdir(parents=True, exist_ok=True)
    made = everything([artefact for artefact in wanted if artefact.is_composed], out, processes)
    missing = [artefact for artefact in wanted if not artefact.is_composed]
    path = out / "index.html"
    path.write_text(page(made, missing))
    return path


def everything(wanted: Sequence[Artefact], out: Path, processes: int) -> list[Shown]:
    """All artefacts in their order, made by so many processes; by this one alone when it is one."""
    make = partial(in_this_language, translation.get_language() or "en", out)
    if processes == 1:
        return [make(artefact) for artefact in wanted]
    engine()
    font_configuration()
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return pool.map(make, wanted, chunksize=4)


def in_this_language(language: str, out: Path, artefact: Artefact) -> Shown:
    with translation.override(language):
        return shown(artefact, out)
