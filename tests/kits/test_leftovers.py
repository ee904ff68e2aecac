"""A preset that changes or goes leaves nothing behind, and takes nothing that others use."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.kits import batches
from campaigns.kits.models import ImprintVerdict, Plate, PrintJob, PrintShop
from campaigns.kits.models.print_shop import profile_name
from campaigns.kits.plates import identity
from campaigns.models import Edition
from print_templates.plate import CODE_VERSION
from print_templates.shop import FOGRA39
from tests.kits.test_print_shops import TYPED, uploaded

State = PrintJob.State


@pytest.fixture
def preset(db: None) -> PrintShop:
    return with_profile("minato", "みなと印刷", FOGRA39.data)


def with_profile(key: str, name: str, data: bytes) -> PrintShop:
    made = PrintShop(key=key, name=name, bleed=5, identifier="JC200103")
    made.profile.save(profile_name(data), ContentFile(data))
    return PrintShop.objects.get(key=key)


def other(data: bytes) -> bytes:
    """Another file that is a profile: the text of its copyright may be anything."""
    at = data.rindex(b"text") + 8
    return data[:at] + b"X" + data[at + 1 :]


def built_for(preset: PrintShop, edition: Edition) -> list[Plate]:
    """Stand-ins for the plates of a preset, with files, verdicts and the job."""
    batch = batches.for_shop(preset.as_shop())
    PrintJob.objects.create(edition=edition, batch=batch.key, state=State.DONE)
    plates = []
    for combination in (batch.combinations[0], batch.combinations[-1]):
        plate = Plate(edition=edition, code_version=CODE_VERSION, **identity(combination))
        plate.pdf.save("stand-in.pdf", ContentFile(b"%PDF"))
        ImprintVerdict.objects.create(key=f"{plate.pk}".zfill(64), plate=plate, fine=True)
        plates.append(plate)
    return plates


def files(plates: list[Plate]) -> list[bool]:
    return [Path(plate.pdf.path).exists() for plate in plates]


def test_it_works(preset: PrintShop, edition: Edition, django_capture_on_commit_callbacks: Any) -> None:
    plates, profile = built_for(preset, edition), Path(preset.profile.path)
    usual = edition.plates.filter(shop="").count()
    with django_capture_on_commit_callbacks(execute=True):
        preset.delete()
    assert not profile.exists()
    assert files(plates) == [False, False]
    assert not ImprintVerdict.objects.exists()
    assert list(edition.jobs.values_list("batch", flat=True)) == ["default"]
    assert edition.plates.count() == usual > 0


def test_deleting_many_at_once_leaves_nothing_either(
    preset: PrintShop, edition: Edition, django_capture_on_commit_callbacks: Any
) -> None:
    plates, profile = built_for(preset, edition), Path(preset.profile.path)
    with django_capture_on_commit_callbacks(execute=True):
        PrintShop.objects.all().delete()
    assert not profile.exists()
    assert files(plates) == [False, False]


def test_what_others_use_stays(
    preset: PrintShop, edition: Edition, django_capture_on_commit_callbacks: Any
) -> None:
    """Two presets with equal demands share profile and press files; each has its own ticket."""
    twin = PrintShop.objects.create(
        key="futago", name="ふたご印刷", bleed=5, identifier="JC200103", profile=preset.profile.name
    )
    plates, profile = built_for(preset, edition), Path(preset.profile.path)
    with django_capture_on_commit_callbacks(execute=True):
        preset.delete()
    assert profile.exists()
    assert files(plates) == [True, False]
    assert twin.as_shop().profile.data == FOGRA39.data


def test_other_words_about_a_preset_take_nothing(
    preset: PrintShop, edition: Edition, django_capture_on_commit_callbacks: Any
) -> None:
    plates, profile = built_for(preset, edition), Path(preset.profile.path)
    preset.note = "午前中に電話"
    with django_capture_on_commit_callbacks(execute=True):
        preset.save()
    assert profile.exists()
    assert files(plates) == [True, True]


def test_a_profile_that_is_replaced_in_the_admin_goes_with_its_plates(
    preset: PrintShop, edition: Edition, staff_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    plates, profile = built_for(preset, edition), Path(preset.profile.path)
    changed = {**TYPED, **uploaded(other(FOGRA39.data))}
    with django_capture_on_commit_callbacks(execute=True):
        answer = staff_client.post(f"/admin/snippets/kits/printshop/edit/{preset.pk}/", changed)
    assert answer.status_code == 302
    assert not profile.exists()
    assert files(plates) == [False, False]
    assert Path(PrintShop.objects.get().profile.path).exists()


def test_an_upload_that_is_refused_takes_nothing(
    preset: PrintShop, staff_client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    refused = {**TYPED, "profile": SimpleUploadedFile("shop.icc", b"%PDF"), "identifier": "JC200103"}
    with django_capture_on_commit_callbacks(execute=True):
        answer = staff_client.post(f"/admin/snippets/kits/printshop/edit/{preset.pk}/", refused)
    assert answer.status_code == 200
    assert Path(preset.profile.path).exists()
