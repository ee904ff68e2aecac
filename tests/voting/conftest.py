"""A campaign that is choosing: three candidates in a draft that was never published, and its vote."""

from collections.abc import Iterator

import pytest

from campaigns.members.models import User
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting import pictures
from campaigns.voting.opening import open_vote
from home.models import HomePage
from print_templates.plate import Plate
from tests import factories
from tests.layouts import lay_out_once


@pytest.fixture(scope="session", autouse=True)
def equal_candidates_are_laid_out_once() -> Iterator[None]:
    def lay_out(shown: pictures.Artefact) -> Plate:
        return lay_out_once(shown.design, shown.content, shown.sheet, shown.sheet.finishes[0])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "lay_out", lay_out)
        yield


@pytest.fixture
def choosing(home: HomePage) -> CampaignPage:
    return factories.choosing_campaign(home)


@pytest.fixture
def voted(choosing: CampaignPage, staff: User) -> CampaignPage:
    """The same with its vote open."""
    open_vote(choosing, staff)
    return CampaignPage.objects.get(pk=choosing.pk)


def phrase(campaign: CampaignPage, label: str) -> Catchphrase:
    return Catchphrase.objects.get(campaign=campaign, label=label)
