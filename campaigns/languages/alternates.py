"""The languages that something is really written in, for search engines."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page

from campaigns.freshness.kept import kept
from campaigns.languages.addresses import in_address
from campaigns.languages.codes import codes, language_of
from campaigns.public import languages_of
from campaigns.whole_addresses import whole


class Alternate(NamedTuple):
    language: str
    url: str


def stands_in(thing: Any) -> bool:
    """Whether a page or snippet is read at an address of a language that it is not written in."""
    return language_of(thing) != get_language()


def alternates(page: Page) -> list[Alternate]:
    """The public translations of a page, itself among them, with their own addresses; none where it is alone.

    None either where it only stands in for one: search engines are sent to its own address. One query.
    """
    if stands_in(page):
        return []
    return kept(("alternates", page.pk), lambda: all_alternates(page))


def all_alternates(page: Page) -> list[Alternate]:
    return told({language_of(each): str(each.get_url()) for each in languages_of(page)})


def alternates_of(thing: Any, path: str) -> list[Alternate]:
    """The same of a snippet that has a path of its own, which differs between languages in its language alone."""
    if stands_in(thing):
        return []
    key = ("languages of snippet", thing._meta.label, thing.translation_key)
    return told({code: in_address(path, code) for code in kept(key, lambda: written_in(thing))})


def written_in(thing: Any) -> Sequence[str]:
    """The languages in which a snippet can be read."""
    same = type(thing).objects.filter(translation_key=thing.translation_key)
    if hasattr(thing, "live"):
        same = same.filter(live=True)
    known = codes()
    return tuple(known[key] for key in same.values_list("locale_id", flat=True) if key in known)


def told(paths: Mapping[str, str]) -> list[Alternate]:
    """Paths by language as search engines want them, with the installation's own for whoever speaks none of them."""
    if len(paths) < 2:
        return []
    by_language = [
        *paths.items(),
        *(("x-default", paths[code]) for code in (settings.LANGUAGE_CODE,) if code in paths),
    ]
    return [Alternate(code, whole(path)) for code, path in by_language]
