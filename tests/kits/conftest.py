import pytest

from campaigns.members.models import Organisation
from tests.factories import picture


@pytest.fixture
def too_long(organisation: Organisation) -> Organisation:
    """Sixty wide letters beside a wide logo: more than the fan has room for."""
    organisation.name = "団" * 60
    organisation.set_logo(picture(size=(1200, 300)))
    organisation.save()
    return organisation
