from django.db import models
from modelcluster.fields import ParentalKey

from campaigns.cases.models.case import Case
from campaigns.opening.models import OpeningRow, SpecialDay


class CaseHours(OpeningRow):
    """Hours of a place on some weekdays."""

    case = ParentalKey(Case, on_delete=models.CASCADE, related_name="opening_rows")

    class Meta(OpeningRow.Meta):
        pass


class CaseDay(SpecialDay):
    """Days on which a place is closed or open at other hours."""

    case = ParentalKey(Case, on_delete=models.CASCADE, related_name="special_days")

    class Meta(SpecialDay.Meta):
        pass
