"""An organisation as staff edit it: what is refused gets a message, and nothing is lost."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image, PngImagePlugin
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from campaigns.members.models import Organisation
from tests.factories import OrganisationFactory, UserFactory, picture

FIELDS = ("name", "reading", "print_name", "slug", "kind", "phone", "hours", "address", "website")
NO_PEOPLE = nested_form_data({"memberships": inline_formset([])})
Send = Callable[..., HttpResponse]


def url(name: str, *keys: int) -> str:
    return reverse(Organisation.snippet_viewset.get_url_name(name), args=keys)


@pytest.fixture
def send(organisation: Organisation, staff_client: Client) -> Send:
    """Send the form of the organisation with changes."""
    organisation.set_logo(picture(size=(200, 100)))
    organisation.save()

    def sent(**changes: Any) -> HttpResponse:
        saved = {field: getattr(organisation, field) for field in FIELDS}
        ticks = {"is_approved": "on", "is_listed": "on"}
        data = {**saved, "area": organisation.area.pk, **ticks, **NO_PEOPLE, **changes}
        return staff_client.post(url("edit", organisation.pk), data)

    return sent


def again(organisation: Organisation) -> Organisation:
    return Organisation.objects.get(pk=organisation.pk)


def upload(data: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "image/png")


def test_it_works(organisation: Organisation, send: Send) -> None:
    assert (
        send(name=" 新しい　か\u3099っこう ", print_name="がっこう", phone="045-000-0199").status_code == 302
    )
    saved = again(organisation)
    assert (saved.name, saved.printed_name, saved.phone) == ("新しい がっこう", "がっこう", "045-000-0199")
    assert saved.logo_png == organisation.logo_png


def test_staff_say_when_and_where_people_come(organisation: Organisation, send: Send) -> None:
    assert send(hours=" 平日　9-17 ", address="見本町1-2", is_listed="").status_code == 302
    saved = again(organisation)
    assert (saved.hours, saved.address, saved.is_listed) == ("平日 9-17", "見本町1-2", False)


def test_staff_make_a_new_one(staff_client: Client, organisation: Organisation) -> None:
    data = {
        "name": "新しい会",
        "slug": "new",
        "kind": "npo",
        "area": organisation.area.pk,
        "is_approved": "on",
        **NO_PEOPLE,
    }
    assert staff_client.post(url("add"), data).status_code == 302
    assert Organisation.objects.get(slug="new").name == "新しい会"


def assert_refused(response: HttpResponse, field: str, organisation: Organisation) -> None:
    """The form names the field in Japanese, and what was saved is as it was."""
    form = response.context["form"]
    assert response.status_code == 200
    assert list(form.errors) == [field]
    assert all(ord(message[0]) > 0x2FF or "。" in message for message in form.errors[field])
    saved = again(organisation)
    assert (saved.name, saved.logo_png) == (organisation.name, organisation.logo_png)


@pytest.mark.parametrize(
    "name", ["あ" * 200, "あ" * 61, "見本\u202eの会", "見本\u200bの会", "見本\x07の会", "", "　"],
    ids=["200 letters", "61 letters", "right to left", "zero width", "control", "empty", "blank"],
)  # fmt: skip
def test_a_name_that_cannot_be_printed_is_refused(name: str, organisation: Organisation, send: Send) -> None:
    response = send(name=name, phone="045-000-0199")
    assert_refused(response, "name", organisation)
    assert response.context["form"]["name"].value() == name
    assert response.context["form"]["phone"].value() == "045-000-0199"


@pytest.mark.parametrize("field", ["reading", "print_name", "phone", "hours", "address"])
def test_invisible_letters_are_refused_wherever_they_would_print(
    field: str, organisation: Organisation, send: Send
) -> None:
    assert_refused(send(**{field: "12\u202e34"}), field, organisation)


def test_sixty_letters_are_a_name(organisation: Organisation, send: Send) -> None:
    assert send(name="あ" * 60).status_code == 302
    assert again(organisation).name == "あ" * 60


def test_an_address_that_is_taken_is_refused(organisation: Organisation, send: Send) -> None:
    OrganisationFactory(slug="taken")
    assert_refused(send(slug="taken"), "slug", organisation)


def test_the_address_of_the_networks_own_kit_is_refused(organisation: Organisation, send: Send) -> None:
    assert_refused(send(slug="network"), "slug", organisation)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_stored_as_png(kind: str, organisation: Organisation, send: Send) -> None:
    assert send(logo=upload(picture(kind))).status_code == 302
    stored = Image.open(BytesIO(again(organisation).logo_png))
    assert (stored.format, stored.size) == ("PNG", (300, 120))


def test_a_logo_is_stored_without_what_the_camera_wrote(organisation: Organisation, send: Send) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "canary-35.44-139.64"
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "canary")
    for photo in (picture("JPEG", (60, 40), exif=exif), picture("PNG", (40, 60), pnginfo=note)):
        assert b"canary" in photo
        assert send(logo=upload(photo)).status_code == 302
        png = again(organisation).logo_png
        assert b"canary" not in png
        assert Image.open(BytesIO(png)).size == (40, 60)
        assert not Image.open(BytesIO(png)).getexif()


def moving(kind: str) -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (20, 20), shade) for shade in ("#fff", "#000")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


BAD_LOGOS: dict[str, Callable[[], bytes]] = {
    "text": lambda: b"this is not a picture",
    "a byte": lambda: b"\x89",
    "truncated PNG": lambda: picture(size=(500, 500))[:-300],
    "truncated JPEG": lambda: picture("JPEG", (900, 900))[:900],
    "GIF": lambda: picture("GIF"),
    "BMP": lambda: picture("BMP"),
    "SVG": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
    "PDF": lambda: picture("PDF"),
    "moving WebP": lambda: moving("WEBP"),
    "moving PNG": lambda: moving("PNG"),
    "over 25 megapixels": lambda: picture(size=(5001, 5000)),
    "a bomb": lambda: picture(size=(14000, 14000)),
    "over 5 MB": lambda: picture() + bytes(5 * 1024 * 1024),
}


@pytest.mark.parametrize("kind", BAD_LOGOS)
def test_a_logo_that_cannot_be_printed_is_refused(kind: str, organisation: Organisation, send: Send) -> None:
    response = send(logo=upload(BAD_LOGOS[kind]()), print_name="いま書いた名")
    assert_refused(response, "logo", organisation)
    assert response.context["form"]["print_name"].value() == "いま書いた名"


def test_an_empty_file_is_refused(organisation: Organisation, send: Send) -> None:
    assert_refused(send(logo=upload(b"")), "logo", organisation)


def test_25_megapixels_are_taken(organisation: Organisation, send: Send) -> None:
    assert send(logo=upload(picture(size=(5000, 5000)))).status_code == 302


@pytest.mark.parametrize("name", ["../../etc/passwd", "x.html", "名\u202egnp.exe"])
def test_the_name_of_the_file_is_ours(name: str, organisation: Organisation, send: Send) -> None:
    assert send(logo=upload(picture(), name)).status_code == 302
    stored = again(organisation).logo.name
    assert stored.startswith("logos/")
    assert stored.endswith(".png")
    assert "passwd" not in stored


def test_a_logo_has_no_public_address(
    organisation: Organisation, send: Send, client: Client, settings: Any
) -> None:
    send(logo=upload(picture()))
    logo = again(organisation).logo
    assert not Path(logo.path).is_relative_to(settings.MEDIA_ROOT)
    assert client.get(f"/media/{logo.name}").status_code == 404


def test_staff_say_who_may_take_the_kit(organisation: Organisation, send: Send) -> None:
    person = UserFactory()
    people = inline_formset([{"user": person.pk, "role": "member"}])
    assert send(**nested_form_data({"memberships": people})).status_code == 302
    assert list(organisation.people.all()) == [person]


def test_nobody_belongs_to_an_organisation_twice(organisation: Organisation, send: Send) -> None:
    person = UserFactory()
    twice = inline_formset([{"user": person.pk, "role": role} for role in ("member", "administrator")])
    assert send(**nested_form_data({"memberships": twice})).status_code == 200
    assert not organisation.people.exists()


def test_members_do_not_edit_organisations(organisation: Organisation, member_client: Client) -> None:
    response = member_client.post(url("edit", organisation.pk), {"name": "乗っ取り"})
    assert response.status_code == 302
    assert again(organisation).name == "髙﨑商店"
