"""The rows of the tables: what they are called, and in which order they stand. Never the order of success."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from campaigns.areas.models import Area
from campaigns.links.models import Placement
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage

#: Behind everything else.
LAST = 1


@dataclass(frozen=True)
class Category:
    """One row's heading; equal ones are the same row, whichever campaign is looked at."""

    order: tuple[Any, ...]
    label: str

    def __lt__(self, other: "Category") -> bool:
        return self.order < other.order


def material(link: Mapping[str, Any]) -> Category:
    """What a code is printed on; one that all prints of an organisation share is on whatever they print."""
    if link["material"]:
        return material_of(link["material"])
    if link["is_placements_own"]:
        return Category((LAST, 1), _("Places that were deleted"))
    return Category((LAST, 0), _("Prints that share a code"))


def material_of(key: str) -> Category:
    return Category((0, Placement.Material.values.index(key)), str(Placement.Material(key).label))


def kind(link: Mapping[str, Any]) -> Category:
    return kind_of(link["kind"]) if link["organisation"] else without_organisation(link)


def kind_of(key: str) -> Category:
    return Category((0, Organisation.Kind.values.index(key)), str(Organisation.Kind(key).label))


def organisation(link: Mapping[str, Any]) -> Category:
    if not link["organisation"]:
        return without_organisation(link)
    return Category((0, link["reading"] or link["name"], link["organisation"]), link["name"])


def without_organisation(link: Mapping[str, Any]) -> Category:
    if link["is_networks_own"]:
        return Category((LAST, 0), _("The network's own prints"))
    return Category((LAST, 1), _("Organisations that have left"))


class Names:
    """Names of a campaign's municipalities, editions and audiences."""

    def __init__(self, campaign: CampaignPage, areas: Mapping[int, Area]) -> None:
        self.areas = areas
        self.language = campaign.locale.language_code
        versions = campaign.audience_versions.all()
        self.audiences = {version.key: version.label for version in versions}

    def area(self, pk: int | None) -> Category:
        if pk is None:
            return Category((LAST,), _("No municipality"))
        return Category((0, self.areas[pk].code), str(self.areas[pk]))

    def edition(self, link: Mapping[str, Any]) -> Category:
        """The edition in which a code was first printed."""
        number, language = link["number"], link["language"]
        if number is None:
            return Category((LAST,), _("Edition unknown"))
        label = _("Edition %(number)s") % {"number": number}
        if language != self.language:
            label = f"{label} ({named(language)})"
        return Category((0, number, language), label)

    def audience(self, key: str) -> Category:
        if not key:
            return Category((0, ""), _("For everyone"))
        return Category((1, key), self.audiences.get(key, key))


def named(language: str) -> str:
    known = dict(settings.LANGUAGES)
    return get_language_info(language)["name_local"] if language in known else language
