"""Which pages anybody may see."""

from typing import TypeVar

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

AnyPage = TypeVar("AnyPage", bound=Page)
#: Languages in the order in which readers are offered them.
ORDER = {code: order for order, (code, _name) in enumerate(settings.LANGUAGES)}


def public(pages: "PageQuerySet[AnyPage]") -> "PageQuerySet[AnyPage]":
    """Those of some pages that are published, and not restricted by themselves or by a page above them.

    Asks nothing by itself, where `PageQuerySet.public` has a query of its own.
    """
    return pages.live().filter(~is_restricted())


def is_restricted(path: str = "path") -> Exists:
    """Whether a restriction lies on the page of a path, or on one above it; `path` names the outer query's column."""
    above = PageViewRestriction.objects.alias(below=ExpressionWrapper(OuterRef(path), CharField()))
    return Exists(above.filter(below__startswith=F("page__path")))


def languages_of(page: Page) -> list[Page]:
    """A page in every language in which anybody may see it and it has an address, itself first. One query.

    Without the page itself when that one is not public.
    """
    written = Page.objects.filter(translation_key=page.translation_key, alias_of=None)
    same = public(written).select_related("locale")
    found = [each for each in same if each.get_url()]
    return sorted(
        found, key=lambda each: (each.pk != page.pk, ORDER.get(each.locale.language_code, len(ORDER)))
    )
