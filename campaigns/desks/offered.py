"""Which desks residents are told of, and those that stand where a page has none of its own."""

from django.db.models import QuerySet
from django.utils import timezone

from campaigns.desks.models import Desk
from campaigns.desks.opening import with_rows
from campaigns.languages.shown import best_of

#: How many they are.
OFFERED = 3


def not_over() -> "QuerySet[Desk]":
    """The desks whose last day has not gone by."""
    return Desk.objects.exclude(valid_until__lt=timezone.localdate())


def some_desks(language: str) -> "QuerySet[Desk]":
    """The first desks, each in the best language for a reader of `language`, with what their state follows from."""
    return with_rows(best_of(not_over(), language))[:OFFERED]
