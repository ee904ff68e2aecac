"""A theme is added by adding its folder: the one that docs/themes.md shows is offered, printed and judged."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from campaigns.forms import theme_choices
from campaigns.models import Catchphrase
from print_templates import proof
from print_templates import themes as package
from print_templates.design import all_designs
from print_templates.gallery.artefacts import artefacts
from print_templates.gallery.contrast import pairs
from print_templates.preflight import QUICK, preflight
from print_templates.themes import theme as find_theme
from print_templates.themes import themes
from print_templates.themes.theme import SURFACES, Theme
from tests.print_templates.art import test_inks, test_rooms, test_surfaces

DOC = Path(__file__).parents[3] / "docs" / "themes.md"
KEY = "kites"


@pytest.fixture
def fourth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Theme]:
    """The folder of the page beside those of the package."""
    (code,) = re.findall(r"```python\n(.*?)```", DOC.read_text(), re.DOTALL)
    (tmp_path / KEY).mkdir()
    (tmp_path / KEY / "__init__.py").write_text(code)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    themes.cache_clear()
    yield find_theme(KEY)
    monkeypatch.undo()
    themes.cache_clear()


def test_it_is_found_beside_the_others(fourth: Theme) -> None:
    assert list(themes()) == ["coast", "ripples", "rounds", KEY]


def test_editors_are_offered_it(fourth: Theme) -> None:
    assert KEY in dict(theme_choices())
    Catchphrase._meta.get_field("theme").clean(KEY, None)


def test_without_its_folder_nobody_is_offered_it() -> None:
    with pytest.raises(ValidationError):
        Catchphrase._meta.get_field("theme").clean(KEY, None)


def test_every_design_is_printed_with_it(fourth: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the last sheet of each, in all its finishes, and nothing is wrong with what is offered."""
    small = {key: replace(design, sheets=design.sheets[-1:]) for key, design in all_designs().items()}
    monkeypatch.setattr(proof, "all_designs", lambda: small)
    made = dict(proof.proofs(proof.sample_content(KEY)))
    assert {name.partition("-")[0] for name in made} == {"poster", "flyer", "fan"}
    for pdf in made.values():
        assert not [finding for finding in preflight(pdf, checks=QUICK) if finding.severity == "error"]


def test_the_gallery_shows_it(fourth: Theme) -> None:
    """Nothing is missing, and every word on a design stands out."""
    assert all(artefact.is_composed for artefact in artefacts(KEY))
    for artefact in artefacts(KEY, quick=True):
        assert [pair for pair in pairs(artefact.pdf(), artefact.fields) if not pair.passes] == []


def test_it_keeps_the_contract(fourth: Theme) -> None:
    test_surfaces.test_a_theme_composes_every_surface(fourth)
    for surface in SURFACES:
        test_surfaces.test_a_drawing_is_made_of_flat_shapes_in_the_theme_s_inks(fourth, surface)
        test_surfaces.test_a_drawing_covers_its_bleed(fourth, surface)
    for surface in test_rooms.ROOMS:
        test_rooms.test_every_surface_has_the_rooms_its_design_fills(fourth, surface)
    for surface in test_rooms.WINDOWS:
        test_rooms.test_a_front_leaves_paper_for_its_panel(fourth, surface)
        for lines in ("own", "long"):
            test_rooms.test_words_keep_off_the_photograph(fourth, surface, lines)
    test_rooms.test_the_flyer_s_back_is_paper_between_head_and_foot(fourth)
    test_rooms.test_the_fan_s_back_is_paper_where_its_words_stand(fourth)


def test_its_inks_are_readable_and_true(fourth: Theme) -> None:
    test_inks.test_no_ink_lays_too_much_on_the_paper(fourth)
    test_inks.test_a_theme_has_four_inks_and_their_tints(fourth)
    test_inks.test_screens_show_what_paper_shows(fourth)
    for words, ground, least in test_inks.READABLE:
        test_inks.test_words_are_readable_on_their_ground(fourth, words, ground, least)
