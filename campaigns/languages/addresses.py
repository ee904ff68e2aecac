"""Addresses carry their language: a reader who follows a link stays in it, whatever the page is written in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language_from_path
from wagtail.models import Page

from campaigns.languages.codes import language_of


def in_address(path: str, language: str) -> str:
    """A path of this site with another language in front: /tsunagari/ → /vi/tsunagari/."""
    root = get_script_prefix()
    rest = path.removeprefix(root)
    own = get_language_from_path(f"/{rest}")
    if own is not None:
        rest = rest.removeprefix(own).removeprefix("/")
    return root + ("" if language == settings.LANGUAGE_CODE else f"{language}/") + rest


def language_in_address(request: HttpRequest | None) -> str | None:
    """The language that the address names; None where it names none, as in the admin and under /q/."""
    return get_language_from_path(request.path_info) if request is not None else None


def readers_address(page: Page, request: HttpRequest | None) -> str:
    """Where a page is for whoever reads this request, also of pages that are not looked up as what they are."""
    url = page.get_url(request) or ""
    language = language_in_address(request)
    return in_address(url, language) if language is not None and url.startswith("/") else url


class InReadersLanguage:
    """A residents' page. Its links, on a page read in another language, stay in that language (mixed in before Page).

    Pages have the same slugs in all languages, so the address leads to the translation or to what stands in for it.
    """

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        parts = super().get_url_parts(request)  # type: ignore[misc]
        language = language_in_address(request)
        if not parts or not parts[2] or language is None or language == language_of(self):
            return parts
        return (*parts[:2], in_address(parts[2], language))
