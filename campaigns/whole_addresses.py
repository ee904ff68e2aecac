"""Addresses of this site as others need them: with scheme, host and what it is mounted under."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import set_script_prefix


def whole(path: str) -> str:
    """The whole address of a path, which itself begins with what the site is mounted under (PUBLIC_URL's path)."""
    parts = urlsplit(settings.PUBLIC_URL)
    return f"{parts.scheme}://{parts.netloc}{path}"


def begin_thread() -> None:
    """To be called first in a thread of our own: Django knows what the site is mounted under by thread."""
    set_script_prefix(settings.FORCE_SCRIPT_NAME or "/")
