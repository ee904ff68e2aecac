import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from campaigns.links import lookup
from campaigns.links.models import ShortLink
from campaigns.links.outage import outage
from campaigns.links.spool import spool
from campaigns.members.models import Organisation
from campaigns.models import Edition


@pytest.fixture(autouse=True)
def nothing_is_known_from_before(settings: Any) -> Iterator[None]:
    """No spool, no map, no code looked up, no outage; and none for the tests that follow."""
    yield
    outage.over()
    lookup.KEPT.clear()
    spool.close()
    for folder in (settings.SPOOL_DIR, settings.LINKS_DIR):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def link(edition: Edition, organisation: Organisation) -> ShortLink:
    """The code on an organisation's prints."""
    return ShortLink.objects.issued(edition, organisation)
