"""A plate with an error is kept for staff to see, and never handed out."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client

from campaigns.kits import batches, examination, jobs, plates
from campaigns.kits.combinations import Combination
from campaigns.kits.examination import Note, Report, plate_report
from campaigns.kits.models import Plate, PrintJob
from campaigns.models import CampaignPage, Edition
from print_templates.plate import Plate as LaidOut
from print_templates.preflight.panel import assembled
from tests.kits.answers import sent
from tests.kits.paper import FILES

BAD = "flyer-a4-office.pdf"
PAGE = "/kit/takasaki/"
SENTENCE = "文字が小さすぎます。大きくしてください。"


def say(monkeypatch: pytest.MonkeyPatch, severity: str) -> None:
    """The preflight finds something in one file."""

    def report(combination: Combination, plate: LaidOut, content: Any) -> Report:
        found = (Note("type", SENTENCE, severity),) if combination.filename == BAD else ()
        return Report(1, (210.0, 297.0), found)

    monkeypatch.setattr(examination, "plate_report", report)


@pytest.fixture
def refused(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    Plate.objects.all().delete()
    say(monkeypatch, "error")
    jobs.try_again(again(edition))
    jobs.build_plates.call(edition.jobs.get().pk)
    return edition


def again(edition: Edition) -> PrintJob:
    edition.jobs.update(state=PrintJob.State.FAILED)
    return edition.jobs.get()


def test_it_works(refused: Edition) -> None:
    job = refused.jobs.get()
    assert (job.state, job.done, job.refused) == (PrintJob.State.DONE, len(FILES), 1)
    plate = refused.plates.get(verdict=Plate.Verdict.REFUSED)
    assert plate.filename == BAD
    assert [finding["message"] for finding in plate.findings] == [SENTENCE]


def test_it_is_on_no_page_and_in_no_kit(refused: Edition, member_client: Client) -> None:
    html = member_client.get(PAGE).content.decode()
    assert BAD not in html
    assert "チラシ A4（職場・家庭のプリンター用）" in html, "the page says what is missing"
    assert "知らせ" not in html.partition("<main")[2], "nobody has been told anything"
    assert BAD.encode() not in sent(member_client.get(f"{PAGE}kit.zip"))
    assert member_client.get(f"{PAGE}{BAD}").status_code == 404
    assert member_client.get(f"{PAGE}poster-a4-office.pdf").status_code == 200


def test_a_hint_holds_nothing_back(
    edition: Edition, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    Plate.objects.all().delete()
    say(monkeypatch, "warning")
    assert BAD in member_client.get(f"{PAGE}?need=all").content.decode()
    assert edition.plates.get(verdict=Plate.Verdict.WARNED).filename == BAD


@pytest.mark.parametrize("name", ["poster-a4-press.pdf", "fan-a4-office.pdf"])
def test_the_real_preflight_looks_at_the_file_with_an_imprint(name: str, edition: Edition) -> None:
    combination = next(each for each in batches.default().combinations if each.filename == name)
    report = plate_report(combination, plates.built(edition, combination), edition.content)
    assert report.notes == ()
    assert report.trim_mm == (210, 297)
    assert report.pages == (2 if name.startswith("fan") else 1)


def test_a_plate_of_another_size_than_ordered_is_refused(edition: Edition) -> None:
    small, large = (
        next(each for each in batches.default().combinations if each.filename == f"poster-{size}-office.pdf")
        for size in ("a4", "a3")
    )
    report = plate_report(large, plates.built(edition, small), edition.content)
    assert any(note.severity == "error" for note in report.notes)


def test_a_plate_whose_code_cannot_be_read_is_refused(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine forgets the code: the real preflight notices."""
    monkeypatch.setattr(examination, "imprint", lambda plate, words: plate.pdf)
    combination = batches.default().combinations[-1]
    report = plate_report(combination, plates.built(edition, combination), edition.content)
    assert "code" in {note.check for note in report.notes if note.severity == "error"}


def test_what_is_known_of_a_plate_survives_its_storage(edition: Edition, campaign: CampaignPage) -> None:
    facts: list[Any] = list(edition.plates.values_list("verdict", "pages", "trim_mm"))
    assert {verdict for verdict, _pages, _trim in facts} == {"fine"}
    assert all(pages >= 1 and min(trim) > 100 for _verdict, pages, trim in facts)


def test_a_tiled_poster_is_examined_as_it_is_when_glued(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No single sheet can tell that the words at the poster's foot are black on black."""
    tiled = next(each for each in batches.default().combinations if each.finish == "tiled")
    plate = plates.built(edition, tiled)
    monkeypatch.setattr(examination, "assembled", lambda pdf: spoilt(assembled(pdf)))
    report = plate_report(tiled, plate, edition.content)
    assert "contrast" in {note.check for note in report.notes if note.severity == "error"}


def spoilt(pdf: bytes) -> bytes:
    """The poster on black."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as poster:
        page = poster.pages[0]
        shown = page.Contents.read_bytes().decode().split()[0]
        page.Resources.XObject[shown].Resources.XObject["/Artwork"].write(b"0 g 0 0 9999 9999 re f")
        poster.save(out)
    return out.getvalue()
