"""Every address of the site that our own code answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

OURS = ("campaigns", "cms", "home")
#: What stands in an address where nothing of that name need exist.
SAMPLES = {"IntConverter": 987_654, "SlugConverter": "nothing", "StringConverter": "nothing"}


@dataclass(frozen=True)
class Address:
    """`route` is its pattern from the site's root on, `converters` what a key is written as."""

    name: str
    route: str
    converters: tuple[tuple[str, str], ...]

    def with_samples(self) -> str:
        return reverse(self.name, kwargs={key: SAMPLES[kind] for key, kind in self.converters})


def our_addresses() -> list[Address]:
    """Those with a name, each once."""
    return list(dict.fromkeys(below(get_resolver())))


def below(
    resolver: URLResolver, space: str = "", route: str = "", keys: tuple[tuple[str, str], ...] = ()
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        converters = entry.pattern.converters.items()
        found = keys + tuple((key, type(kind).__name__) for key, kind in converters)
        whole = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from below(entry, f"{space}{entry.namespace}:" if entry.namespace else space, whole, found)
        elif isinstance(entry, URLPattern) and entry.name and is_ours(entry.callback):
            yield Address(space + entry.name, whole, found)


def is_ours(view: Any) -> bool:
    module: str = getattr(view, "view_class", view).__module__
    return module.split(".", maxsplit=1)[0] in OURS
