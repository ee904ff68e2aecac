"""The logo of the profile: seen before it is saved, never lost by another field's error, removed after asking."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.members.models import ConvertedLogo, Organisation
from campaigns.members.profile import waiting
from tests import factories
from tests.factories import picture
from tests.members.test_organisation_form import BAD_LOGOS
from tests.members.test_profile import again, send


@pytest.fixture
def organisation(db: None) -> Organisation:
    made = factories.OrganisationFactory(name="髙﨑商店", slug="takasaki")
    made.set_logo(picture(size=(640, 200)))
    made.save()
    return made


def upload(data: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/png")


def size_of(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size


def picture_of(client: Client, organisation: Organisation, ink: str, ticket: str = "", **headers: str) -> Any:
    address = reverse("members:logo_picture", args=[organisation.slug, ink])
    return client.get(address, {"waiting": ticket} if ticket else {}, headers=headers)


def test_it_works(organisation: Organisation, administrator_client: Client) -> None:
    assert (
        send(administrator_client, organisation, logo=upload(picture("JPEG", (400, 100)))).status_code == 302
    )
    assert size_of(again(organisation).logo_png) == (400, 100)
    assert ConvertedLogo.objects.get().width == 400


def test_it_stays_when_only_words_change(organisation: Organisation, administrator_client: Client) -> None:
    before = organisation.logo.name
    send(administrator_client, organisation, name="新しい名前")
    assert again(organisation).logo.name == before


def looked(client: Client, organisation: Organisation, **changes: Any) -> HttpResponse:
    return send(client, organisation, look="1", **changes)


def test_one_sees_it_before_it_is_saved(organisation: Organisation, administrator_client: Client) -> None:
    response = looked(
        administrator_client, organisation, logo=upload(picture(size=(900, 300))), name="新しい名前"
    )
    ticket = response.context["form"]["ticket"].value()
    for ink in ("colour", "black"):
        shown = picture_of(administrator_client, organisation, ink, ticket)
        assert size_of(shown.content) == (900, 300)
        assert f"{ink}.png?waiting={ticket}".replace(":", "%3A") in response.content.decode()
    assert "まだ保存していません" in response.content.decode()
    saved = again(organisation)
    assert (size_of(saved.logo_png), saved.name) == ((640, 200), "髙﨑商店")
    assert send(administrator_client, organisation, ticket=ticket).status_code == 302
    assert size_of(again(organisation).logo_png) == (900, 300)


def test_another_fields_error_does_not_lose_it(
    organisation: Organisation, administrator_client: Client
) -> None:
    first = send(administrator_client, organisation, logo=upload(picture(size=(900, 300))), name="")
    ticket = first.context["form"]["ticket"].value()
    second = send(administrator_client, organisation, ticket=ticket, name="")
    assert second.context["form"]["ticket"].value() == ticket, "the same file waits on"
    assert send(administrator_client, organisation, ticket=ticket).status_code == 302
    assert size_of(again(organisation).logo_png) == (900, 300)


def test_a_refused_file_does_not_lose_the_one_before(
    organisation: Organisation, administrator_client: Client
) -> None:
    ticket = (
        looked(administrator_client, organisation, logo=upload(picture(size=(900, 300))))
        .context["form"]["ticket"]
        .value()
    )
    response = send(administrator_client, organisation, ticket=ticket, logo=upload(b"no picture"))
    assert list(response.context["form"].errors) == ["logo"]
    assert response.context["form"]["ticket"].value() == ticket


def test_a_newer_file_takes_the_place_of_the_one_that_waits(
    organisation: Organisation, administrator_client: Client
) -> None:
    ticket = waiting.keep(organisation, picture(size=(900, 300)))
    send(administrator_client, organisation, ticket=ticket, logo=upload(picture(size=(500, 500))))
    assert size_of(again(organisation).logo_png) == (500, 500)


def test_one_can_leave_the_logo_as_it_was(organisation: Organisation, administrator_client: Client) -> None:
    ticket = waiting.keep(organisation, picture(size=(900, 300)))
    response = send(administrator_client, organisation, ticket=ticket, leave="1", name="いま書いた名")
    assert not response.context["form"]["ticket"].value()
    assert response.context["form"]["name"].value() == "いま書いた名"
    assert again(organisation).name == "髙﨑商店"


def test_to_look_one_needs_a_picture(organisation: Organisation, administrator_client: Client) -> None:
    response = looked(administrator_client, organisation)
    assert list(response.context["form"].errors) == ["logo"]


@pytest.mark.parametrize("kind", BAD_LOGOS)
def test_a_hostile_file_gets_a_sentence(
    kind: str, organisation: Organisation, administrator_client: Client
) -> None:
    response = send(administrator_client, organisation, logo=upload(BAD_LOGOS[kind]()), print_name="書いた名")
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["logo"]
    assert response.context["form"]["print_name"].value() == "書いた名"
    assert size_of(again(organisation).logo_png) == (640, 200)


def test_nothing_of_where_it_was_taken_is_kept(
    organisation: Organisation, administrator_client: Client
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "canary-35.44-139.64"
    exif.get_ifd(0x8825)[1] = "N"
    response = looked(administrator_client, organisation, logo=upload(picture("JPEG", (60, 40), exif=exif)))
    ticket = response.context["form"]["ticket"].value()
    png = waiting.kept(organisation, ticket)
    assert png is not None
    shown = picture_of(administrator_client, organisation, "colour", ticket).content
    for made in (png, shown):
        assert b"canary" not in made
        assert not Image.open(io.BytesIO(made)).getexif()


def test_what_is_too_small_for_a2_is_said_plainly(
    organisation: Organisation, administrator_client: Client
) -> None:
    said = {
        width: looked(administrator_client, organisation, logo=upload(picture(size=(width, width // 6))))
        .context["paper"]
        for width in (300, 500, 1200)
    }  # fmt: skip
    assert "小さすぎます（300 × 50画素）" in said[300].warnings[0]
    assert "幅330画素以上" in said[300].warnings[0]
    assert (said[500].warnings, len(said[500].notes)) == ((), 1)
    assert (said[1200].warnings, said[1200].notes) == ((), ())


def test_a_logo_for_dark_ground_is_said_to_vanish(
    organisation: Organisation, administrator_client: Client
) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (900, 300), (255, 255, 255, 255)).save(out, "PNG")
    response = looked(administrator_client, organisation, logo=upload(out.getvalue()))
    assert "白い紙ではほとんど見えません" in response.content.decode()


def test_its_picture_is_not_sent_twice(organisation: Organisation, administrator_client: Client) -> None:
    first = picture_of(administrator_client, organisation, "black")
    assert "private" in first["Cache-Control"]
    second = picture_of(administrator_client, organisation, "black", **{"If-None-Match": first["ETag"]})
    assert (second.status_code, second.content) == (304, b"")
    assert picture_of(administrator_client, organisation, "colour")["ETag"] != first["ETag"]


@pytest.mark.parametrize("ink", ["cyan", "../black"])
def test_there_is_no_other_picture(
    ink: str, organisation: Organisation, administrator_client: Client
) -> None:
    address = reverse("members:logo_picture", args=[organisation.slug, "black"]).replace("black", ink)
    assert administrator_client.get(address).status_code == 404


def test_it_is_removed_after_asking(organisation: Organisation, administrator_client: Client) -> None:
    address = reverse("members:remove_logo", args=[organisation.slug])
    assert "ロゴを外す" in administrator_client.get(address).content.decode()
    assert again(organisation).logo
    assert administrator_client.post(address).status_code == 302
    assert not again(organisation).logo
    assert not ConvertedLogo.objects.exists()
    assert picture_of(administrator_client, organisation, "black").status_code == 404
    assert administrator_client.get(address).status_code == 302


def test_members_remove_nothing(organisation: Organisation, member_client: Client) -> None:
    assert member_client.post(reverse("members:remove_logo", args=[organisation.slug])).status_code == 403
    assert again(organisation).logo
