"""A name, a message and the contact of one's own: in every address, on every file, and never lost."""

import hashlib
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from django.test import Client
from PIL import Image, ImageChops

from campaigns.kits import verdicts
from campaigns.kits.views.pictures import DIGEST
from campaigns.kits.wording import MOST_OF_MESSAGE, WordingForm
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from print_templates import raster
from tests.kits.answers import sent
from tests.kits.paper import text_of

PAGE, POSTER, ZIP = "/kit/takasaki/", "/kit/takasaki/poster-a4-office.pdf", "/kit/takasaki/kit.zip"
MESSAGE = "火曜の午後はお茶があります"
#: Parameter sets whose pictures are compared with their downloads.
SETS: list[dict[str, str]] = [
    {},
    {"name": "たかさき喫茶"},
    {"message": MESSAGE},
    {"contact": "no"},
    {"name": "高崎", "message": MESSAGE, "contact": "no"},
]

pytestmark = pytest.mark.usefixtures("clean_caches")


def asked(address: str, said: dict[str, str]) -> str:
    return f"{address}?{urlencode(said)}" if said else address


def picture_of(address: str, page: int = 1, width: int = 480) -> str:
    return address.replace(".pdf", f"-{page}-{width}.png")


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    said = {"name": "たかさき喫茶", "message": MESSAGE, "contact": "no"}
    text = text_of(sent(member_client.get(asked(POSTER, said))))
    assert "たかさき喫茶" in text
    assert MESSAGE in text
    assert "045-000-0100" not in text
    assert "髙﨑商店" not in text


@pytest.mark.parametrize("said", SETS)
@pytest.mark.parametrize(
    ("file", "page"),
    [(POSTER, 1), ("/kit/takasaki/fan-a4-office.pdf", 2), ("/kit/takasaki/flyer-a5-nup.pdf", 1)],
)
def test_the_picture_is_rastered_from_the_very_bytes_of_the_download(
    file: str, page: int, said: dict[str, str], campaign: CampaignPage, member_client: Client
) -> None:
    shown = member_client.get(asked(picture_of(file, page), said))
    pdf = sent(member_client.get(asked(file, said)))
    assert shown[DIGEST] == hashlib.sha256(pdf).hexdigest()
    ours = Image.open(BytesIO(shown.content)).convert("RGB")
    theirs = raster.picture(pdf, 480, page=page - 1)
    assert ImageChops.difference(ours, theirs).getbbox() is None


def test_a_picture_that_was_kept_says_the_same_digest(campaign: CampaignPage, member_client: Client) -> None:
    first, second = (member_client.get(picture_of(POSTER)) for _ in range(2))
    assert first[DIGEST] == second[DIGEST]


def test_other_words_are_another_etag_and_the_same_words_the_same(
    campaign: CampaignPage, member_client: Client
) -> None:
    etags = [member_client.get(asked(POSTER, said))["ETag"] for said in SETS]
    assert len(set(etags)) == len(SETS)
    assert member_client.get(asked(POSTER, {"name": "髙﨑商店"}))["ETag"] == etags[0]
    answer = member_client.get(asked(POSTER, SETS[1]), headers={"If-None-Match": etags[1]})
    assert answer.status_code == 304


def test_the_whole_kit_says_it_on_every_print(campaign: CampaignPage, member_client: Client) -> None:
    archive = ZipFile(BytesIO(sent(member_client.get(asked(ZIP, {"message": MESSAGE})))))
    for name in archive.namelist():
        if name.endswith(".pdf") and "ticket" not in name:
            assert MESSAGE in text_of(archive.read(name)), name


def test_every_link_and_picture_of_the_page_keeps_the_words(
    campaign: CampaignPage, member_client: Client
) -> None:
    said = {"name": "たかさき喫茶", "message": MESSAGE, "contact": "no"}
    html = member_client.get(asked(PAGE, said)).content.decode()
    query = urlencode(said).replace("&", "&amp;")
    for address in ("poster-a3-office.pdf", "poster-a3-office-1-480.png", "kit.zip", "press.zip"):
        assert f"/kit/takasaki/{address}?{query}" in html, address
    everything = member_client.get(asked(PAGE, {"need": "all", **said})).content.decode()
    assert f"/kit/takasaki/fan-a4-office.pdf?{query}" in everything


