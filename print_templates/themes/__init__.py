"""The themes at hand: every folder here that has a `THEME` is one. Adding a theme is adding a folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from print_templates.themes.theme import Theme


@cache
def themes() -> dict[str, Theme]:
    """All themes by key, in the order of their folders' names."""
    found = {}
    for module in iter_modules(__path__):
        if module.ispkg:
            theme = getattr(import_module(f"{__name__}.{module.name}"), "THEME", None)
            if theme is not None:
                found[theme.key] = theme
    return found


def theme(key: str) -> Theme:
    """The theme of that key. Raises KeyError when there is no such folder."""
    return themes()[key]
