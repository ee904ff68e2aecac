"""What somebody has chosen in the list of events, as it stands in the address: municipality and kind."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.areas.models import Area
from campaigns.areas.near import area_named
from home.events.kinds import Attendance, EventKind

if TYPE_CHECKING:
    from home.events.models import EventPage


@dataclass(frozen=True)
class Choice:
    """A municipality's code and a kind; empty ones are not chosen. `city` is what a chosen ward is part of."""

    near: str = ""
    kind: str = ""
    city: str = ""

    @classmethod
    def of(cls, request: HttpRequest, areas: Iterable[Area]) -> Self:
        """What the address says, as far as there is such a thing; `areas` are known already."""
        near, kind = request.GET.get("near", ""), request.GET.get("kind", "")
        # One where nothing is on, too: nothing is what its calendar then holds, and not everything.
        area = next((area for area in areas if area.code == near), None) or area_named(near)
        return cls(
            near=area.code if area is not None else "",
            kind=kind if kind in EventKind.values else "",
            city=area.parent.code if area is not None and area.parent is not None else "",
        )

    @property
    def is_anything(self) -> bool:
        return bool(self.near or self.kind)

    @property
    def query(self) -> str:
        """As it stands behind an address."""
        said = {"near": self.near, "kind": self.kind}
        return urlencode({key: value for key, value in said.items() if value})

    def finds(self, event: "EventPage") -> bool:
        """Whatever is online is near to everybody."""
        near = not self.near or event.attendance != Attendance.PLACE or self.is_near(event.area)
        return near and (not self.kind or event.kind == self.kind)

    def is_near(self, area: Area | None) -> bool:
        """A city has what is in its wards, and a ward what is the whole city's."""
        if area is None:
            return False
        within = {area.code, area.parent.code if area.parent is not None else ""}
        return self.near in within or area.code == self.city


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
    kind = forms.ChoiceField(label=gettext_lazy("Kind of event"), required=False)

    def __init__(self, choice: Choice, areas: Sequence[Area], events: Iterable["EventPage"]) -> None:
        super().__init__(initial=asdict(choice), auto_id="by-%s")
        fields: dict[str, Any] = self.fields
        kinds = {event.kind for event in events} | {choice.kind}
        if choice.near and choice.near not in {area.code for area in areas}:
            areas = [*areas, *filter(None, [area_named(choice.near)])]
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
