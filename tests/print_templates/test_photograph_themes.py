"""A photograph in the windows that the themes really have; one without a window is printed as ever."""

from dataclasses import replace

import pytest

from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.photograph.window import assets, windows
from print_templates.plate import lay_out
from print_templates.preflight import Expected, preflight
from print_templates.proof import sample_imprint
from print_templates.sheet import Finish
from print_templates.shop import GENERIC
from print_templates.themes import themes
from tests.print_templates.photographs import kept, with_picture

SHEETS: list[tuple[str, str, Finish]] = [
    ("poster", "a3", "press"), ("flyer", "a4", "office"), ("fan", "round240", "press"),
]  # fmt: skip


@pytest.mark.parametrize("kind", SHEETS, ids="-".join)
@pytest.mark.parametrize("key", themes())
def test_it_works(key: str, kind: tuple[str, str, Finish]) -> None:
    design, content = all_designs()[kind[0]], replace(with_picture(6000, 4500), theme=key)
    sheet, finish = design.sheet(kind[1]), kind[2]
    shown = assets(design, content, sheet, finish, GENERIC, kept)
    assert len(shown) == len(windows(design, content, sheet, finish, GENERIC))
    pdf = imprint(lay_out(design, content, sheet, finish, assets=shown), sample_imprint())
    assert pdf.count(b"/DCTDecode") == len(shown)
    expected = Expected(name="-".join(kind) + ".pdf", url=sample_imprint().url, finish=finish)
    assert preflight(pdf, expected=expected) == []
