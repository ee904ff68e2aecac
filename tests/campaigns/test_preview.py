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
from print_templates.preflight import Finding
from tests.campaigns.editor import form_data, preview_url

PAGES = {"poster": 1, "flyer": 2, "fan": 2}
Show = Callable[..., HttpResponse]


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
    def failing(*args: object) -> None:
        raise error

    monkeypatch.setattr(preview, "lay_out", failing)
    response = show("poster")
    assert response.status_code == 200
    assert str(error) in response.context["problem"]


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
    response = show("poster", **{"catchphrases-0-sub_copy": "あ" * 29 + "\n" + "い" * 29})
    assert any("サブコピー" in item for item in findings(response))


def test_the_panel_answers_while_someone_types(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is started: Ghostscript alone takes longer than all else."""
    monkeypatch.setattr("subprocess.run", lambda *_args, **_options: pytest.fail("a program was started"))
    assert show("poster").status_code == 200


def test_members_see_no_preview(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(preview_url(campaign), {"mode": "poster"}).status_code == 302
