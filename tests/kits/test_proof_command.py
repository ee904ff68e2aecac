"""`manage.py proof` makes sample PDFs of every design without a database."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from print_templates import proof
from print_templates.design import all_designs
from print_templates.sheet import papers
from print_templates.themes import themes
from tests.layouts import lay_out_once


def test_it_works_without_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No database fixture is asked for here, so that any query fails the test."""
    monkeypatch.setattr(proof, "lay_out", lay_out_once)
    out = StringIO()
    call_command("proof", "--out", str(tmp_path), stdout=out)
    told = [Path(line) for line in out.getvalue().splitlines()]
    combinations = sum(
        len(papers(sheet, finish))
        for design in all_designs().values()
        for sheet in design.sheets
        for finish in sheet.finishes
    )
    assert len(told) == len(set(told)) == combinations * len(themes())
    assert all(path.read_bytes().startswith(b"%PDF") for path in told)
