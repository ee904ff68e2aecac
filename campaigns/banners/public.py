"""Addresses of this site as they stand on other people's pages."""

from urllib.parse import unquote

from django.conf import settings

from campaigns.models import CampaignPage


def path_of(campaign: CampaignPage) -> str:
    """The path of a campaign's page, without percent signs; the root where it has no address."""
    parts = campaign.get_url_parts()
    return unquote(parts[2]) if parts and parts[2] else "/"


def address_of(campaign: CampaignPage) -> str:
    """The page's address under the host that residents know, whatever the site is called in the admin."""
    parts = campaign.get_url_parts()
    return settings.PUBLIC_URL + (parts[2] if parts and parts[2] else "/")
