"""Which prints were to be seen at all."""

from django.db.models import Q

from campaigns.links.models import Placement

#: Placements whose prints hang, or hung before they were removed; what was only pledged does not count.
HUNG = Q(status=Placement.Status.DISPLAYED) | Q(status=Placement.Status.REMOVED, displayed_on__isnull=False)
