"""Addresses of this site as they stand on other people's pages."""

from urllib.parse import unquote

from django.urls import get_script_prefix

from campaigns.models import CampaignPage
from campaigns.whole_addresses import whole


def path_of(campaign: CampaignPage) -> str:
    """The path of a campaign's page, without percent signs; the root where it has no address."""
    parts = campaign.get_url_parts()
    return unquote(parts[2]) if parts and parts[2] else get_script_prefix()


def address_of(campaign: CampaignPage) -> str:
    """The page's address under the host that residents know, whatever the site is called in the admin."""
    parts = campaign.get_url_parts()
    return whole(parts[2] if parts and parts[2] else get_script_prefix())
