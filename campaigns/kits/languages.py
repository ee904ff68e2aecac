"""The languages in which a campaign is printed: its own, and those of its published translations."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import get_language_info

from campaigns.models import CampaignPage, Edition


def languages(campaign: CampaignPage, among: Iterable[CampaignPage]) -> dict[str, int]:
    """The key of the newest edition by language, the campaign's own first; what has no edition is left out.

    `among` are the public campaigns (`current.public_campaigns`).
    """
    own = campaign.locale.language_code
    found = [
        (page.locale.language_code, getattr(page, "newest_edition", None))
        for page in among
        if page.translation_key == campaign.translation_key
    ]
    return {code: pk for code, pk in sorted(found, key=lambda one: (one[0] != own, one[0])) if pk}


def edition_of(pk: int, source: QuerySet[Edition]) -> Edition:
    """The edition of that key out of `source`, with its campaign, whose newest one it is."""
    edition = source.select_related("campaign__locale").get(pk=pk)
    edition.campaign.__dict__["edition"] = edition
    return edition


def named(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Each language with what it calls itself."""
    return [(code, str(get_language_info(code)["name_local"])) for code in codes]
