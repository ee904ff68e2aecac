"""The codes of the languages in the database by key, so that a page full of snippets asks for none."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Locale, Site

from campaigns.freshness import shared
from campaigns.freshness.kept import kept

#: Where transactions look, and for how many seconds; `locale_changed` forgets them at once.
KEY, KEPT = "language-codes", 3600


def codes() -> Mapping[int, str]:
    """Never altered."""
    return kept("language codes", read, lambda: cache.get_or_set(KEY, read, KEPT) or {})


def read() -> dict[int, str]:
    return dict(Locale.objects.values_list("pk", "language_code"))


def language_of(thing: Any) -> str:
    """The language that a page or snippet is written in.

    An alias, which stands where nobody has translated a page yet, is written in its original's; what is in no
    language yet, such as a sample that is never stored, in the installation's.
    """
    if thing.locale_id is None:
        return settings.LANGUAGE_CODE
    if getattr(thing, "alias_of_id", None) is not None:
        return language_of(thing.alias_of)
    known = codes().get(thing.locale_id)
    return known if known is not None else str(thing.locale.language_code)


def locale_changed(sender: type[Locale], **kwargs: object) -> None:
    """Signal handler: a language was added, changed or removed. Wagtail keeps in which ones sites begin."""
    shared.forget(KEY)
    Site.clear_site_root_paths_cache()
