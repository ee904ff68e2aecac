"""What happens on paper when a campaign is published: its words are frozen and its plates are built."""

from typing import Any

from django.conf import settings

from campaigns.artwork import content_of, lettering
from campaigns.kits import batches, jobs
from campaigns.models import CampaignPage, Edition


def campaign_published(sender: type[CampaignPage], instance: CampaignPage, **kwargs: Any) -> None:
    """Signal handler: a new edition if any printed word changed, and its plates."""
    freeze(instance)


def freeze(campaign: CampaignPage) -> Edition:
    words = content_of(campaign, settings.PUBLIC_HOST)
    edition = Edition.objects.freeze(campaign, words, lettering(words))
    campaign.__dict__.pop("edition", None)
    jobs.schedule(edition, batches.default())
    return edition
