"""Which campaign is current: the one that the site shows, that kits print, and that old codes lead to."""

from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from campaigns.editions import Edition
from campaigns.freshness.kept import kept
from campaigns.languages.order import order
from campaigns.models import CampaignChoice, CampaignPage
from campaigns.public import public


def pick_current(campaigns: list[CampaignPage], today: date) -> CampaignPage | None:
    """The running campaign that started last, else the next to start, else the last one to have ended."""
    running = [page for page in campaigns if page.starts <= today <= page.ends]
    if running:
        return max(running, key=lambda page: (page.starts, page.pk))
    coming = [page for page in campaigns if page.starts > today]
    if coming:
        return min(coming, key=lambda page: (page.starts, page.pk))
    return max(campaigns, key=lambda page: (page.ends, page.pk), default=None)


def public_campaigns() -> list[CampaignPage]:
    """Every campaign that anybody may see, in one query, with `is_pinned` and the key of its newest edition."""
    newest = Edition.objects.filter(campaign=OuterRef("pk")).order_by("-number").values("pk")[:1]
    pinned = Exists(CampaignChoice.objects.filter(pinned=OuterRef("pk")))
    found = public(CampaignPage.objects.filter(alias_of=None)).select_related("locale")
    return list(found.annotate(is_pinned=pinned, newest_edition=Subquery(newest)))


def current_among(campaigns: list[CampaignPage], language: str | None = None) -> CampaignPage | None:
    """The current one of some campaigns: the pinned one, else by date; in the best for a reader of `language`."""
    page = next((each for each in campaigns if getattr(each, "is_pinned", False)), None)
    if page is None:
        usual = [each for each in campaigns if each.locale.language_code == settings.LANGUAGE_CODE]
        page = pick_current(usual, timezone.localdate())
    if page is None or language is None or language == page.locale.language_code:
        return page
    same = {
        each.locale.language_code: each for each in campaigns if each.translation_key == page.translation_key
    }
    return next((same[code] for code in order(language) if code in same), page)


def shown_campaign(language: str) -> CampaignPage | None:
    """The same for residents' pages, with its phrases and edition: read once until something changes, never altered."""
    return kept(("shown campaign", language), lambda: with_look(current_campaign(language)))


def with_look(campaign: CampaignPage | None) -> CampaignPage | None:
    """With all that its look follows from."""
    if campaign is not None:
        campaign.catchphrases.get_object_list()
        _newest = campaign.edition
    return campaign


def current_campaign(language: str | None = None) -> CampaignPage | None:
    """The current campaign: the pinned one while it is public, else by date; in the best for a reader of `language`."""
    return current_among(public_campaigns(), language)
