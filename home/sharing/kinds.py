"""The kinds of things whose addresses are passed on: pages, and what has a page below a list.

register(Kind("event", Event, lambda: Event.objects.filter(live=True), paths_below(event_index)))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from wagtail.models import Page

from campaigns.languages.addresses import in_address
from campaigns.languages.codes import language_of

#: The path of a thing in the language that it is written in; empty where it has none.
PathOf = Callable[[Any], str]


@dataclass(frozen=True)
class Kind:
    """`public` gives what anybody may see; `paths` gives what says their paths, after looking up what all share.

    `title` is a thing's own name; `changed` names the column of the moment since which it says what it says.
    """

    key: str
    model: type[Model]
    public: Callable[[], QuerySet[Any]]
    paths: Callable[[], PathOf]
    title: Callable[[Any], str] = str
    changed: str = "last_published_at"


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Called from an app's `ready`."""
    KINDS[kind.key] = kind


def kind_of(thing: object) -> Kind | None:
    return next((kind for kind in KINDS.values() if isinstance(thing, kind.model)), None)


def path_of(page: Page) -> str:
    """The path of a page in its own language; empty where it has none."""
    parts = page.get_url_parts() if page.pk else None
    return str(parts[2]) if parts and parts[2] else ""


def paths_below(index_of: Callable[[str], Page | None]) -> Callable[[], PathOf]:
    """Paths of what has its page below a list, by its slug; `index_of` finds the list in a language."""

    def paths() -> PathOf:
        index = index_of(settings.LANGUAGE_CODE)
        root = path_of(index) if index is not None else ""
        return lambda thing: f"{in_address(root, language_of(thing))}{thing.slug}/" if root else ""

    return paths
