"""Lines of the phrase end where a reader would pause, on every design, as poppler reads them."""

from pathlib import Path

import pytest

from print_templates.proof import sample_content
from print_templates.themes import themes
from tests.print_templates.art.reading import laid_out, plain
from tests.print_templates.conftest import run

#: Phrases and the words that no line may cut.
PHRASES = {
    "つながろう かながわ": ("つながろう", "かながわ"),
    "みんなで支え合おう かながわ": ("みんなで", "支え合おう", "かながわ"),
    "あなたの声を聞かせてください": ("あなたの", "声を", "聞かせて", "ください"),
    "となりのだれかにひとこと声をかけてみませんか": ("となりの", "だれかに", "ひとこと", "声を", "かけて"),
}
SHEETS = {"poster": "a3", "flyer": "a4", "fan": "round240"}


@pytest.mark.parametrize("design", SHEETS)
@pytest.mark.parametrize("theme", themes())
def test_a_line_never_ends_inside_a_word(theme: str, design: str, tmp_path: Path) -> None:
    for phrase, words in PHRASES.items():
        pdf, _layout = laid_out(sample_content(theme, phrase), design, SHEETS[design])
        path = tmp_path / "phrase.pdf"
        path.write_bytes(pdf)
        lines = [
            plain(line) for line in run("pdftotext", "-f", "1", "-l", "1", "-layout", path, "-").splitlines()
        ]
        found = [line for line in lines if line and line in plain(phrase)]
        assert "".join(found) == plain(phrase), (theme, design, lines)
        for word in words:
            assert any(word in line for line in found), (word, found)
