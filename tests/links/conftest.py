import pytest

from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import Edition


@pytest.fixture
def link(edition: Edition, organisation: Organisation) -> ShortLink:
    """The code on an organisation's prints."""
    return ShortLink.objects.issued(edition, organisation)
