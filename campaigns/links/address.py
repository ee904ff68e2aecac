"""Where codes live: on the site's own host, or on one that serves nothing else."""

from urllib.parse import urlsplit

from django.conf import settings

from campaigns.whole_addresses import whole


def root() -> str:
    """The address in front of /q/, without a slash at its end."""
    return settings.LINK_URL or settings.PUBLIC_URL


def host() -> str:
    """Host and port as printed beside codes."""
    return urlsplit(root()).netloc


def is_only_for_codes(asked: str) -> bool:
    """Whether a request's host is the one that serves codes and nothing else."""
    return have_own_host() and asked.lower() == host().lower()


def have_own_host() -> bool:
    """Whether codes are read on another host than the site's, which gets none of its cookies."""
    return bool(settings.LINK_URL) and host().lower() != urlsplit(settings.PUBLIC_URL).netloc.lower()


def of_site(path: str) -> str:
    """The whole address of a path of the site."""
    return whole(path)
