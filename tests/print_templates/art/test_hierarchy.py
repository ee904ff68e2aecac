"""What is read first: phrase, then what the code opens, the telephone, the name, the notes (PRINT.md 7)."""

from itertools import pairwise
from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from print_templates.preflight.fields import field_of, fields_of
from print_templates.preflight.sight import letters_by_page
from print_templates.proof import HOST, sample_content, sample_imprint
from print_templates.samples import CANDIDATES
from print_templates.themes import themes
from print_templates.typeset import LEADING
from tests.print_templates.art.reading import Line, keys_of, laid_out, lines_of, plain, read
from tests.print_templates.conftest import PT, Artefact, Key, Word, artefact_of, ids, words_on_pages

#: Of the sheet's height, for each line of the phrase on a poster (PRINT.md 7).
PITCH = 0.12
#: Of the sheet's width, at every side (PRINT.md 7).
MARGIN = 0.05
#: A letter may stick out of its place by its own roundness, in mm.
ROUNDING = 0.3


def phrase_lines(lines: list[Line], phrase: str) -> list[Line]:
    """The lines of the first page that are pieces of the phrase, in its largest size."""
    found = [line for line in lines if line.page == 0 and plain(line.text) in plain(phrase)]
    largest = max(line.size for line in found)
    return [line for line in found if line.size > 0.98 * largest]


def size_of(lines: list[Line], text: str) -> float:
    """The size in pt of the words on the first page that say a text."""
    sizes = [line.size for line in lines if line.page == 0 and plain(text) in plain(line.text)]
    assert sizes, (text, [line.text for line in lines])
    return sizes[0]


def opens() -> str:
    with translation.override("ja"):
        return gettext("Places near you, and people to talk to")


def trusted() -> str:
    with translation.override("ja"):
        return gettext("Our only address is %(host)s") % {"host": HOST}


def test_it_works(poster: Artefact) -> None:
    phrase = sample_content("coast").phrase
    assert "".join(plain(line.text) for line in phrase_lines(read(poster), phrase)) == plain(phrase)


def test_the_phrase_is_the_largest(artefact: Artefact) -> None:
    lines = read(artefact)
    phrase = phrase_lines(lines, sample_content(artefact.theme).phrase)
    others = [line.size for line in lines if line not in phrase and line.page == 0]
    assert min(line.size for line in phrase) > 1.5 * max(others, default=0)


def test_a_line_of_the_phrase_takes_its_share_of_a_poster(tmp_path: Path) -> None:
    """In every theme for every candidate phrase; between baselines where there are several."""
    small = []
    for key in themes():
        for phrase, _reading in CANDIDATES.values():
            pdf, layout = laid_out(sample_content(key, phrase), "poster", "a3")
            found = phrase_lines(list(lines_of(letters_by_page(pdf), layout)), phrase)
            path = tmp_path / "poster.pdf"
            path.write_bytes(pdf)
            tops = tops_of(words_on_pages(path)[0], [plain(line.text) for line in found])
            pitch = min(
                (after - before for before, after in pairwise(tops)), default=LEADING * found[0].size / PT
            )
            if pitch < PITCH * layout.trim.height:
                small.append((key, phrase, f"{pitch / layout.trim.height:.1%}"))
    assert not small


def tops_of(words: list[Word], lines: list[str]) -> list[float]:
    """Where lines begin, in mm from the medium's top, as poppler has their words."""
    tops = {
        round(top, 1) for text, _left, top, _right, _bottom in words if any(text in line for line in lines)
    }
    return sorted(tops)


@pytest.mark.parametrize("key", keys_of("poster", "flyer"), ids=ids)
def test_words_are_read_in_their_order(key: Key, folder: Path) -> None:
    """Phrase, what the code opens, the telephone, the name of who hangs it, notes."""
    artefact = artefact_of(key, folder)
    lines = read(artefact)
    content, words = sample_content(artefact.theme), sample_imprint()
    phrase = max(line.size for line in phrase_lines(lines, content.phrase))
    telephone = size_of(lines, content.desks[0].phone)
    name = size_of(lines, words.name)
    assert phrase > size_of(lines, opens()) > telephone >= name > size_of(lines, trusted())


@pytest.mark.parametrize("key", keys_of("poster", sheet="a2"), ids=ids)
def test_key_words_of_an_a2_poster_are_read_from_three_metres(key: Key, folder: Path) -> None:
    artefact = artefact_of(key, folder)
    lines, content = read(artefact), sample_content(artefact.theme)
    key_words = (*content.sub_copy.splitlines(), opens(), content.desks[0].phone)
    sizes = {text: size_of(lines, text.split()[0]) for text in key_words}
    assert min(sizes.values()) >= 28 - 0.1, sizes


@pytest.mark.parametrize("key", keys_of("flyer", sheet="a4"), ids=ids)
def test_words_of_an_a4_flyer_are_read_in_the_hand(key: Key, folder: Path) -> None:
    """Running words 12 pt, notes 10.5 pt; who issued it, and which edition, is a colophon."""
    artefact = artefact_of(key, folder)
    content = sample_content(artefact.theme)
    fields = fields_of(content, artefact.words)
    colophon, body = {"issuer", "office", "contact_phone"}, {"lead", "loose_ties"}
    for line in read(artefact):
        field = field_of(line.text, fields)
        edition = line.text.startswith("第") or "Edition" in line.text
        if field not in colophon and not edition:
            assert line.size >= (12 if field in body else 10.5) - 0.1, (field, line.text, line.size)


@pytest.mark.parametrize("key", keys_of("poster", "flyer"), ids=ids)
def test_words_keep_from_the_edge(key: Key, folder: Path) -> None:
    """At both sides of every page, and at head and foot of a front, where no strip of artwork holds them."""
    artefact = artefact_of(key, folder)
    width, height = artefact.sheet.width, artefact.sheet.height
    margin = MARGIN * width - ROUNDING
    near = []
    for line in read(artefact):
        box = line.box
        gaps = [box.left, width - box.right]
        if line.page == 0:
            gaps += [box.bottom, height - box.top]
        if min(gaps) < margin:
            near.append((line.text, round(min(gaps) / width, 3)))
    assert not near
