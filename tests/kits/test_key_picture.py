"""A campaign's photograph from the library to the plates of its edition, and what becomes of its files."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from campaigns.kits import batches, examination, leftovers, plates
from campaigns.kits.combinations import Combination
from campaigns.kits.examination import plate_report as really_examined
from campaigns.kits.models import Plate
from campaigns.kits.plates import lay_out as laid_out_in_a_child
from campaigns.models import CampaignPage, Edition
from campaigns.pictures import key_pictures
from campaigns.pictures.models import Picture
from print_templates.content import KeyPicture
from print_templates.design import all_designs
from print_templates.photograph.original import UnusablePhotograph
from print_templates.photograph.window import windows
from print_templates.shop import GENERIC, Profile
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, PictureFactory, picture
from tests.print_templates.photographs import file_of, give_windows, halves

GREEN = (0, 170, 102)


@pytest.fixture(autouse=True)
def real_plates(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Plates are made when a test asks for one, in a child with limits as a worker does it."""
    settings.PRINT_JOBS = "worker"
    monkeypatch.setattr(batches, "default", lambda *_edition: batches.Batch("default", ()))
    monkeypatch.setattr(plates, "lay_out", laid_out_in_a_child)
    monkeypatch.setattr(examination, "plate_report", really_examined)
    give_windows(monkeypatch)
    key_pictures_are_forgotten()


def key_pictures_are_forgotten() -> None:
    for name in stored():
        key_pictures.storage().delete(f"{key_pictures.FOLDER}/{name}")


def stored() -> set[str]:
    try:
        return set(key_pictures.storage().listdir(key_pictures.FOLDER)[1])
    except FileNotFoundError:
        return set()


@pytest.fixture
def edition(home: Any, publish: Publish) -> Edition:
    found = publish(CampaignPageFactory(parent=home, key_picture=PictureFactory())).edition
    assert found is not None
    return found


def combination(finish: str = "office", sheet: str = "a4", shop: Any = GENERIC) -> Combination:
    poster = all_designs()["poster"]
    return Combination(poster, poster.sheet(sheet), finish, shop)  # type: ignore[arg-type]


def middle_of_the_window(plate: Plate, edition: Edition) -> tuple[int, ...]:
    """The colour that poppler paints in the middle of the window of an A4 poster."""
    read = plate.pdf.read()
    done = subprocess.run(["pdftoppm", "-r", "50", "-"], input=read, capture_output=True, check=True)
    page = Image.open(BytesIO(done.stdout))
    poster = all_designs()["poster"]
    [box] = windows(poster, edition.content, poster.sheet("a4"), "office", GENERIC).values()
    place = (box.x + box.width / 2) / 25.4 * 50, (box.y + box.height / 2) / 25.4 * 50
    return page.getpixel((int(place[0]), int(place[1])))  # type: ignore[return-value]


def test_it_works(edition: Edition) -> None:
    shown = edition.content.picture
    assert shown is not None
    assert (shown.width, shown.height, shown.alternative) == (1600, 1200, "橋の上の二人")
    assert (shown.focus_x, shown.focus_y) == (0.75, 0.5)
    plate = plates.ensure(edition, combination())
    assert not plate.is_refused, plate.findings
    assert middle_of_the_window(plate, edition) == pytest.approx(GREEN, abs=6)


def test_the_press_files_are_in_ink(edition: Edition) -> None:
    plate = plates.ensure(edition, combination("press"))
    listed = subprocess.run(
        ["pdfimages", "-list", "-"], input=plate.pdf.read(), capture_output=True, check=True
    ).stdout.decode()
    assert " cmyk " in listed
    assert " rgb " not in listed


