import pytest

from campaigns.members.models import Organisation
from print_templates import imprint
from tests.factories import picture


@pytest.fixture(autouse=True)
def kits_are_prepared(printing_ahead: None) -> None:
    """Here publishing builds the plates, as it does outside."""


@pytest.fixture
def too_long(organisation: Organisation, monkeypatch: pytest.MonkeyPatch) -> Organisation:
    """Sixty wide letters beside a logo that keeps its size: more than the fan has room for."""
    monkeypatch.setattr(imprint, "LOGO_SHARES", (1.0,))
    organisation.name = "団" * 60
    organisation.set_logo(picture(size=(1200, 300)))
    organisation.save()
    return organisation
