"""The photograph in the editor: chosen, refused with a sentence, and seen before anything is published."""

import base64
import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Page

from campaigns.models import CampaignPage, Edition, Unpublishable
from campaigns.pictures.models import Picture
from home.models import HomePage
from tests.campaigns.editor import edit_url, form_data, preview_url
from tests.factories import CampaignPageFactory, PictureFactory, picture
from tests.print_templates.photographs import give_windows

GREEN = (0, 170, 102)


@pytest.fixture
def broken(db: None) -> Picture:
    """A picture whose file was damaged after it had been uploaded."""
    image = PictureFactory()
    path = image.file.path
    with open(path, "r+b") as file:
        file.truncate(3000)
    return image


def send(client: Client, campaign: CampaignPage, image: Picture, button: str) -> HttpResponse:
    return client.post(edit_url(campaign), form_data(campaign, key_picture=image.pk, **{button: "1"}))


def test_it_works(
    campaign: CampaignPage, staff_client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert send(staff_client, campaign, PictureFactory(), "action-publish").status_code == 302
    edition = CampaignPage.objects.get(pk=campaign.pk).edition
    assert edition is not None
    assert edition.number == 2
    assert edition.content.picture is not None


def test_what_it_shows_must_be_said_before_it_is_published(home: HomePage) -> None:
    campaign = CampaignPageFactory(parent=home, key_picture=PictureFactory(description=" "))
    campaign.save_revision()
    with pytest.raises(Unpublishable, match="何が写っているか"):
        campaign.get_latest_revision().publish()


def test_the_editor_offers_a_picture_and_says_what_for(campaign: CampaignPage, staff_client: Client) -> None:
    html = staff_client.get(edit_url(campaign)).content.decode()
    assert "id_key_picture-chooser" in html
    assert "丸い窓" in html


@pytest.mark.parametrize("button", ["action-publish", "action-save"])
def test_a_picture_that_cannot_be_read_is_refused_where_it_is_chosen(
    button: str, campaign: CampaignPage, staff_client: Client, broken: Picture
) -> None:
    response = send(staff_client, campaign, broken, button)
    assert response.status_code == 200
    [message] = response.context["form"].errors["key_picture"]
    assert "読み取れません" in message
    assert Edition.objects.count() == 1


def test_whatever_else_publishes_is_refused_too(home: HomePage, broken: Picture) -> None:
    campaign = CampaignPageFactory(parent=home, key_picture=broken)
    with pytest.raises(Unpublishable, match="読み取れません"):
        campaign.save_revision().publish()
    assert not CampaignPage.objects.get(pk=campaign.pk).live


def test_a_schedule_leaves_such_a_campaign_and_goes_on(home: HomePage, broken: Picture) -> None:
    campaign = CampaignPageFactory(parent=home, key_picture=broken)
    revision = campaign.save_revision(approved_go_live_at=timezone.now())
    Page.objects.filter(pk=campaign.pk).update(latest_revision=revision)
    call_command("publish_scheduled")
    assert not CampaignPage.objects.get(pk=campaign.pk).live


def shown(client: Client, campaign: CampaignPage, mode: str, image: Picture) -> HttpResponse:
    client.post(preview_url(campaign), form_data(campaign, key_picture=image.pk))
    return client.get(preview_url(campaign), {"mode": mode, "in_preview_panel": "true"})


def test_the_proof_shows_the_unsaved_picture_and_how_far_it_is_sharp(
    campaign: CampaignPage, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_windows(monkeypatch)
    response = shown(staff_client, campaign, "poster", PictureFactory())
    html = response.content.decode()
    assert "写真は、A4まで鮮明に印刷できます。 A3、B3、A2、B2では、少しぼやけます。 A1では、" in html
    url = re.search(r'src="data:image/png;base64,([^"]+)"', html)
    assert url is not None
    page = Image.open(BytesIO(base64.b64decode(url[1]))).convert("RGB")
    colours = page.getcolors(page.width * page.height) or []
    green = sum(
        n for n, colour in colours if all(abs(a - b) < 45 for a, b in zip(colour, GREEN, strict=True))
    )  # type: ignore[call-overload]
    assert green > 0.03 * page.width * page.height
    assert Edition.objects.count() == 1


def test_a_proof_without_a_picture_says_nothing_of_one(campaign: CampaignPage, staff_client: Client) -> None:
    staff_client.post(preview_url(campaign), form_data(campaign))
    html = staff_client.get(preview_url(campaign), {"mode": "poster", "in_preview_panel": "true"})
    assert 'class="sharpness"' not in html.content.decode()


def test_a_picture_that_breaks_after_it_was_chosen_is_a_sentence_in_the_panel(
    campaign: CampaignPage, broken: Picture, rf: RequestFactory
) -> None:
    campaign.key_picture = broken
    response = campaign.serve_preview(rf.get("/"), "poster")
    assert response.status_code == 200
    assert "読み取れません" in response.content.decode()


def upload(client: Client, file: bytes) -> HttpResponse:
    given = SimpleUploadedFile("bridge.jpg", file, "image/jpeg")
    return client.post(reverse("wagtailimages:add"), {"title": "橋", "file": given})


def test_the_library_takes_a_photograph_and_refuses_half_of_one(staff_client: Client, db: None) -> None:
    whole = picture("JPEG", (1600, 1200), quality=95)
    assert upload(staff_client, whole).status_code == 302
    assert Picture.objects.count() == 1
    refused = upload(staff_client, whole[: len(whole) // 2])
    assert "読み取れません" in refused.content.decode()
    assert Picture.objects.count() == 1
