"""What somebody has chosen in the list of events, as it stands in the address: municipality, how far, and kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.areas.models import Area
from campaigns.areas.near import area_named
from campaigns.areas.nearness import ANYWHERE, BELONGS, NEXT, distances_from
from home.events.kinds import Attendance, EventKind

if TYPE_CHECKING:
    from home.events.models import EventPage


@dataclass(frozen=True)
class Choice:
    """A municipality's code, whether what lies next to it counts, and a kind; empty ones are not chosen.

    `area` is the municipality, and `distances` those from it, by key (`nearness.distance`).
    """

    near: str = ""
    around: bool = False
    kind: str = ""
    area: Area | None = field(default=None, compare=False)
    distances: Mapping[int, int] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, request: HttpRequest, areas: Iterable[Area]) -> Self:
        """What the address says, as far as there is such a thing; `areas` are known already."""
        near, kind = request.GET.get("near", ""), request.GET.get("kind", "")
        # One where nothing is on, too: nothing is what its calendar then holds, and not everything.
        area = next((area for area in areas if area.code == near), None) or area_named(near)
        around = request.GET.get("around") == "1"
        return cls.near_to(area, around=around, kind=kind if kind in EventKind.values else "")

    @classmethod
    def near_to(cls, area: Area | None, *, around: bool = False, kind: str = "") -> Self:
        if area is None:
            return cls(kind=kind)
        return cls(area.code, around, kind, area, distances_from(area.pk))

    @property
    def is_anything(self) -> bool:
        return bool(self.near or self.kind)

    @property
    def query(self) -> str:
        """As it stands behind an address."""
        said = {"near": self.near, "around": "1" if self.near and self.around else "", "kind": self.kind}
        return urlencode({key: value for key, value in said.items() if value})

    def finds(self, event: "EventPage") -> bool:
        """Whatever is online is near to everybody."""
        far = NEXT if self.around else BELONGS
        near = not self.near or event.attendance != Attendance.PLACE or self.distance(event) <= far
        return near and (not self.kind or event.kind == self.kind)

    def distance(self, event: "EventPage") -> int:
        """How far it is to the place where an event is held."""
        return self.distances.get(event.area_id, ANYWHERE) if event.area_id is not None else ANYWHERE

    def wider(self) -> list[Self]:
        """The same with one thing less of the municipality, the least loss first."""
        if not self.near:
            return []
        around = [] if self.around else [replace(self, around=True)]
        return [*around, replace(self, near="", around=False, area=None)]


def areas_of(events: Iterable["EventPage"]) -> list[Area]:
    """Where something is on, each once, by code; cities whose wards have something with them."""
    found: dict[str, Area] = {}
    for event in events:
        for area in (event.area, event.area.parent if event.area is not None else None):
            if area is not None:
                found[area.code] = area
    return [found[code] for code in sorted(found)]


class ChoiceForm(forms.Form):
    """What to choose by."""

    near = forms.ChoiceField(label=gettext_lazy("Municipality or ward"), required=False)
    around = forms.ChoiceField(
        label=gettext_lazy("How far"),
        required=False,
        choices=[("", gettext_lazy("Only there")), ("1", gettext_lazy("Next to it as well"))],
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of event"), required=False)

    def __init__(self, choice: Choice, areas: Sequence[Area], events: Iterable["EventPage"]) -> None:
        chosen = {"near": choice.near, "around": "1" if choice.around else "", "kind": choice.kind}
        super().__init__(initial=chosen, auto_id="by-%s")
        fields: dict[str, Any] = self.fields
        kinds = {event.kind for event in events} | {choice.kind}
        if choice.area is not None and choice.area not in areas:
            areas = [*areas, choice.area]
        fields["near"].choices = [
            ("", _("All municipalities")),
            *((area.code, area.in_list) for area in areas),
        ]
        fields["kind"].choices = [
            ("", _("Anything")),
            *((value, label) for value, label in EventKind.choices if value in kinds),
        ]
        for name in ("near", "kind"):
            if len(fields[name].choices) < 3 and not getattr(choice, name):
                del fields[name]
        if not choice.near:
            del fields["around"]
