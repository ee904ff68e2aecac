"""The demo's audience versions with the pages that their codes open, and the readings of its words."""

from typing import Any

from campaigns.models import CampaignPage
from campaigns.versions import AudienceVersion, KeyWord
from cms.demo_data import body_of, read
from home.models import StandardPage


def lacks_versions(campaign: CampaignPage) -> bool:
    """Whether it was loaded before there were versions; one that somebody is writing on is left alone."""
    has_any = campaign.audience_versions.exists() or campaign.key_words.exists()
    return campaign.live and not campaign.has_unpublished_changes and not has_any


def add_versions(campaign: CampaignPage) -> None:
    """Add what the demo has of them, and publish the campaign."""
    for order, row in enumerate(read("audiences")):
        page = page_below(campaign, row.pop("page"))
        campaign.audience_versions.add(AudienceVersion(sort_order=order, page=page, **row))
    for order, row in enumerate(read("key_words")):
        campaign.key_words.add(KeyWord(sort_order=order, **row))
    campaign.save_revision().publish()
    campaign.refresh_from_db()


def page_below(campaign: CampaignPage, row: dict[str, Any]) -> StandardPage:
    """The page of that slug below the campaign, made on first need; `{campaign}` in its body is a link's target."""
    found = StandardPage.objects.child_of(campaign).filter(slug=row["slug"]).first()
    if found is not None:
        return found
    blocks = [
        {**block, "value": block["value"].replace("{campaign}", str(campaign.pk))} for block in row["body"]
    ]
    fields = {key: row[key] for key in ("slug", "title", "lead")}
    page = StandardPage(locale=campaign.locale, body=body_of(blocks), **fields)
    return campaign.add_child(instance=page)
