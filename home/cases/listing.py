"""The places that a choice finds, nearest first, page by page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from campaigns.areas.models import Area
from campaigns.areas.nearness import BELONGS, NEAR, NEXT, distances_from
from campaigns.cases.models import Case, CaseTag
from campaigns.cases.nearby import nearest_first
from campaigns.freshness.kept import kept
from campaigns.pictures.models import Rendition
from home.cases.choosing import Choice
from home.cases.published import published

#: Places on a page of the list, and those shown beside one place or under a list that found few.
ON_A_PAGE, BESIDE = 24, 3
#: The size of photographs in lists; home/templates name it in `image` tags too.
PHOTO = "fill-640x400|format-webp"

#: What a card does not say.
UNSAID = (
    "story",
    "access",
    "first_visit",
    "questions",
    "quote",
    "quote_role",
    "accessibility",
    "source",
    "since",
)


def for_cards(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With all that a card says but its tags, in two queries however many there are."""
    sized = Rendition.objects.filter(filter_spec=PHOTO)
    photos = Prefetch("picture__renditions", sized, to_attr="prefetched_renditions")
    found = cases.select_related("area__parent", "picture").prefetch_related(photos)
    return found.defer(*UNSAID)


@dataclass(frozen=True)
class Listing:
    """What the list shows for a choice; `areas` and `tags` are all there are (`all_areas`, `all_tags`)."""

    language: str
    choice: Choice
    areas: Sequence[Area]
    tags: Sequence[CaseTag]
    number: str | None = None

    @cached_property
    def area(self) -> Area | None:
        return next((area for area in self.areas if area.code == self.choice.near), None)

    @cached_property
    def distances(self) -> Mapping[int, int]:
        """From the chosen municipality; empty without one."""
        return distances_from(self.area.pk) if self.area is not None else {}

    def found(self, choice: Choice) -> QuerySet[Case]:
        """What a choice of the same municipality, or of none, finds."""
        cases = published(self.language)
        for slug in choice.slugs:
            cases = cases.filter(tags__slug=slug)
        if choice.near:
            return nearest_first(cases, self.distances, NEXT if choice.around else BELONGS)
        return cases.order_by("sort_order", "reading", "pk")

    def count(self, choice: Choice) -> int:
        """How many it finds; counted once until something changes."""
        return kept(("count", self.language, choice), lambda: self.found(choice).count())

    @cached_property
    def page(self) -> Page[Case]:
        page = Counted(self.found(self.choice), self.count(self.choice)).get_page(self.number)
        page.object_list = list(page.object_list)
        self.name_tags(page.object_list)
        return page

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @cached_property
    def wider(self) -> list[tuple[Choice, int]]:
        """Where a search that found nothing is widened: choices that find something, with how many."""
        if self.total:
            return []
        counted = ((choice, self.count(choice)) for choice in self.choice.wider())
        return [(choice, count) for choice, count in counted if count]

    @cached_property
    def beyond(self) -> list[Case]:
        """The nearest places that the choice did not find, when it found few; the tags do not count."""
        if self.area is None or self.total >= BESIDE:
            return []
        shown = [case.pk for case in self.page.object_list]
        others = nearest_first(published(self.language).exclude(pk__in=shown), self.distances, NEAR)
        cases = list(for_cards(others)[:BESIDE])
        self.name_tags(cases)
        return cases

    def name_tags(self, cases: Iterable[Case]) -> None:
        """Give the cases' tags the names that the list has for them, in order."""
        keys = keys_of_tags()
        for case in cases:
            case.shown_tags = [tag for tag in self.tags if tag.pk in keys.get(case.pk, ())]


def keys_of_tags() -> Mapping[int, set[int]]:
    """The keys of the tags of every case, by its key. Read once until something changes, and never altered."""
    return kept("tags of cases", read_keys)


def read_keys() -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = {}
    for case, tag in Case.tags.through.objects.values_list("case_id", "casetag_id"):
        found.setdefault(case, set()).add(tag)
    return found


class Counted(Paginator[Case]):
    """Pages of cards of cases that have been counted before."""

    def __init__(self, cases: QuerySet[Case], total: int) -> None:
        super().__init__(for_cards(cases), ON_A_PAGE)
        self.total = total

    @property
    def count(self) -> int:
        return self.total
