"""Where places and desks have their pages, for whatever names one; the lists are looked up once for a page."""

from collections.abc import Callable
from typing import Any

from django import template
from django.template import Context

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.languages.order import readers_language
from home.cases import addresses as of_cases
from home.desks import addresses as of_desks

register = template.Library()


@register.simple_tag(takes_context=True)
def case_address(context: Context, case: Case) -> str:
    """The path of a place; empty where there is no list of places."""
    return of_cases.address_of(case, once(context, "cases", of_cases.index_of), context.get("request"))


@register.simple_tag(takes_context=True)
def desk_address(context: Context, desk: Desk) -> str:
    """The path of a desk; empty where there is no list of desks."""
    return of_desks.address_of(desk, once(context, "desks", of_desks.index_of), context.get("request"))


def once(context: Context, kind: str, find: Callable[[str], Any]) -> Any:
    """What `find` finds for the reader, asked for once in a request; included templates share nothing else."""
    language = readers_language()
    request = context.get("request")
    if request is None:
        return find(language)
    if not hasattr(request, "lists_of_places_and_desks"):
        request.lists_of_places_and_desks = {}
    kept: dict[tuple[str, str], Any] = request.lists_of_places_and_desks
    if (kind, language) not in kept:
        kept[kind, language] = find(language)
    return kept[kind, language]
