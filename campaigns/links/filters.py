"""How staff find placements in the admin."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from campaigns.areas.models import Area
from campaigns.links.models import Placement
from campaigns.members.models import Organisation


class PlacementFilters(WagtailFilterSet):
    """By whose they are, where they hang, what they are and until when."""

    organisation = ModelChoiceFilter(
        label=_("member organisation"), queryset=Organisation.objects.all(), empty_label=_("All")
    )
    area = ModelChoiceFilter(
        label=_("municipality"), queryset=Area.objects.select_related("parent"), empty_label=_("All")
    )
    until = DateFromToRangeFilter(label=_("until"), widget=DateRangePickerWidget)

    class Meta:
        model = Placement
        fields: ClassVar[list[str]] = ["organisation", "area", "status", "material", "until"]
