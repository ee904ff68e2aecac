"""The site below a path of another host: what follows from PUBLIC_URL having a path, such as /tsunagari."""

from typing import Any
from urllib.parse import urlsplit


def mounting(public_url: str) -> dict[str, Any]:
    """The settings that depend on where the site is mounted; at the root of a host they are the usual ones."""
    parts = urlsplit(public_url)
    path = parts.path.rstrip("/")
    return {
        "FORCE_SCRIPT_NAME": path or None,
        "STATIC_URL": f"{path}/static/",
        "MEDIA_URL": f"{path}/media/",
        # What else lives on the host has cookies of its own.
        "SESSION_COOKIE_PATH": f"{path}/",
        "CSRF_COOKIE_PATH": f"{path}/",
        "LANGUAGE_COOKIE_PATH": f"{path}/",
        "ACCOUNT_LOGOUT_REDIRECT_URL": f"{path}/",
        # Wagtail puts whole paths behind it.
        "WAGTAILADMIN_BASE_URL": f"{parts.scheme}://{parts.netloc}",
    }
