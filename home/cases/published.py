"""Which cases residents see."""

from django.db.models import QuerySet

from campaigns.cases.models import Case
from campaigns.languages.shown import best_of


def published(language: str) -> QuerySet[Case]:
    """Each published case once, in the best language for a reader of `language`."""
    return best_of(Case.objects.filter(live=True), language)
