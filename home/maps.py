"""A map is somewhere else, and only on tap: an address leads out, nothing of a map is loaded here."""

from urllib.parse import quote

from django.conf import settings


def map_link(address: str) -> str:
    """Where a map shows an address; empty without either."""
    return str(settings.MAP_URL).replace("{address}", quote(address)) if address and settings.MAP_URL else ""