def test_what_was_typed_stands_in_the_form_again(campaign: CampaignPage, member_client: Client) -> None:
    form = member_client.get(asked(PAGE, {"name": "高崎", "message": MESSAGE})).context["form"]
    assert (form["name"].value(), form["message"].value()) == ("高崎", MESSAGE)


@pytest.mark.parametrize(
    "said",
    [
        {"message": "あ" * (MOST_OF_MESSAGE + 1)},
        {"name": "会" * 61},
        {"message": "お茶\u202e"},
        {"name": "会\u200b"},
        {"message": "お茶\x00"},
    ],
    ids=["long message", "long name", "turned around", "nothing wide", "null"],
)
def test_words_that_cannot_be_printed_are_told_and_kept(
    said: dict[str, str], campaign: CampaignPage, member_client: Client
) -> None:
    page = member_client.get(asked(PAGE, said))
    assert page.status_code == 200
    (key,) = said
    assert page.context["form"].errors[key]
    assert page.context["form"][key].value() == said[key]
    assert page.context["kit"].words.name == "髙﨑商店"
    assert page.context["kit"].words.message == ""
    shown = member_client.get(asked(picture_of(POSTER), said))
    assert (shown.status_code, shown["Content-Type"]) == (422, "text/plain; charset=utf-8")
    file = member_client.get(asked(POSTER, said))
    assert (file.status_code, file["Location"]) == (302, asked(PAGE, said))


def test_white_space_and_forms_of_letters_are_made_normal(organisation: Organisation) -> None:
    form = WordingForm({"name": " 高崎\n  喫茶 ", "message": "か\u3099くたい"}, organisation)
    assert form.wording.parameters == {"name": "高崎 喫茶", "message": "がくたい"}


def test_an_empty_name_is_the_usual_one(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(asked(PAGE, {"name": ""})).context["kit"].words.name == "髙﨑商店"


def test_a_letter_that_no_font_has_is_told_instead_of_a_picture(
    campaign: CampaignPage, member_client: Client
) -> None:
    said = {"message": "会\U00013000"}
    answer = member_client.get(asked(picture_of(POSTER), said))
    assert answer.status_code == 422
    assert "\U00013000" in answer.content.decode()
    assert "\U00013000" in member_client.get(asked(PAGE, said)).context["problems"][0]


def test_a_message_without_room_is_told_with_the_print(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("print_templates.imprint.LOGO_SHARES", (1.0,))
    from tests.factories import picture

    organisation.set_logo(picture(size=(1200, 300)))
    organisation.save()
    said = {"message": "団" * MOST_OF_MESSAGE}
    assert "チラシ" in member_client.get(asked(PAGE, said)).context["problems"][0]
    answer = member_client.get(asked(ZIP, said))
    assert (answer.status_code, answer["Location"]) == (303, asked(PAGE, said))


def test_without_a_telephone_nothing_is_asked_about_it(organisation: Organisation) -> None:
    organisation.phone = ""
    assert "contact" not in WordingForm({}, organisation).fields


def test_the_networks_own_kit_has_no_words_of_its_own(campaign: CampaignPage, staff_client: Client) -> None:
    page = staff_client.get(asked("/kit/network/", {"name": "だれか", "message": MESSAGE}))
    assert page.context["form"] is None
    assert (page.context["kit"].words.name, page.context["kit"].words.message) == ("", "")


def test_a_worker_verifies_the_very_words(
    campaign: CampaignPage, member_client: Client, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    with django_capture_on_commit_callbacks(execute=True):
        kit = member_client.get(asked(PAGE, {"message": MESSAGE})).context["kit"]
    assert verdicts.missing(kit.files, verdicts.known(kit.files)) == []
