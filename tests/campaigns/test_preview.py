"""The editor's side panel: unsaved words on paper, and a sentence where something is missing."""

import base64
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from PIL import Image, ImageChops

from campaigns import preview
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion, KeyWord
from home.models import HomePage
from print_templates import variants
from print_templates.preflight import Finding
from tests.campaigns.editor import form_data, preview_url
from tests.factories import CampaignPageFactory, CaseFactory, locale

PAGES = {"poster": 1, "flyer": 2, "fan": 2}
Show = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def no_proof_is_kept() -> None:
    preview.proof.cache_clear()


@pytest.fixture
def show(campaign: CampaignPage, staff_client: Client) -> Show:
    """What the panel shows of the form with changes that nobody has saved."""

    def shown(mode: str, **changes: Any) -> HttpResponse:
        url = preview_url(campaign)
        answer = staff_client.post(url, form_data(campaign, **changes))
        assert answer.json() == {"is_valid": True, "is_available": True}
        return staff_client.get(url, {"mode": mode, "in_preview_panel": "true"})

    return shown


def pictures(response: HttpResponse) -> list[Image.Image]:
    """The pages as a browser would show them."""
    urls = re.findall(r'src="data:image/png;base64,([^"]+)"', response.content.decode())
    return [Image.open(BytesIO(base64.b64decode(url))).convert("L") for url in urls]


@pytest.mark.parametrize("mode", PAGES)
def test_it_works(mode: str, show: Show) -> None:
    response = show(mode)
    assert response.status_code == 200
    assert response.context["problem"] == ""
    assert len(pictures(response)) == PAGES[mode]


@pytest.mark.parametrize("mode", PAGES)
def test_unsaved_words_are_shown_and_nothing_is_published(mode: str, show: Show) -> None:
    saved = pictures(show(mode))[0]
    unsaved = pictures(show(mode, **{"catchphrases-0-text": "あつまろう かながわ"}))[0]
    assert ImageChops.difference(saved, unsaved).getbbox() is not None
    assert Edition.objects.count() == 1
    assert CampaignPage.objects.get().chosen.text == "つながろう かながわ"


def test_the_web_page_shows_unsaved_words_in_their_own_lettering(show: Show) -> None:
    response = show("", **{"catchphrases-0-text": "あつまろう かながわ"})
    html = response.content.decode()
    assert response.context["phrase"].text == "あつまろう かながわ"
    assert "data:font/woff2;base64," in html
    assert "data:" in response["Content-Security-Policy"].split("font-src")[1].split(";")[0]


