"""How staff narrow the register down."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from campaigns.areas.models import Area
from campaigns.editions import Edition
from campaigns.links.custody.alarms import KINDS
from campaigns.links.custody.models import Result
from campaigns.links.custody.states import State
from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage

#: What is asked of all alarms together, beside the kinds of them.
ANY, NONE = "any", "none"
#: Codes at which nobody has looked yet.
UNSEEN = "unseen"


class RegisterFilters(WagtailFilterSet):
    """By what should be looked after, and by what is printed, for whom, where."""

    alarm = ChoiceFilter(
        label=_("To look after"),
        method="with_alarm",
        choices=[(ANY, _("Anything")), (NONE, _("Nothing")), *((kind.key, kind.label) for kind in KINDS)],
        empty_label=_("All"),
    )
    state = ChoiceFilter(label=_("Leads to"), choices=State, empty_label=_("All"))
    result = ChoiceFilter(
        label=_("Last check"),
        method="with_result",
        choices=[*Result.choices, (UNSEEN, _("Not checked yet"))],
        empty_label=_("All"),
    )
    campaign = ModelChoiceFilter(
        label=_("campaign"), queryset=CampaignPage.objects.order_by("-starts"), empty_label=_("All")
    )
    organisation = ModelChoiceFilter(
        label=_("member organisation"), queryset=Organisation.objects.all(), empty_label=_("All")
    )
    area = ModelChoiceFilter(
        label=_("municipality"), method="in_area", queryset=Area.objects.select_related("parent"),
        empty_label=_("All"),
    )  # fmt: skip
    material = ChoiceFilter(
        label=_("material"),
        field_name="placement__material",
        choices=Placement.Material,
        empty_label=_("All"),
    )
    edition = ModelChoiceFilter(
        label=_("edition"), method="in_edition", empty_label=_("All"),
        queryset=Edition.objects.select_related("campaign").defer("words", "lettering"),
    )  # fmt: skip

    class Meta:
        model = ShortLink
        fields: ClassVar[list[str]] = []

    def with_alarm(self, links: QuerySet[ShortLink], _name: str, value: str) -> QuerySet[ShortLink]:
        found = Q()
        for kind in KINDS:
            if value in {ANY, NONE, kind.key}:
                found |= Q(**{f"alarm_{kind.key}": True})
        return links.exclude(found) if value == NONE else links.filter(found)

    def with_result(self, links: QuerySet[ShortLink], _name: str, value: str) -> QuerySet[ShortLink]:
        if value == UNSEEN:
            return links.filter(last_check__checked_at=None)
        return links.filter(last_check__result=value)

    def in_edition(self, links: QuerySet[ShortLink], _name: str, value: Edition) -> QuerySet[ShortLink]:
        return links.filter(Q(printed_edition=value.pk))

    def in_area(self, links: QuerySet[ShortLink], _name: str, value: Any) -> QuerySet[ShortLink]:
        """A city has what its wards have. Where a code is not one place's, its organisation's municipality counts."""
        places = Q(placement__area=value) | Q(placement__area__parent=value)
        seats = Q(organisation__area=value) | Q(organisation__area__parent=value)
        cases = Q(case__area=value) | Q(case__area__parent=value)
        return links.filter(places | cases | (Q(placement=None) & seats))
