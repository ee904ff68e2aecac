"""The check of one thing, and of everything that anybody may see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.languages.codes import language_of
from campaigns.members.models import Organisation
from home.sharing.kinds import KINDS, Kind, kind_of
from home.vocabulary.finding import Found, as_they_are, found_in
from home.vocabulary.texts import fetch_texts, texts_of


@dataclass(frozen=True)
class Checked:
    """A thing that says some of the words."""

    thing: Any
    kind: Kind
    found: list[Found]

    @property
    def title(self) -> str:
        return self.kind.title(self.thing)


def names() -> re.Pattern[str]:
    """Of places, desks and organisations, which are called what they are called."""
    rows = (model.objects.values_list("name", flat=True) for model in (Case, Desk, Organisation))
    return as_they_are(name for names_of_kind in rows for name in names_of_kind)


def check(thing: Any, known: re.Pattern[str] | None = None) -> list[Found]:
    """The words that a thing says; only Japanese ones are known."""
    if not language_of(thing).startswith("ja"):
        return []
    return found_in(texts_of(thing), known or names(), is_case=isinstance(thing, Case))


def is_checked(thing: Any) -> bool:
    return kind_of(thing) is not None


def everything() -> Iterator[Checked]:
    """What anybody may see and says some of the words. A few queries for each class of things."""
    known = names()
    for kind in KINDS.values():
        things = list(kind.public())
        fetch_texts(things)
        for thing in things:
            found = check(thing, known)
            if found:
                yield Checked(thing, kind, found)