def test_the_panel_may_frame_the_preview(show: Show) -> None:
    assert show("poster")["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("mode", PAGES)
def test_without_a_chosen_phrase_a_sentence_is_shown(mode: str, show: Show) -> None:
    response = show(mode, **{"catchphrases-0-status": "candidate"})
    assert response.status_code == 200
    assert response.context["problem"]
    assert pictures(response) == []


def test_the_web_page_without_a_chosen_phrase_is_shown(show: Show) -> None:
    response = show("", **{"catchphrases-0-status": "candidate"})
    assert response.status_code == 200
    assert response.context["phrase"] is None


@pytest.mark.parametrize("error", [ValueError("too wide"), RuntimeError("no font")])
def test_what_cannot_be_laid_out_is_said(
    error: Exception, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr(preview, "lay_out", failing)
    response = show("poster")
    assert response.status_code == 200
    assert str(error) in response.context["problem"]


def test_a_case_too_long_for_its_room_is_named(campaign: CampaignPage, show: Show) -> None:
    """As long as the form takes it."""
    campaign.cases.set([CaseFactory(slug="long", name="あ" * 80, address="い" * 120)])
    campaign.save()
    problem = show("flyer").context["problem"]
    assert problem == f"取組事例「{'あ' * 80}」の文章が長く、この印刷物に収まりません。短くしてください。"


def findings(response: HttpResponse) -> list[str]:
    """Severity, place and sentence of each finding, as the panel shows them."""
    shown = re.findall(r"<li>(.*?)</li>", response.content.decode(), re.DOTALL)
    return [re.sub(r"<[^>]+>", " ", item) for item in shown]


@pytest.mark.parametrize("mode", PAGES)
def test_a_campaign_in_order_is_said_to_be_so(mode: str, show: Show) -> None:
    response = show(mode)
    assert findings(response) == []
    assert response.content.decode().count('<section class="verdict" role="status">') == 1


def test_what_preflight_finds_is_told_errors_first(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        Finding("type", "Small.", 1, "warning", "sub_copy"),
        Finding("metadata", "Untitled."),
        Finding("safe", "Near <the> cut.", 1, "error", "issuer"),
    ]
    monkeypatch.setattr(preview, "preflight", lambda *_args, **_options: found)
    response = show("poster")
    first, second, last = findings(response)
    assert "Untitled." in first
    assert "Near &lt;the&gt; cut." in second
    assert "Small." in last
    assert all(severity in item for severity, item in (("直して", first), ("直して", second), ("確認", last)))
    assert "発行者" in second
    assert "サブコピー" in last
    assert len(pictures(response)) == 1


def test_words_too_long_for_their_room_are_told_by_their_field(show: Show) -> None:
    """The real engine and the real preflight, with as much as the form takes."""
    response = show("poster", **{"catchphrases-0-sub_copy": "あ" * 50 + "\n" + "い" * 9})
    assert any("サブコピー" in item for item in findings(response))


def test_the_panel_answers_while_someone_types(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is started: Ghostscript alone takes longer than all else."""
    monkeypatch.setattr("subprocess.run", lambda *_args, **_options: pytest.fail("a program was started"))
    assert show("poster").status_code == 200


def test_members_see_no_preview(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(preview_url(campaign), {"mode": "poster"}).status_code == 302


@pytest.fixture
def versions(campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch) -> None:
    """An audience's version and a word with its reading; how a version is drawn is no matter here."""
    monkeypatch.setattr(variants, "INSTEAD", {})
    campaign.audience_versions.add(AudienceVersion(key="work", label="職場", sub_copy="昼休みに、ひとこと。"))
    campaign.key_words.add(KeyWord(word="居場所", reading="いばしょ"))
    campaign.save()


@pytest.mark.usefixtures("versions")
def test_every_version_is_offered_by_its_name(campaign: CampaignPage) -> None:
    modes = {mode: str(label) for mode, label in CampaignPage.objects.get(pk=campaign.pk).preview_modes}
    assert list(modes) == [
        "", "poster", "flyer", "fan", "poster:vertical", "poster:furigana", "poster:work",
    ]  # fmt: skip
    assert modes["poster:work"] == "ポスター（職場）"


def test_other_languages_have_no_vertical_version(home: HomePage) -> None:
    page = CampaignPageFactory(parent=home, locale=locale("en"))
    assert [mode for mode, _label in page.preview_modes] == ["", "poster", "flyer", "fan"]


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize("mode", ["poster:vertical", "poster:furigana", "poster:work"])
def test_a_version_is_shown(mode: str, show: Show) -> None:
    response = show(mode)
    assert response.context["problem"] == ""
    assert len(pictures(response)) == 1


@pytest.mark.usefixtures("versions")
def test_an_audiences_unsaved_words_are_shown(show: Show) -> None:
    saved = pictures(show("poster:work"))[0]
    unsaved = pictures(show("poster:work", **{"audience_versions-0-sub_copy": "仕事の前に、ひとこと。"}))[0]
    assert ImageChops.difference(saved, unsaved).getbbox() is not None


@pytest.mark.parametrize("mode", ["poster:furigana", "poster:work"])
def test_a_version_that_is_not_there_yet_is_said(mode: str, show: Show) -> None:
    response = show(mode)
    assert response.status_code == 200
    assert response.context["problem"]
    assert pictures(response) == []


@pytest.mark.usefixtures("versions")
@pytest.mark.parametrize(
    ("phrase", "reading", "expected"),
    [
        ("支え合おう かながわ", "", 1),
        ("支え合おう かながわ", "ささえあおう かながわ", 0),
        ("つながろう", "", 0),
    ],
)
def test_a_phrase_that_lacks_its_reading_is_a_warning(
    phrase: str, reading: str, expected: int, show: Show
) -> None:
    found = findings(show("poster", **{"catchphrases-0-text": phrase, "catchphrases-0-reading": reading}))
    assert len([item for item in found if "読みが入力されていません" in item]) == expected
    assert all("ご確認ください" in item for item in found)


def test_without_readings_no_phrase_lacks_one(show: Show) -> None:
    assert findings(show("poster", **{"catchphrases-0-text": "支え合おう かながわ"})) == []


def test_going_back_to_a_design_lays_nothing_out_again(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures(show("poster"))
    monkeypatch.setattr(preview, "lay_out", lambda *_args: pytest.fail("laid out again"))
    assert pictures(show("poster")) == first
