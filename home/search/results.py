"""What was found, as the page shows it: by kind, each with an excerpt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from campaigns.languages.order import order, readers_language
from campaigns.reading.lexicon import lexicon
from home.search.excerpts import Marker, Piece
from home.search.finding import Finding, Hit
from home.search.kinds import KINDS, Kind, in_order
from home.search.models import SearchEntry

#: Results of each kind on the first page, and on a page of one kind alone.
FIRST, OF_ONE = 8, 20


@dataclass(frozen=True)
class Result:
    """One thing with its address, empty if it has none, and its language."""

    thing: Any
    title: Sequence[Piece]
    excerpt: Sequence[Piece]
    language: str
    url: str


@dataclass(frozen=True)
class Group:
    kind: Kind
    count: int
    results: Sequence[Result]
    #: The sheet of results that is shown, when it is those of one kind.
    sheet: Sheet | None = None

    @property
    def more(self) -> bool:
        return self.sheet is None and self.count > len(self.results)


def groups(finding: Finding, request: HttpRequest, only: str = "", number: str = "1") -> list[Group]:
    """The groups that have results, in the order of kinds; one alone if its key is given.

    Queries: one for the entries, one for the things of each kind.
    """
    kinds = [KINDS[only]] if only in KINDS else in_order()
    hits = {kind: [hit for hit in finding.hits if hit.kind == kind.key] for kind in kinds}
    sheet = Paginator(hits[kinds[0]], OF_ONE).get_page(number) if only in KINDS else None
    shown = {kind: list(sheet) if sheet else of_kind[:FIRST] for kind, of_kind in hits.items()}
    every = [hit for of_kind in shown.values() for hit in of_kind]
    entries = in_best_language(every, finding.visible, readers_language())
    marker = Marker(finding.words, finding.loosely, lexicon())
    return [
        Group(kind, len(hits[kind]), results(kind, of_kind, entries, marker, request), sheet)
        for kind, of_kind in shown.items()
        if of_kind
    ]


def in_best_language(
    hits: Sequence[Hit], visible: QuerySet[SearchEntry], language: str
) -> dict[int, SearchEntry]:
    """What is shown for each hit's entry: its thing in the best language that it is written in for a reader. One query."""
    keys = {hit.translation for hit in hits if hit.translation is not None}
    known = visible.filter(Q(pk__in=[hit.entry for hit in hits]) | Q(translation__in=keys))
    found = {entry.pk: entry for entry in known}
    best: dict[UUID | None, SearchEntry] = {}
    for code in reversed(order(language)):
        best |= {entry.translation: entry for entry in found.values() if entry.language == code}
    best.pop(None, None)
    return {hit.entry: best.get(hit.translation, found[hit.entry]) for hit in hits if hit.entry in found}


def results(
    kind: Kind, hits: Sequence[Hit], entries: Mapping[int, SearchEntry], marker: Marker, request: HttpRequest
) -> list[Result]:
    shown = [entries[hit.entry] for hit in hits if hit.entry in entries]
    things = kind.things(entry.object_id for entry in shown)
    return [
        Result(
            things[entry.object_id],
            marker.marked(entry.title),
            marker.excerpt(entry.lead, entry.body),
            entry.language,
            address(things[entry.object_id], request),
        )
        for entry in shown
        if entry.object_id in things
    ]


def address(thing: Any, request: HttpRequest) -> str:
    """Where a thing is shown; empty for one that has no page of its own."""
    if hasattr(thing, "get_url"):
        return thing.get_url(request) or ""
    return str(thing.get_absolute_url()) if hasattr(thing, "get_absolute_url") else ""
