"""Addresses of this site as others need them: with scheme, host and what it is mounted under."""

from urllib.parse import urlsplit

from django.conf import settings


def whole(path: str) -> str:
    """The whole address of a path, which itself begins with what the site is mounted under (PUBLIC_URL's path)."""
    parts = urlsplit(settings.PUBLIC_URL)
    return f"{parts.scheme}://{parts.netloc}{path}"
