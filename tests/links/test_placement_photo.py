"""Photographs: three formats, cleaned, private; everything else is refused with a sentence and never a 500."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from campaigns.links.models import Placement
from campaigns.links.placements.photos import LONGER_SIDE, MOST_BYTES
from campaigns.members.models import Organisation
from campaigns.models import Edition
from tests.factories import picture
from tests.kits.answers import sent
from tests.links.factories import displayed, placement_of, taken_down


@pytest.fixture
def placement(edition: Edition, organisation: Organisation) -> Placement:
    return placement_of(organisation)


def hand_in(client: Client, placement: Placement, body: bytes, name: str = "photo.jpg", **more: Any) -> Any:
    upload = SimpleUploadedFile(name, body, "image/jpeg")
    data = {"day": "2026-01-10", "photo": upload, **more}
    return client.post(f"/my/takasaki/placements/{placement.pk}/displayed/", data)


def photo(client: Client, placement: Placement) -> Any:
    return client.get(f"/my/takasaki/placements/{placement.pk}/photo.jpg")


def stored(placement: Placement) -> list[str]:
    """What of photographs is in the storage."""
    storage = placement.photo.storage
    return storage.listdir("placements")[1] if storage.exists("placements") else []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_it_works(kind: str, placement: Placement, member_client: Client) -> None:
    assert hand_in(member_client, placement, picture(kind, (640, 480))).status_code == 302
    answer = photo(member_client, placement)
    assert answer["Content-Type"] == "image/jpeg"
    assert "private" in answer["Cache-Control"]
    shown = Image.open(io.BytesIO(sent(answer)))
    assert (shown.format, shown.size) == ("JPEG", (640, 480))
    page = member_client.get("/my/takasaki/placements/").content.decode()
    assert f'src="/my/takasaki/placements/{placement.pk}/photo.jpg"' in page


def test_it_is_turned_upright_made_small_and_says_nothing_of_itself(
    placement: Placement, member_client: Client
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    exif[0x010E] = "CANARY-DESCRIPTION"
    exif.get_ifd(0x8825)[1] = "N"
    body = picture("JPEG", (3000, 2000), exif=exif, comment=b"CANARY-COMMENT")
    assert b"CANARY" in body
    hand_in(member_client, placement, body, name="CANARY.jpg")
    kept = sent(photo(member_client, placement))
    assert b"CANARY" not in kept
    assert b"Exif" not in kept
    assert Image.open(io.BytesIO(kept)).size == (round(LONGER_SIDE * 2 / 3), LONGER_SIDE)
    assert "CANARY" not in Placement.objects.get().photo.name


def test_a_phones_picture_with_a_second_one_inside_is_taken(
    placement: Placement, member_client: Client
) -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (400, 300), "red"), Image.new("RGB", (100, 75), "blue")
    first.save(out, "MPO", save_all=True, append_images=[second])
    hand_in(member_client, placement, out.getvalue())
    assert Image.open(io.BytesIO(sent(photo(member_client, placement)))).size == (400, 300)


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200)
GIF, TIFF = picture("GIF"), picture("TIFF")
MOVING = io.BytesIO()
Image.new("RGB", (9, 9)).save(MOVING, "WEBP", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
HUGE = picture("PNG", (6000, 5000))
BOMB = io.BytesIO()
Image.new("1", (20000, 20000)).save(BOMB, "PNG")
LYING = bytearray(picture("PNG"))
LYING[16:24] = b"\x7f\xff\xff\xff\x7f\xff\xff\xff"

HOSTILE = {
    "heic": (HEIC, "HEIC"),
    "gif": (GIF, "PNG、JPEG、WebP"),
    "tiff": (TIFF, "PNG、JPEG、WebP"),
    "moving": (MOVING.getvalue(), "動く画像"),
    "huge": (HUGE, "2,500万画素"),
    "bomb": (BOMB.getvalue(), "2,500万画素"),
    "lying": (bytes(LYING), ""),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", ""),
    "text": ("ただの文".encode(), ""),
    "empty": (b"", ""),
    "half a jpeg": (picture("JPEG", (900, 900))[:2000], "壊れて"),
    "half a png": (picture("PNG", (900, 900))[:300], "壊れて"),
    "half a webp": (picture("WEBP", (900, 900))[:90], ""),
    "a head alone": (b"\xff\xd8\xff\xe0", ""),
    "broken exif": (b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff" + bytes(50), ""),
    "too large": (picture("JPEG") + bytes(MOST_BYTES), "5MB"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_such_picture_is_refused_with_a_sentence(
    kind: str, placement: Placement, member_client: Client
) -> None:
    body, said = HOSTILE[kind]
    before = stored(placement)
    answer = hand_in(member_client, placement, body)
    assert answer.status_code == 200
    problem = str(answer.context["form"].errors["photo"])
    assert said in problem
    assert answer.context["form"]["day"].value() == "2026-01-10", "what was typed is kept"
    assert Placement.objects.get().status == "pledged"
    assert stored(placement) == before


@pytest.mark.parametrize("at", range(0, 600, 23))
def test_one_wrong_byte_never_breaks_the_site(at: int, placement: Placement, member_client: Client) -> None:
    for kind in ("PNG", "JPEG", "WEBP"):
        body = bytearray(picture(kind, (60, 40)))
        body[at % len(body)] ^= 0xFF
        assert hand_in(member_client, placement, bytes(body)).status_code in (200, 302)


def test_a_new_one_takes_the_place_of_the_old(
    placement: Placement, member_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    before = len(stored(placement))
    with django_capture_on_commit_callbacks(execute=True):
        hand_in(member_client, placement, picture(size=(300, 200)))
        hand_in(member_client, placement, picture(size=(200, 300)))
    assert Image.open(io.BytesIO(sent(photo(member_client, placement)))).size == (200, 300)
    assert len(stored(placement)) == before + 1


def test_without_a_new_one_the_present_one_stays(placement: Placement, member_client: Client) -> None:
    hand_in(member_client, placement, picture())
    member_client.post(f"/my/takasaki/placements/{placement.pk}/displayed/", {"day": "2026-01-09"})
    assert photo(member_client, placement).status_code == 200


@pytest.mark.parametrize("way", ["asked", "placement", "organisation"])
def test_it_goes_when_nothing_needs_it(
    way: str, placement: Placement, organisation: Organisation, member_client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    before = stored(placement)
    hand_in(member_client, placement, picture())
    assert len(stored(placement)) == len(before) + 1
    with django_capture_on_commit_callbacks(execute=True):
        if way == "asked":
            data = {"day": "2026-01-10", "without_photo": "on"}
            member_client.post(f"/my/takasaki/placements/{placement.pk}/displayed/", data)
        else:
            taken_down()
            (Placement.objects.get() if way == "placement" else organisation).delete()
    assert stored(placement) == before
    assert photo(member_client, placement).status_code == 404


def test_without_one_there_is_none(
    organisation: Organisation, edition: Edition, member_client: Client
) -> None:
    assert photo(member_client, displayed(organisation)).status_code == 404


def test_a_lost_file_is_not_there(placement: Placement, member_client: Client) -> None:
    hand_in(member_client, placement, picture())
    kept = Placement.objects.get()
    kept.photo.storage.delete(kept.photo.name)
    assert photo(member_client, placement).status_code == 404
