"""What people get wrong gets a clear message, and nothing is lost."""

import io
import subprocess
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.kits.kit import Kit
from campaigns.members.models import Organisation
from campaigns.members.text import normal, validate_name
from campaigns.models import CampaignPage
from tests.journeys import network


def form_data(organisation: Organisation, **changes: object) -> dict[str, object]:
    fields = ("name", "reading", "print_name", "slug", "kind", "phone", "website")
    data = {field: getattr(organisation, field) for field in fields}
    return {**data, "area": organisation.area.pk, "is_approved": "on", **changes}


def edit(client: Client, organisation: Organisation, **changes: object):
    url = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[organisation.pk])
    return client.post(url, form_data(organisation, **changes))


def test_it_works(organisation: Organisation, staff_client: Client) -> None:
    upload = SimpleUploadedFile("logo.jpg", network.picture("JPEG"), "image/jpeg")
    assert edit(staff_client, organisation, name="  新しい　 会 ", logo=upload).status_code == 302
    organisation.refresh_from_db()
    assert organisation.name == "新しい 会"
    assert Image.open(io.BytesIO(organisation.logo_png)).format == "PNG"


@pytest.mark.parametrize("name", ["あ" * 200, "見本\u202eの会", "見本\u200bの会", "見本\x07の会"])
def test_a_name_that_cannot_be_printed_is_refused(
    name: str, organisation: Organisation, staff_client: Client
) -> None:
    response = edit(staff_client, organisation, name=name, phone="045-000-0199")
    assert response.status_code == 200
    assert "name" in response.context["form"].errors
    assert "045-000-0199" in response.content.decode()
    organisation.refresh_from_db()
    assert organisation.name == "髙﨑商店"


def test_html_and_css_in_a_name_are_printed_as_they_are(campaign: CampaignPage, tmp_path: Path) -> None:
    name = "<b>会</b>&}*{display:none}"
    organisation = network.OrganisationFactory(name=name)
    validate_name(name)
    path = tmp_path / "poster.pdf"
    path.write_bytes(Kit(campaign.edition, organisation).file("poster-a4-office.pdf").pdf())
    text = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert name in text.replace("\n", "")
    assert "0120-000-000" in text


def test_html_in_a_name_is_text_on_the_page(campaign: CampaignPage, staff_client: Client) -> None:
    network.OrganisationFactory(name="<script>x</script>", slug="markup")
    page = staff_client.get("/kit/markup/").content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_characters_no_font_has_are_named(campaign: CampaignPage, staff_client: Client) -> None:
    network.OrganisationFactory(name="会\U00013000", slug="hieroglyph")
    assert "\U00013000" in staff_client.get("/kit/hieroglyph/").context["problem"]


def uploads() -> dict[str, bytes]:
    png = network.picture()
    still, moved = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    moving = io.BytesIO()
    still.save(moving, "WEBP", save_all=True, append_images=[moved])
    return {
        "text": b"this is not a picture",
        "truncated": network.picture("JPEG", (900, 900))[:900],
        "truncated png": png[: len(png) // 2],
        "gif": network.picture("GIF"),
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "moving": moving.getvalue(),
        "huge": network.picture("PNG", (6000, 5000)),
        "heavy": png + b"\0" * (5 * 1024 * 1024),
    }


@pytest.mark.parametrize("kind", uploads())
def test_a_logo_that_cannot_be_printed_is_refused(
    kind: str, organisation: Organisation, staff_client: Client
) -> None:
    organisation.set_logo(network.picture())
    organisation.save()
    before = organisation.logo_png
    upload = SimpleUploadedFile("logo.png", uploads()[kind], "image/png")
    response = edit(staff_client, organisation, logo=upload)
    assert response.status_code == 200
    [message] = response.context["form"].errors["logo"]
    assert message.endswith("。")
    organisation = Organisation.objects.get(pk=organisation.pk)
    assert organisation.logo_png == before


def test_a_logo_is_stored_without_what_the_camera_wrote(organisation: Organisation) -> None:
    out = io.BytesIO()
    photo = Image.new("RGB", (60, 40), "#a40")
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "canary 35.44"
    photo.save(out, "JPEG", exif=exif)
    organisation.set_logo(out.getvalue())
    stored = Image.open(io.BytesIO(organisation.logo_png))
    assert stored.size == (40, 60)
    assert b"canary" not in organisation.logo_png


def test_names_have_one_normal_form() -> None:
    assert normal(" か\u3099っこう　 ") == "がっこう"
    with pytest.raises(ValidationError):
        validate_name("a\u2066b")
