"""Print shops' presets: what staff may enter, and what the press makes of it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import ImageCms

from campaigns.kits import batches, icc
from campaigns.kits.models import PrintShop
from campaigns.models import CampaignPage
from print_templates.design import all_designs
from print_templates.shop import FOGRA39, GENERIC
from tests.kits.answers import sent

ADD = "/admin/snippets/kits/printshop/add/"
TYPED = {
    "name": "みなと印刷", "key": "minato", "bleed": "5", "ink_limit": "280", "identifier": "",
    "condition": "", "registry": "", "hole": "", "hole_rise": "", "note": "電話は午前中に",
}  # fmt: skip


@pytest.fixture
def preset(db: None) -> PrintShop:
    return PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5, marks=False, ink_limit=280)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def uploaded(data: bytes) -> dict[str, Any]:
    return {"profile": SimpleUploadedFile("shop.icc", data), "identifier": "JC200103"}


def test_it_works(staff_client: Client) -> None:
    answer = staff_client.post(ADD, TYPED)
    assert answer.status_code == 302
    shop = PrintShop.objects.get().as_shop()
    assert (shop.key, shop.name, shop.bleed, shop.marks, shop.ink_limit) == (
        "minato", "みなと印刷", 5.0, False, 280,
    )  # fmt: skip
    assert shop.profile is FOGRA39


def test_an_uploaded_profile_reaches_the_press(
    campaign: CampaignPage, staff_client: Client, member_client: Client
) -> None:
    """The shop's own profile is in the file's output intent, byte for byte."""
    data = FOGRA39.data
    assert staff_client.post(ADD, {**TYPED, **uploaded(data), "condition": "Japan Color"}).status_code == 302
    pdf = sent(member_client.get("/kit/takasaki/poster-a4-press-minato.pdf"))
    with pikepdf.open(BytesIO(pdf)) as opened:
        intent = opened.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "JC200103"
        assert str(intent.OutputCondition) == "Japan Color"
        assert intent.DestOutputProfile.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_a_profile"), (b"%PDF-1.7" * 100, "not_a_profile"), (srgb(), "not_cmyk"),
        (patched(FOGRA39.data, 12, b"link"), "not_output"), (FOGRA39.data[:-1], "damaged"),
        (patched(FOGRA39.data[:400], 0, (400).to_bytes(4, "big")), "damaged"),
        (FOGRA39.data + bytes(icc.MOST_BYTES), "too_large"),
    ],
    ids=["empty", "pdf", "srgb", "device link", "cut off", "header alone", "too large"],
)  # fmt: skip
def test_what_is_no_output_profile_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(icc.UnusableProfile) as refused:
        icc.checked(data)
    assert refused.value.reason == reason


def test_a_good_profile_is_kept_as_it_is() -> None:
    assert icc.checked(FOGRA39.data) == FOGRA39.data


def test_bad_input_keeps_everything_typed(staff_client: Client) -> None:
    answer = staff_client.post(ADD, {**TYPED, "bleed": "9", **uploaded(srgb())})
    assert answer.status_code == 200
    assert not PrintShop.objects.exists()
    html = answer.content.decode()
    for value in ("みなと印刷", "minato", "280", "JC200103", "電話は午前中に"):
        assert value in html
    assert "CMYKのプロファイルではありません" in html


def test_one_mistake_is_said_once(staff_client: Client) -> None:
    """A profile that was refused is not also lacking."""
    answer = staff_client.post(ADD, {**TYPED, **uploaded(srgb())})
    assert len(answer.context["form"].errors["profile"]) == 1


def test_the_form_links_to_no_private_file_and_lets_it_be_taken_away(staff_client: Client) -> None:
    staff_client.post(ADD, {**TYPED, **uploaded(FOGRA39.data)})
    preset = PrintShop.objects.get()
    edit = f"/admin/snippets/kits/printshop/edit/{preset.pk}/"
    html = staff_client.get(edit).content.decode()
    assert preset.profile.name not in html
    assert "プロファイルが登録されています" in html
    assert 'name="standard"' not in html
    assert staff_client.post(edit, {**TYPED, "profile-clear": "on"}).status_code == 302
    assert not PrintShop.objects.get().profile


def test_two_presets_of_one_name_are_refused(preset: PrintShop, staff_client: Client) -> None:
    answer = staff_client.post(ADD, {**TYPED, "key": "other"})
    assert answer.status_code == 200
    assert "name" in answer.context["form"].errors


def test_the_list_speaks_japanese(preset: PrintShop, staff_client: Client) -> None:
    html = staff_client.get("/admin/snippets/kits/printshop/").content.decode()
    assert "いいえ" in html
    assert "False" not in html.split("<main")[-1]


def test_a_stored_profile_is_private(staff_client: Client, settings: Any) -> None:
    staff_client.post(ADD, {**TYPED, **uploaded(FOGRA39.data)})
    path = Path(PrintShop.objects.get().profile.path)
    assert path.is_relative_to(settings.PRIVATE_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"bleed": 1}, "bleed"), ({"bleed": 7}, "bleed"), ({"ink_limit": 199}, "ink_limit"),
        ({"ink_limit": 351}, "ink_limit"), ({"key": "Minato"}, "key"), ({"key": "a3"}, "key"),
        ({"key": "../x"}, "key"), ({"identifier": "JC200103"}, "profile"), ({"hole": 5}, "hole"),
        ({"hole": 40, "hole_rise": 20}, "hole_rise"), ({"hole": 20, "hole_rise": 50}, "hole_rise"),
        ({"hole_rise": 12}, "hole_rise"), ({"name": "a\u202eb"}, "name"),
    ],
)  # fmt: skip
def test_what_no_shop_can_want_is_refused(changes: dict[str, Any], field: str, db: None) -> None:
    preset = PrintShop(**{"name": "みなと印刷", "key": "minato", **changes})
    with pytest.raises(ValidationError) as refused:
        preset.full_clean()
    assert field in refused.value.message_dict


@pytest.mark.parametrize("die", [{}, {"hole": 24, "hole_rise": 25}, {"hole": 20}, {"hole_rise": 28}])
def test_dies_that_fit_are_taken(die: dict[str, float], db: None) -> None:
    preset = PrintShop(name="みなと印刷", key="minato", **die)
    preset.full_clean()
    fan = all_designs()["fan"]
    press = next(sheet for sheet in fan.sheets if "press" in sheet.finishes)
    cut = preset.as_shop().die(press)
    assert cut is not None
    assert cut.hole == die.get("hole", press.die.hole)  # type: ignore[union-attr]


def test_another_name_makes_no_new_plates(preset: PrintShop) -> None:
    before = batches.for_shop(preset.as_shop()).key
    preset.name, preset.note = "別の名前", "別のメモ"
    assert batches.for_shop(preset.as_shop()).key == before
    preset.bleed = 4
    assert batches.for_shop(preset.as_shop()).key != before


def test_its_files_are_the_press_files_with_its_name(preset: PrintShop) -> None:
    usual = batches.default().combinations
    generic = [each.filename for each in usual if each.finish == "press" or each.is_ticket]
    own = [each.filename for each in batches.for_shop(preset.as_shop()).combinations]
    assert own == [name.removesuffix(".pdf") + "-minato.pdf" for name in generic]
    assert all(each.shop.key == "minato" for each in batches.for_shop(preset.as_shop()).combinations)
    assert all(each.shop == GENERIC for each in usual)


def test_only_staff_enter_presets(member_client: Client, client: Client) -> None:
    for who in (member_client, client):
        assert who.post(ADD, TYPED).status_code in {302, 403}
    assert not PrintShop.objects.exists()
