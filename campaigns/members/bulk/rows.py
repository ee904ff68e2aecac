"""What one row of a list says of an organisation, and whether it can become a member."""

import re
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from campaigns.areas.models import Area
from campaigns.members.bulk.table import LANGUAGES
from campaigns.members.models import Organisation
from campaigns.members.text import normal

PREFECTURE = re.compile(r"^(北海道|東京都|京都府|大阪府|.{2,3}県)")


class Gazetteer:
    """Municipalities by everything a list may call them; one query for a whole list."""

    def __init__(self) -> None:
        self.areas: dict[str, Area] = {}
        bare: dict[str, list[Area]] = {}
        for area in Area.objects.select_related("parent"):
            self.areas[area.code] = self.areas[area.full_name] = area
            bare.setdefault(area.name, []).append(area)
        for name, same in bare.items():
            if len(same) == 1:
                self.areas.setdefault(name, same[0])

    def find(self, written: str) -> Area | None:
        """By code of five or six digits, whose leading zero a spreadsheet may have taken, or by name."""
        name = "".join(normal(written).split())
        if name.isascii() and name.isdigit():
            return self.areas.get(name.zfill(5)) or self.areas.get(name.zfill(6)[:5])
        return self.areas.get(name) or self.areas.get(PREFECTURE.sub("", name))


def kinds() -> dict[str, str]:
    """Kinds of organisations by key and by their names in either language."""
    found: dict[str, str] = {}
    for kind in Organisation.Kind:
        found[kind.value] = kind.value
        for language in LANGUAGES:
            with translation.override(language):
                found[str(kind.label).lower()] = kind.value
    return found


class RowForm(forms.ModelForm[Organisation]):
    """A row as if it had been typed into a form; `instance` is the organisation, not yet saved."""

    kind = forms.CharField(error_messages={"required": _("Please fill this in.")})
    municipality = forms.CharField(error_messages={"required": _("Please fill this in.")})
    email = forms.EmailField(error_messages={"required": _("Please fill this in.")})
    website = forms.URLField(required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = ("name", "reading", "kind", "website", "phone")
        error_messages = {"name": {"required": _("Please fill this in.")}}

    def __init__(self, cells: dict[str, str], gazetteer: Gazetteer, kinds: dict[str, str]) -> None:
        super().__init__(cells)
        self.gazetteer, self.kinds = gazetteer, kinds

    def clean_name(self) -> str:
        return normal(self.cleaned_data["name"])

    def clean_reading(self) -> str:
        return normal(self.cleaned_data["reading"])

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean_kind(self) -> str:
        kind = self.kinds.get(normal(self.cleaned_data["kind"]).lower())
        if kind is None:
            raise forms.ValidationError(
                _("We do not know this kind. It can be: %(kinds)s"),
                params={"kinds": "、".join(str(label) for label in Organisation.Kind.labels)},
            )
        return kind

    def clean_municipality(self) -> Area:
        area = self.gazetteer.find(self.cleaned_data["municipality"])
        if area is None:
            raise forms.ValidationError(
                _("We do not know this municipality. Please write it like 横浜市鶴見区, or its code.")
            )
        return area

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "municipality" in cleaned:
            self.instance.area = cleaned["municipality"]
        return cleaned
