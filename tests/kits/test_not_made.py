"""A plate that cannot be made is missing alone: everything else is offered, and staff see which and why."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.kits import jobs, plates
from campaigns.kits.models import Plate, PrintJob
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates.bounded import NotMade, sentence
from tests.kits.answers import sent
from tests.kits.paper import FILES

PAGE = "/kit/takasaki/"
BAD = "flyer-a4-office.pdf"
SENTENCE = "紙面づくりに1分以上かかりました。"
State = PrintJob.State


@pytest.fixture
def break_flyer(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], list[str]]:
    """No plate exists, and laying out one flyer fails; returns what was tried in vain."""
    Plate.objects.all().delete()

    def broken(error: Exception) -> list[str]:
        tried: list[str] = []
        real = plates.lay_out

        def lay_out(design: Any, content: Any, sheet: Any, finish: Any, *rest: Any) -> Any:
            if (design.key, sheet.key, finish) == ("flyer", "a4", "office"):
                tried.append(finish)
                raise error
            return real(design, content, sheet, finish, *rest)

        monkeypatch.setattr(plates, "lay_out", lay_out)
        return tried

    return broken


def built(edition: Edition) -> PrintJob:
    edition.jobs.update(state=State.WAITING, attempts=0)
    jobs.build_plates.call(edition.jobs.get().pk)
    return edition.jobs.get()


def test_it_works(edition: Edition, break_flyer: Callable[[Exception], list[str]]) -> None:
    break_flyer(NotMade(SENTENCE))
    job = built(edition)
    assert (job.state, job.done, job.refused, job.attempts) == (State.DONE, len(FILES), 1, 1)
    refused = edition.plates.get(verdict=Plate.Verdict.REFUSED)
    assert (refused.filename, refused.pdf.name, refused.pages) == (BAD, "", 0)
    assert [finding["message"] for finding in refused.findings] == [SENTENCE]


def test_an_error_of_the_layout_itself_is_said_in_a_sentence(
    edition: Edition, break_flyer: Callable[[Exception], list[str]]
) -> None:
    break_flyer(KeyError("figure"))
    assert built(edition).state == State.DONE
    assert [note["message"] for note in edition.plates.get(filename=BAD).findings] == [sentence("other")]


@pytest.mark.parametrize("mode", ["inline", "worker"])
def test_everything_else_is_offered(
    mode: str, edition: Edition, organisation: Organisation, member_client: Client, settings: Any,
    break_flyer: Callable[[Exception], list[str]],
) -> None:  # fmt: skip
    break_flyer(NotMade(SENTENCE))
    if mode == "worker":
        built(edition)
    settings.PRINT_JOBS = mode
    page = member_client.get(f"{PAGE}?need=all")
    assert page.status_code == 200
    html = page.content.decode()
    assert f'"{PAGE}poster-a4-office.pdf"' in html
    assert BAD not in html
    assert "チラシ A4" in html, "the page says what is missing"
    assert member_client.get(f"{PAGE}{BAD}").status_code == 404
    settings.PRINT_JOBS = "inline"
    with ZipFile(BytesIO(sent(member_client.get(f"{PAGE}kit.zip")))) as archive:
        assert archive.testzip() is None
        names = {name.removeprefix("takasaki/") for name in archive.namelist()}
    assert names == {*FILES, "kit.json"} - {BAD}


def test_looking_again_does_not_lay_out_again(
    campaign: CampaignPage, organisation: Organisation, member_client: Client,
    break_flyer: Callable[[Exception], list[str]],
) -> None:  # fmt: skip
    tried = break_flyer(NotMade(SENTENCE))
    for address in (PAGE, PAGE, f"{PAGE}{BAD}", PAGE):
        assert member_client.get(address).status_code < 500
    assert len(tried) == 1


def test_trying_again_makes_only_what_is_missing(
    edition: Edition, staff_client: Client, monkeypatch: pytest.MonkeyPatch,
    break_flyer: Callable[[Exception], list[str]], django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    real = plates.lay_out
    break_flyer(NotMade(SENTENCE))
    job = built(edition)
    others = set(edition.plates.exclude(filename=BAD).values_list("pk", flat=True))
    again = reverse("print_jobs:again", args=[job.pk])
    html = staff_client.get("/admin/print-jobs/").content.decode()
    assert f'action="{again}"' in html
    assert SENTENCE in html
    made: list[str] = []

    def lay_out(design: Any, *rest: Any) -> Any:
        made.append(design.key)
        return real(design, *rest)

    monkeypatch.setattr(plates, "lay_out", lay_out)
    with django_capture_on_commit_callbacks(execute=True):
        staff_client.post(again)
    assert made == ["flyer"]
    assert edition.jobs.get().refused == 0
    plate = edition.plates.get(filename=BAD)
    assert (plate.verdict, bool(plate.pdf)) == (Plate.Verdict.FINE, True)
    assert others < set(edition.plates.values_list("pk", flat=True))


def test_publishing_again_tries_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch, break_flyer: Callable[[Exception], list[str]],
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    before = plates.lay_out
    break_flyer(NotMade(SENTENCE))
    built(edition)
    monkeypatch.setattr(plates, "lay_out", before)
    with django_capture_on_commit_callbacks(execute=True):
        jobs.schedule(edition, jobs.batches.default())
    assert edition.jobs.get().refused == 0
