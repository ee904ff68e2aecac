"""Office PDFs are read aloud: tagged, titled, in a language, the imprint included (BARS.md 33)."""

import pikepdf

from print_templates.preflight.document import dictionaries
from tests.print_templates.conftest import Artefact


def test_an_office_file_is_tagged_titled_and_says_its_language(office_artefact: Artefact) -> None:
    with pikepdf.open(office_artefact.path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "ja"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"])
        assert pikepdf.Name.Document == pdf.Root.StructTreeRoot.K[0].S
        assert "/OutputIntents" not in pdf.Root


def test_the_imprint_is_spoken_and_the_code_described(office_artefact: Artefact) -> None:
    words, panels = office_artefact.words, len(office_artefact.plate.panels)
    with pikepdf.open(office_artefact.path) as pdf:
        elements = [part for part in dictionaries(pdf) if part.get("/Type") == pikepdf.Name.StructElem]
        spoken = [str(part.ActualText) for part in elements if "/ActualText" in part]
        described = [str(part.Alt) for part in elements if "/Alt" in part]
    who = f"{words.name}\n{words.contact}\n{words.address}"
    assert sum(said.endswith(who) for said in spoken) == panels
    near = [said for place in words.places for said in (place.name, place.whereabouts, place.summary)]
    rooms = [panel.places for panel in office_artefact.plate.panels if panel.places]
    assert sum(said.startswith("\n".join(near[: 3 * len(room)])) for said in spoken for room in rooms) == len(
        rooms
    )
    assert described.count(words.code_alternative) == panels


def test_marked_content_and_the_parent_tree_agree(office_artefact: Artefact) -> None:
    """Each piece of marked content of a page has exactly one element, which knows its number."""
    with pikepdf.open(office_artefact.path) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        rows = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}
        for page in pdf.pages:
            marked = [
                int(step.operands[1].MCID)
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "BDC" and "/MCID" in step.operands[1]
            ]
            parents = rows[int(page.StructParents)]
            assert sorted(marked) == list(range(len(parents)))
            for number, element in enumerate(parents):
                kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
                own = [
                    int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid else kid
                    for kid in kids
                ]
                assert number in own
