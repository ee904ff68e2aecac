"""Logos are converted once, at upload, and never again for the same inks."""

from typing import Any

import pytest

from campaigns.members import logos
from campaigns.members.logos import logo_for
from campaigns.members.models import ConvertedLogo, Organisation
from print_templates.shop import PrintShop
from tests.factories import OrganisationFactory, picture


@pytest.fixture
def organisation(db: None) -> Organisation:
    organisation = OrganisationFactory()
    organisation.set_logo(picture())
    organisation.save()
    return organisation


def refuse(*args: Any) -> None:
    raise AssertionError("converted again")


def test_it_works(organisation: Organisation) -> None:
    logo = logo_for(organisation)
    assert logo is not None
    assert (logo.office.width, logo.office.height) == (logo.press.width, logo.press.height) == (300, 120)
    assert (logo.office.channels, logo.press.channels) == (3, 4)


def test_saving_an_upload_converts_it_and_printing_does_not(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logos, "ready", refuse)
    assert logo_for(Organisation.objects.get(pk=organisation.pk)) is not None
    organisation.save()
    assert ConvertedLogo.objects.count() == 1


def test_another_shops_inks_are_another_conversion(
    organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = PrintShop(key="shop", ink_limit=240)
    first = logo_for(organisation, shop)
    monkeypatch.setattr(logos, "ready", refuse)
    assert logo_for(organisation, shop) == first
    assert first != logo_for(organisation)


def test_a_new_logo_takes_the_place_of_the_old_one(organisation: Organisation) -> None:
    before = logo_for(organisation)
    organisation.set_logo(picture(size=(100, 100)))
    organisation.save()
    after = logo_for(organisation)
    assert after is not None
    assert after != before
    assert ConvertedLogo.objects.count() == 1


def test_without_a_logo_there_is_none(db: None) -> None:
    assert logo_for(OrganisationFactory()) is None
    assert not ConvertedLogo.objects.exists()
