"""What is kept of where a code leads: a path for each language, and the municipality of its placement.

A page that nobody has written in a language may have an address there all the same, where it stands in for a
translation and what surrounds it is in that language. Such addresses are kept with a mark before the language.
"""

import json
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from campaigns.areas.near import with_near
from campaigns.languages.addresses import in_address
from campaigns.languages.order import order
from campaigns.links.case_codes import slugs_of
from campaigns.links.languages import chosen
from campaigns.links.models import ShortLink
from campaigns.links.resolution import pages
from campaigns.public import is_restricted

#: Before a language in which the page stands in for a translation.
STANDING_IN = "~"


class Destination(NamedTuple):
    """Paths of this site, or addresses of another of its hosts, by language, that of the paper first; see STANDING_IN.

    Without any, nothing of the site is public. `near` is a municipality's code or empty: that of the one place where
    the print hangs. Where an organisation has its office says nothing of where its posters hang, and what is not
    near would be worse than nothing.
    """

    paths: dict[str, str]
    near: str = ""

    def path_for(self, accepted: str) -> str:
        """The path for a reader's Accept-Language; the page to type a code, with its desks, when there is none."""
        if not self.paths:
            return reverse("links:type_in")
        return with_near(self.paths[self.language_for(accepted)], self.near)

    def language_for(self, accepted: str) -> str:
        """A language in which the page is written and that the reader has asked for.

        Without any, or where that is the paper's, one in which the paper's page stands in, if it is asked for first.
        """
        written = tuple(language for language in self.paths if not language.startswith(STANDING_IN))
        best = chosen(accepted, written)
        if best != written[0]:
            return best
        standing_in = tuple(each.removeprefix(STANDING_IN) for each in self.paths if each not in written)
        found = chosen(accepted, (best, *standing_in))
        return found if found == best else f"{STANDING_IN}{found}"


def destination_of(link: ShortLink) -> Destination:
    return Destination(paths_of(link), near_of(link))


def paths_of(link: ShortLink) -> dict[str, str]:
    """A card's code leads to its place below the page that it is meant for, and to nothing below any other."""
    slugs = slugs_of(link)
    same = link.target.translation_key if slugs and link.target is not None else None
    found = pages(link)
    paths = {
        page.locale.language_code: str(page.get_url())
        + (slugs.get(page.locale_id, "") if page.translation_key == same else "")
        for page in found
    }
    return {**paths, **standing_in(found, paths)}


def standing_in(found: list[Page], paths: dict[str, str]) -> dict[str, str]:
    """Addresses of the paper's page, the first, in languages that it is not written in, marked.

    Not where a page that not everybody may see has that address.
    """
    language = next(iter(paths), "")
    if not found or not paths[language].startswith("/"):
        return {}
    same = Page.objects.live().filter(translation_key=found[0].translation_key)
    taken = {*paths, *same.filter(is_restricted()).values_list("locale__language_code", flat=True)}
    return {
        f"{STANDING_IN}{code}": in_address(paths[language], code)
        for code, _name in settings.LANGUAGES
        if code not in taken and language in order(code)
    }


def near_of(link: ShortLink) -> str:
    return link.placement.area.code if link.placement is not None else ""


def written(paths: dict[str, str]) -> str:
    """Paths as the map has them; the order stays."""
    return json.dumps(paths, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> dict[str, str]:
    """What `written` has written. Raises ValueError."""
    return {str(language): str(path) for language, path in json.loads(text).items()}
