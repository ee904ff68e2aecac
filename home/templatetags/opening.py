"""Whether something is open now, in words; on any page that shows a desk or a place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django import template
from django.template import Context
from django.utils import timezone

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.opening.state import State, state_of
from home.changes import note
from home.opening_words import desk_words, place_words

register = template.Library()


@dataclass(frozen=True)
class Now:
    """Words are empty, and nothing is open, where hours are known in words alone."""

    is_open: bool = False
    words: str = ""
    varies: bool = False


@register.simple_tag(takes_context=True)
def desk_now(context: Context, desk: Desk) -> Now:
    """Whether a desk answers now; noted as something that changes. Prefetch its rows for lists."""
    return now_of(context, desk, desk_words)


@register.simple_tag(takes_context=True)
def place_now(context: Context, case: Case) -> Now:
    """Whether a place is open now; noted as something that changes."""
    return now_of(context, case, place_words)


def now_of(context: Context, thing: Desk | Case, words: Callable[[State, datetime], str]) -> Now:
    if not thing.timetable.is_known:
        return Now()
    now = timezone.now()
    state = state_of(thing.timetable, now)
    note(context.get("request"), state.changes)
    return Now(state.is_open, words(state, now), state.varies)
