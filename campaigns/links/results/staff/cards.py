"""Readings of the codes on cards of places, which belong to no campaign.

No table takes them apart, and no other counts them: a month of all cards together is a number of its own.
"""

from django.db.models import QuerySet, Sum
from django.db.models.functions import TruncMonth

from campaigns.links.models import ScanCount, ShortLink
from campaigns.links.results.few import Reading, told, total


def codes_on_cards() -> QuerySet[ShortLink]:
    return ShortLink.objects.filter(is_cases_own=True)


def readings_of_cards() -> Reading:
    """Since there are cards, by what their months tell."""
    counts = ScanCount.objects.filter(link__in=codes_on_cards()).order_by()
    by_month = counts.values_list(TruncMonth("day")).annotate(Sum("count"))
    return total(told(count) for _month, count in by_month)
