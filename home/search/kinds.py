"""The kinds of things that can be found, each registered by the app that shows it.

register(Kind("event", _("Events"), EventPage, words=event_words, template="search/page.html", order=2))
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise


@dataclass(frozen=True)
class Words:
    """What a thing is found by: its name and how that is read, one or two sentences, and everything else it says.

    `unshown` is found as well, but makes no excerpt: numbers, addresses, what the result shows anyway.
    """

    title: str
    reading: str = ""
    lead: str = ""
    body: str = ""
    unshown: str = ""
    position: str = ""


@dataclass(frozen=True)
class Kind:
    """`words` gives None for what must not be found; `shown` has what a result's template needs of each thing."""

    key: str
    label: str | Promise
    model: type[Model]
    words: Callable[[Any], Words | None]
    template: str
    order: int
    shown: Callable[[Iterable[int]], QuerySet[Any]] | None = field(default=None)

    def things(self, keys: Iterable[int]) -> dict[int, Any]:
        """The things themselves by primary key, in one query."""
        rows = self.shown(keys) if self.shown else self.model._default_manager.filter(pk__in=keys)
        return {thing.pk: thing for thing in rows}


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Let this kind be found; called from an app's `ready`. A page is of the most special kind registered for it."""
    from home.search.signal_handlers import listen_to

    KINDS[kind.key] = kind
    listen_to(kind)


def kind_of(thing: Model) -> Kind | None:
    by_model = {kind.model: kind for kind in KINDS.values()}
    return next((by_model[parent] for parent in type(thing).__mro__ if parent in by_model), None)


def in_order() -> list[Kind]:
    return sorted(KINDS.values(), key=lambda kind: kind.order)
