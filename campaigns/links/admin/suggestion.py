"""Which page staff are offered first as the successor of pages that go."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import Case, Count, Value, When
from wagtail.models import Page

from campaigns.current import current_campaign
from campaigns.links.models import Successor
from campaigns.links.reach import links_to, public_pages, with_predecessors


def suggested(pages: Iterable[Page], going: set[int]) -> Page | None:
    """The first that is public and stays of: what was named before, a translation, the campaign, what is above."""
    offered = public_pages().exclude(pk__in=going)
    for page in pages:
        for candidates in in_turn(page, going):
            found = {candidate.pk: candidate for candidate in offered.filter(pk__in=candidates)}
            first = next((found[pk] for pk in candidates if pk in found), None)
            if first is not None:
                return first
    return None


def in_turn(page: Page, going: set[int]) -> Iterator[list[int]]:
    """Keys of pages, the best first, looked up only as far as they are needed."""
    yield list(Successor.objects.filter(page=page.pk).values_list("successor", flat=True))
    yield translations(page)
    yield campaigns(going)
    current = current_campaign()
    yield [current.pk] if current is not None else []
    yield list(page.get_ancestors().order_by("-depth").values_list("pk", flat=True))


def translations(page: Page) -> list[int]:
    usual_first = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=Value(0)), default=Value(1))
    return list(page.get_translations().order_by(usual_first, "pk").values_list("pk", flat=True))


def campaigns(going: set[int]) -> list[int]:
    """Of the codes that lead to what goes, the campaign of most first."""
    links = links_to(with_predecessors(going)).exclude(campaign=None)
    counted = links.values("campaign").annotate(codes=Count("pk")).order_by("-codes", "-campaign")
    return [row["campaign"] for row in counted]
