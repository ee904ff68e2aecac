"""The form above the list of places: selects whose choice stands in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.areas.models import Area
from campaigns.cases.models import CaseTag
from campaigns.languages.brackets import with_aside
from home.cases.choosing import Choice

Options = list[tuple[str, str]]


class PlaceForm(forms.Form):
    """What to choose by; options say how many places they have."""

    near = forms.ChoiceField(label=gettext_lazy("Municipality or ward"), required=False)
    around = forms.ChoiceField(
        label=gettext_lazy("How far"),
        required=False,
        choices=[("", gettext_lazy("Only there")), ("1", gettext_lazy("Next to it as well"))],
    )
    activity = forms.ChoiceField(label=gettext_lazy("What one can do there"), required=False)
    audience = forms.ChoiceField(label=gettext_lazy("For whom"), required=False)

    def __init__(self, choice: Choice, areas: Sequence[Area], tags: Sequence[CaseTag]) -> None:
        super().__init__(initial={**asdict(choice), "around": "1" if choice.around else ""}, auto_id="by-%s")
        self.offer("near", area_options(areas, choice.near, _("All municipalities")))
        self.offer("activity", tag_options(tags, CaseTag.Kind.ACTIVITY, choice.activity))
        self.offer("audience", tag_options(tags, CaseTag.Kind.AUDIENCE, choice.audience))
        if not choice.near:
            del self.fields["around"]

    def offer(self, name: str, options: Options) -> None:
        """Give a field its options; one with nothing to choose is left out."""
        if len(options) > 1:
            field: Any = self.fields[name]
            field.choices = options
        else:
            del self.fields[name]


def area_options(areas: Iterable[Any], chosen: str, everywhere: str) -> Options:
    """Municipalities that have something (`count`), and the chosen one in any case."""
    some = [
        (area.code, counted(area.in_list, area.count)) for area in areas if area.count or area.code == chosen
    ]
    return [("", everywhere), *some]


def tag_options(tags: Iterable[Any], kind: str, chosen: str) -> Options:
    """Tags of a kind that some place has, and the chosen one in any case."""
    of_kind = [tag for tag in tags if tag.kind == kind]
    some = [(tag.slug, counted(tag.name, tag.count)) for tag in of_kind if tag.count or tag.slug == chosen]
    return [("", _("Anything") if kind == CaseTag.Kind.ACTIVITY else _("Anybody")), *some]


def counted(name: str, count: int) -> str:
    return with_aside(name, count)
