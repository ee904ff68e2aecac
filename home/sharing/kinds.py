"""The kinds of things whose addresses are passed on: pages, and what has a page below a list.

register(Kind("event", Event, lambda: Event.objects.filter(live=True)))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Kind:
    """`public` gives what anybody may see, with all that `title` needs; `title` is a thing's own name."""

    key: str
    model: type[Model]
    public: Callable[[], QuerySet[Any]]
    title: Callable[[Any], str] = str


KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Called from an app's `ready`."""
    KINDS[kind.key] = kind


def kind_of(thing: object) -> Kind | None:
    return next((kind for kind in KINDS.values() if isinstance(thing, kind.model)), None)
