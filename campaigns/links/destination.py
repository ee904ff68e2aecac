"""What is kept of where a code leads: a path for each language, and the municipality of its placement."""

import json
from typing import NamedTuple

from django.urls import reverse

from campaigns.areas.near import with_near
from campaigns.links.case_codes import slugs_of
from campaigns.links.languages import chosen
from campaigns.links.models import ShortLink
from campaigns.links.resolution import pages


class Destination(NamedTuple):
    """Paths of this site, or addresses of another of its hosts, by language, that of the paper first.

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
        return with_near(self.paths[chosen(accepted, tuple(self.paths))], self.near)


def destination_of(link: ShortLink) -> Destination:
    return Destination(paths_of(link), near_of(link))


def paths_of(link: ShortLink) -> dict[str, str]:
    """A card's code leads to its place below the page that it is meant for, and to nothing below any other."""
    slugs = slugs_of(link)
    same = link.target.translation_key if slugs and link.target is not None else None
    return {
        page.locale.language_code: str(page.get_url())
        + (slugs.get(page.locale_id, "") if page.translation_key == same else "")
        for page in pages(link)
    }


def near_of(link: ShortLink) -> str:
    return link.placement.area.code if link.placement is not None else ""


def written(paths: dict[str, str]) -> str:
    """Paths as the map has them; the order stays."""
    return json.dumps(paths, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> dict[str, str]:
    """What `written` has written. Raises ValueError."""
    return {str(language): str(path) for language, path in json.loads(text).items()}
