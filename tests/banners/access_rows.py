from campaigns.banners.files import files_of
from campaigns.current import current_campaign
from campaigns.members.models import Organisation
from tests.access.rows import PUBLIC, Row


def banner(organisation: Organisation) -> dict[str, str]:
    """A banner of the current campaign; it is nobody's."""
    campaign = current_campaign()
    assert campaign is not None
    assert campaign.edition is not None
    return {"digest": files_of(campaign.edition)["300x250", "png"].digest, "name": "banner-300x250.png"}


ROWS: list[Row] = [
    Row("banners:banners"),
    # Nothing was entered yet, so nothing is fetched.
    Row("banners:check", expected=(302, 302, 404, 302), post=True),
    Row("banners:file", arguments=banner, expected=PUBLIC),
]
