from typing import Any

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from campaigns.voting.pictures import WIDTHS
from home.models import HomePage
from tests import factories
from tests.access.rows import Row


def with_picture(organisation: Organisation) -> dict[str, Any]:
    """A candidate of an open vote."""
    home = HomePage.objects.get()
    campaign = CampaignPage.objects.filter(voting=CampaignPage.Voting.OPEN).first()
    campaign = campaign or factories.choosing_campaign(home, voting=CampaignPage.Voting.OPEN)
    phrase = campaign.catchphrases.first()
    return {"slug": organisation.slug, "candidate": phrase.pk, "design": "poster", "width": WIDTHS[0]}


ROWS: list[Row] = [Row("voting:vote"), Row("voting:picture", with_picture)]
