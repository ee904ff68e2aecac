"""What the site is called in the reader's language: as its home page is titled there."""

from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from wagtail.models import Page, Site

from campaigns.freshness import shared
from campaigns.freshness.kept import kept
from campaigns.languages.order import order

#: Where transactions look for names by language, and for how many seconds; `forget_names` forgets them at once.
KEY, KEPT = "site-name", 3600


class Name(NamedTuple):
    text: str
    #: The language it is written in.
    language: str


def name_in(language: str) -> Name:
    return kept(("site name", language), lambda: looked_up(language), lambda: shared_name(language))


def shared_name(language: str) -> Name:
    text, written_in = cache.get_or_set(f"{KEY}-{language}", lambda: tuple(looked_up(language)), KEPT)  # type: ignore[misc]
    return Name(text, written_in)


def looked_up(language: str) -> Name:
    """The title of the home page's translation; in the installation's language, and without one, the site's name."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    own = Name((site.site_name if site else "") or settings.WAGTAIL_SITE_NAME, settings.LANGUAGE_CODE)
    wanted = [code for code in order(language) if code != settings.LANGUAGE_CODE]
    if site is None or not wanted:
        return own
    homes = Page.objects.live().filter(translation_key=site.root_page.translation_key, alias_of=None)
    titles = dict(
        homes.filter(locale__language_code__in=wanted).values_list("locale__language_code", "title")
    )
    return next((Name(titles[code], code) for code in wanted if code in titles), own)


def forget_names(sender: object, **kwargs: object) -> None:
    """Signal handler: a site or a page has changed."""
    shared.forget(*(f"{KEY}-{code}" for code, _name in settings.LANGUAGES))
