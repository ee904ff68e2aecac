"""What the pages of desks say beside the desks' own words."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from campaigns.areas.near import near, with_near
from campaigns.desks.models import Desk
from campaigns.languages.order import readers_language
from campaigns.opening.models import coming
from home.changes import note
from home.crumbs import entry
from home.desks.addresses import address_of, index_of
from home.desks.answering import Answering, answering, desks_in, few, for_people_of
from home.desks.listing import Chosen, DeskForm, Shelf, spoken, topics_of
from home.maps import map_link

if TYPE_CHECKING:
    from home.desks.models import DeskIndexPage


def index_context(index: "DeskIndexPage", request: HttpRequest) -> dict[str, Any]:
    """The context of pages/desk_index.html."""
    now = timezone.now()
    language = readers_language()
    area = near(request)
    desks = for_people_of(area, answering(desks_in(language), now))
    note(request, *(each.changes for each in desks))
    topics, languages = topics_of(desks), spoken(desks)
    chosen = Chosen.of(request, (tag.slug for tag in topics), languages)
    return {
        "shelf": Shelf(desks, topics, chosen),
        "form": DeskForm(chosen, topics, languages),
        "clear": with_near(index.get_url(request), area.code if area else "") if chosen.is_anything else "",
        "kept_near": area.code if area else "",
    }


def desk_context(
    desk: Desk, index: "DeskIndexPage | None", request: HttpRequest | None = None
) -> dict[str, Any]:
    """The context of pages/desk.html; `index` is the list that the desk stands below, if there is one."""
    now = timezone.now()
    each = Answering.at(desk, now)
    others = (
        []
        if each.is_open
        else [
            other for other in few(desks_in(readers_language()), now, request) if other.desk.slug != desk.slug
        ]
    )
    address = address_of(desk, index, request)
    note(request, each.changes)
    return {
        "each": each,
        "desk": desk,
        "others": others,
        "special_days": coming(desk.special_days.all(), timezone.localdate(now)),
        "map": map_link(desk.address),
        "address": address,
        "written": desk,
        "above": above(index, request),
    }


def above(index: "DeskIndexPage | None", request: HttpRequest | None = None) -> list[dict[str, str]]:
    """The pages above a desk, the home page first."""
    if index is None:
        return []
    return [entry(page, request) for page in (index.get_parent(), index)]


def shown_with(desk: Desk) -> dict[str, Any]:
    """The same in the editor's preview."""
    index = index_of(desk.locale.language_code)
    return {"page": index, **desk_context(desk, index)}
