"""The check of one thing, and of everything that anybody may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.languages.codes import language_of
from campaigns.members.models import Organisation
from home.sharing.kinds import KINDS, Kind, kind_of
from home.vocabulary.finding import Found, found_in
from home.vocabulary.texts import texts_of


@dataclass(frozen=True)
class Checked:
    """A thing that says some of the words."""

    thing: Any
    kind: Kind
    found: list[Found]

    @property
    def title(self) -> str:
        return self.kind.title(self.thing)


def names() -> list[str]:
    """Of places, desks and organisations, which are called what they are called."""
    rows = (model.objects.values_list("name", flat=True) for model in (Case, Desk, Organisation))
    return [name for names_of_kind in rows for name in names_of_kind]


def check(thing: Any, known: list[str] | None = None) -> list[Found]:
    """The words that a thing says; only Japanese ones are known."""
    if not language_of(thing).startswith("ja"):
        return []
    is_case = isinstance(thing, Case)
    return found_in(texts_of(thing), names() if known is None else known, is_case=is_case)


def is_checked(thing: Any) -> bool:
    return kind_of(thing) is not None


def everything() -> Iterator[Checked]:
    """What anybody may see and says some of the words."""
    known = names()
    for kind in KINDS.values():
        for thing in kind.public():
            found = check(thing, known)
            if found:
                yield Checked(thing, kind, found)
