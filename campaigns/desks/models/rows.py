from django.db import models
from modelcluster.fields import ParentalKey

from campaigns.desks.models.desk import Desk
from campaigns.opening.models import OpeningRow, SpecialDay


class DeskHours(OpeningRow):
    """Hours of a desk on some weekdays."""

    desk = ParentalKey(Desk, on_delete=models.CASCADE, related_name="opening_rows")

    class Meta(OpeningRow.Meta):
        pass


class DeskDay(SpecialDay):
    """Days on which a desk is closed, or a window that was announced for it."""

    desk = ParentalKey(Desk, on_delete=models.CASCADE, related_name="special_days")

    class Meta(SpecialDay.Meta):
        pass
