"""`manage.py preflight FILE…`: plain words, machine words, and what kit.json promises."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from django.core.management import call_command
from django.utils import translation
from pikepdf import Name

from print_templates.design import all_designs
from print_templates.imprint import imprint
from print_templates.plate import lay_out
from print_templates.proof import sample_content, sample_imprint

NAME = "poster-a3-press.pdf"
PROMISE = {
    "name": NAME,
    "sha256": "",
    "trim_mm": [297, 420],
    "pages": 1,
    "finish": "press",
    "qr_url": sample_imprint().url,
}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    design = all_designs()["poster"]
    return imprint(lay_out(design, sample_content(), design.sheet("a3"), "press"), sample_imprint())


@pytest.fixture
def poster(pdf: bytes, tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(pdf)
    return path


def promise(folder: Path, **changed: object) -> None:
    (folder / "kit.json").write_text(json.dumps({"files": [PROMISE | changed]}))


def ran(*arguments: object) -> tuple[int, str]:
    """Exit status and what was printed."""
    out = io.StringIO()
    try:
        call_command("preflight", *map(str, arguments), stdout=out)
    except SystemExit as status:
        return int(status.code or 0), out.getvalue()
    return 0, out.getvalue()


def findings(*arguments: object) -> list[str]:
    _status, out = ran(*arguments, "--json")
    return [finding["check"] for file in json.loads(out) for finding in file["findings"]]


def test_it_works(poster: Path) -> None:
    status, out = ran(poster)
    assert status == 0
    assert NAME in out


def test_kit_json_beside_the_file_is_kept(poster: Path) -> None:
    promise(poster.parent)
    assert ran(poster)[0] == 0
    assert findings(poster) == []


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"qr_url": "HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346"}, "code"),
        ({"trim_mm": [210, 297]}, "expected"),
        ({"pages": 2}, "expected"),
    ],
)
def test_a_broken_promise_is_told(changed: dict[str, object], check: str, poster: Path) -> None:
    promise(poster.parent, **changed)
    assert ran(poster)[0] == 1
    assert findings(poster) == [check]


def test_a_promise_about_another_file_is_not_this_ones(poster: Path) -> None:
    promise(poster.parent, name="flyer-a4-press.pdf", pages=2)
    assert ran(poster)[0] == 0


def test_one_bad_file_among_good_ones_fails_the_run(poster: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_text("no PDF")
    status, out = ran(poster, bad)
    assert status == 1
    assert "bad.pdf:\n" in out


def test_a_missing_file_is_told_and_not_raised(tmp_path: Path) -> None:
    assert ran(tmp_path / "nowhere.pdf")[0] == 1
    assert findings(tmp_path / "nowhere.pdf") == ["file"]


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"files": [{}]}', '{"files": 3}'])
def test_a_damaged_kit_json_is_told(text: str, poster: Path) -> None:
    (poster.parent / "kit.json").write_text(text)
    assert findings(poster) == ["kit"]


def softened(poster: Path, pixels: int) -> None:
    """A picture of 18 pt with few pixels on the artwork."""
    with pikepdf.open(poster, allow_overwriting_input=True) as pdf:
        picture = pdf.make_stream(
            b"\0" * 4 * pixels**2, Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels,
            BitsPerComponent=8, ColorSpace=Name.DeviceCMYK,
        )  # fmt: skip
        name = pdf.pages[0].add_resource(picture, Name.XObject)
        pdf.pages[0].contents_add(pdf.make_stream(f"q 18 0 0 18 300 700 cm {name} Do Q".encode()))
        pdf.save(poster)


@pytest.mark.parametrize(("pixels", "status", "word"), [(100, 0, "問題"), (50, 0, "注意"), (20, 1, "エラー")])
def test_only_errors_fail_the_run(pixels: int, status: int, word: str, poster: Path) -> None:
    softened(poster, pixels)
    with translation.override("ja"):
        found, out = ran(poster)
    assert found == status
    assert word in out


def test_the_field_is_told_in_words_and_to_machines(poster: Path) -> None:
    promise(poster.parent, qr_url="HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2346")
    with translation.override("ja"):
        _status, out = ran(poster)
        _status, machine = ran(poster, "--json")
    assert "[エラー · 1ページ目 · 二次元コード]" in out
    assert json.loads(machine)[0]["findings"][0]["field"] == "code"


def test_machines_get_check_message_and_page(poster: Path) -> None:
    promise(poster.parent, trim_mm=[210, 297])
    _status, out = ran(poster, "--json")
    (file,) = json.loads(out)
    assert file["file"] == str(poster)
    (finding,) = file["findings"]
    assert set(finding) == {"check", "message", "page", "severity", "field", "artefact"}
    assert (finding["page"], finding["severity"]) == (1, "error")
    assert finding["artefact"] == NAME.removesuffix(".pdf")
    assert "210×297" in finding["message"]
