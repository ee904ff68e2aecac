"""Which desks residents are told of."""

from django.db.models import QuerySet
from django.utils import timezone

from campaigns.desks.models import Desk


def not_over() -> "QuerySet[Desk]":
    """The desks whose last day has not gone by."""
    return Desk.objects.exclude(valid_until__lt=timezone.localdate())