def test_a_picture_is_converted_once(
    edition: Edition, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(stored()) == 2
    for name in ("srgb_jpeg", "ink_jpeg"):
        monkeypatch.setattr(key_pictures, name, lambda *_given: pytest.fail("converted again"))
    again = publish(CampaignPage.objects.get(pk=edition.campaign_id)).edition
    assert again == edition
    other = publish(CampaignPageFactory(key_picture=PictureFactory(title="同じ写真"))).edition
    assert other.content.picture.digest == edition.content.picture.digest


@pytest.mark.parametrize(
    "change",
    [{"focal_point_x": 400}, {"description": "川のほとり"}, {"file": "other"}],
    ids=lambda change: next(iter(change)),
)
def test_another_picture_is_another_edition(
    change: dict[str, Any], edition: Edition, publish: Publish
) -> None:
    campaign = CampaignPage.objects.get(pk=edition.campaign_id)
    if "file" in change:
        change = {"file": ContentFile(file_of(halves()), "halves.jpg")}
    campaign.key_picture = PictureFactory(**change)
    newer = publish(campaign).edition
    assert newer.number == 2
    one, other = (plates.ensure(each, combination()).sha256 for each in (edition, newer))
    assert one != other


def test_what_an_edition_prints_survives_the_library(edition: Edition) -> None:
    Picture.objects.all().delete()
    assert CampaignPage.objects.get(pk=edition.campaign_id).key_picture is None
    assert not plates.ensure(edition, combination()).is_refused


def test_a_picture_whose_file_is_gone_is_told_on_the_plate_and_mended_by_publishing(
    edition: Edition, publish: Publish
) -> None:
    key_pictures_are_forgotten()
    plate = plates.ensure(edition, combination())
    assert plate.is_refused
    assert not plate.pdf
    assert "写真のファイルが見つかりません" in plate.findings[0]["message"]
    plate.delete()
    assert publish(CampaignPage.objects.get(pk=edition.campaign_id)).edition == edition
    assert not plates.ensure(edition, combination()).is_refused


def test_a_print_shops_own_inks_are_made_when_they_are_asked_for(edition: Edition) -> None:
    shop = replace(
        GENERIC, key="shop", ink_limit=280, profile=Profile("Own", "Own", "", GENERIC.profile.data)
    )
    assert len(stored()) == 2
    plates.ensure(edition, combination("press", shop=shop))
    assert f"{edition.content.picture.digest}-{shop.inks}.jpg" in stored()  # type: ignore[union-attr]


def test_a_photograph_too_coarse_for_a_sheet_is_held_back_there_alone(home: Any, publish: Publish) -> None:
    coarse = PictureFactory(file=ContentFile(picture("JPEG", (640, 480), quality=95), "small.jpg"))
    edition = publish(CampaignPageFactory(parent=home, key_picture=coarse)).edition
    assert [plates.ensure(edition, combination("press", sheet)).verdict for sheet in ("a4", "a3")] == [
        Plate.Verdict.WARNED,
        Plate.Verdict.REFUSED,
    ]
    [finding] = plates.ensure(edition, combination("press", "a3")).findings
    assert (finding["check"], finding["field"]) == ("resolution", "key_picture")


def age(hours: int) -> None:
    """Let everything that is stored be so old."""
    then = (timezone.now() - timedelta(hours=hours)).timestamp()
    for name in stored():
        os.utime(key_pictures.storage().path(f"{key_pictures.FOLDER}/{name}"), (then, then))


def test_files_stay_as_long_as_an_edition_needs_them(
    edition: Edition, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    unpublished = key_pictures.key_picture(PictureFactory(file=ContentFile(file_of(halves()), "halves.jpg")))
    assert len(stored()) == 4
    leftovers.clear_pictures_away()
    assert len(stored()) == 4, "somebody may be about to publish it"
    age(hours=25)
    leftovers.clear_pictures_away()
    assert len(stored()) == 2
    assert not any(name.startswith(unpublished.digest) for name in stored())
    with django_capture_on_commit_callbacks(execute=True):
        edition.delete()
    assert stored() == set()


@pytest.mark.parametrize(
    ("point", "shares"), [(None, (0.5, 0.5)), ((1600, 0), (1.0, 0.0)), ((4000, 0), (1.0, 0.0))]
)
def test_a_focal_point_lies_in_the_picture(
    point: tuple[int, int] | None, shares: tuple[float, float], db: None
) -> None:
    where = dict(zip(("focal_point_x", "focal_point_y"), point or (None, None), strict=True))
    assert key_pictures.focus(PictureFactory(**where)) == shares


def test_a_library_file_that_is_gone_is_told(db: None) -> None:
    image = PictureFactory()
    image.file.storage.delete(image.file.name)
    with pytest.raises(UnusablePhotograph, match="見つかりません"):
        key_pictures.key_picture(image)


def test_conversions_made_twice_at_once_are_kept_once(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    image = PictureFactory()
    first = key_pictures.key_picture(image)
    monkeypatch.setattr(key_pictures, "kept", lambda *_name: False)
    assert key_pictures.key_picture(image) == first
    assert isinstance(first, KeyPicture)
    assert len(stored()) == 2
