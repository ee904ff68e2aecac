"""Where an address leads whose page is not written in its language yet: to what stands in for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from typing import Any

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from campaigns.freshness.kept import kept
from campaigns.languages.codes import codes
from campaigns.languages.order import order

Route = Callable[[Page], RouteResult]


def routed(home: Page, route: Route) -> RouteResult:
    """The page of an address below the home pages in the languages of `order`, the first that has it.

    `home` is what Wagtail takes for the home page in the language of the address. Raises Http404.
    """
    language = get_language() or ""
    alias = None
    for each in homes(home, language):
        try:
            result = route(each)
        except Http404:
            continue
        if getattr(result.page, "alias_of_id", None) is None:
            return result if each == home else in_own_words(result, language)
        # Wagtail puts the original where nobody has translated a page yet; another language may read more easily.
        alias = alias or result
    if alias is None:
        raise Http404
    return alias


def homes(home: Page, language: str) -> Iterator[Page]:
    """The home pages to look below, best first; the others are looked up when the first has not got the page."""
    wanted = order(language)
    # Not what it is written in: where only pages below it are translated, it is an alias.
    if codes().get(home.locale_id) == wanted[0]:
        yield home
    if len(wanted) == 1:
        return
    others = kept(("other homes", home.pk, language), lambda: other_homes(home, wanted))
    yield from (copy(others[code]) for code in wanted if code in others)


def other_homes(home: Page, wanted: Sequence[str]) -> Mapping[str, Page]:
    """The home pages in all but the first of some languages, by their codes."""
    return {
        page.locale.language_code: page
        for page in type(home)
        .objects.filter(translation_key=home.translation_key, locale__language_code__in=wanted, live=True)
        .exclude(locale__language_code=wanted[0])
        .select_related("locale")
    }


def in_own_words(result: RouteResult, language: str) -> RouteResult:
    """The page's translation where there is one after all, under a name of its own; else the page."""
    if language not in codes().values():
        return result
    page: Any = result.page
    found = page.get_translations().filter(locale__language_code=language, live=True, alias_of=None)
    translation = found.first()
    return result if translation is None else RouteResult(translation.specific, result.args, result.kwargs)
