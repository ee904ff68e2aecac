"""What the page of one place says beside the place's own words."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from campaigns.areas.nearness import NEAR, distances_from
from campaigns.cases.models import Case, CaseTag
from campaigns.cases.nearby import nearest_first
from campaigns.languages.order import readers_language
from campaigns.opening.models import coming
from campaigns.tags import rename
from home.cases.addresses import address_of, index_of
from home.cases.choosing import all_tags
from home.cases.listing import BESIDE, for_cards, keys_of_tags
from home.cases.published import published
from home.crumbs import entry
from home.desks.answering import desks_in, few
from home.maps import map_link

if TYPE_CHECKING:
    from home.cases.models import CaseIndexPage


def case_context(
    case: Case, index: "CaseIndexPage | None", request: HttpRequest | None = None
) -> dict[str, Any]:
    """The context of pages/case.html; `index` is the list that the place stands below, if there is one."""
    now = timezone.now()
    desks = few(desks_in(readers_language()), now, request)
    tags = known_tags(case) if request is not None else edited_tags(case)
    stands_below = above(index, request)
    address = address_of(case, index, request)
    above_url = stands_below[-1]["url"] if stands_below else ""
    return {
        "case": case,
        "index": index,
        "address": address,
        "written": case,
        "special_days": coming(case.special_days.all(), timezone.localdate(now)),
        "index_url": above_url,
        "tags": [
            {"title": tag.name, "url": f"{above_url}?{tag.kind}={tag.slug}" if above_url else ""}
            for tag in tags
        ],
        "map": map_link(case.address),
        "beside": beside(case),
        "desks": desks,
        "above": stands_below,
    }


def known_tags(case: Case) -> list[CaseTag]:
    """Its tags in the reader's language, without a query once they are known."""
    keys = keys_of_tags().get(case.pk, ())
    return [tag for tag in all_tags(readers_language()) if tag.pk in keys]


def edited_tags(case: Case) -> list[CaseTag]:
    """The same of what is not saved yet."""
    tags = list(case.tags.all())
    rename(tags, readers_language())
    return tags


def beside(case: Case) -> list[Case]:
    """The nearest other places."""
    distances = distances_from(case.area_id)
    others = published(readers_language()).exclude(translation_key=case.translation_key)
    return list(for_cards(nearest_first(others, distances, NEAR))[:BESIDE])


def above(index: "CaseIndexPage | None", request: HttpRequest | None = None) -> list[dict[str, str]]:
    """The pages above a place, the home page first."""
    if index is None:
        return []
    return [entry(page, request) for page in (index.get_parent(), index)]


def shown_with(case: Case) -> dict[str, Any]:
    """The same in the editor's preview."""
    index = index_of(case.locale.language_code)
    return {"page": index, **case_context(case, index)}
