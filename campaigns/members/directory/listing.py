"""Which organisations the public list shows, and in which order: municipality, then reading. None comes first."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import QuerySet

from campaigns.areas.models import Area
from campaigns.members.models import Organisation


def listed() -> QuerySet[Organisation]:
    """Members that want to be listed."""
    return Organisation.objects.filter(is_approved=True, is_listed=True).select_related("area__parent")


@dataclass(frozen=True)
class Entry:
    """An organisation, and what names its logo for ever: empty without one."""

    organisation: Organisation
    logo: str = ""

    @property
    def tel(self) -> str:
        """The telephone number as an address to dial; empty when it says more than a number."""
        plain = re.sub(r"[-‐−ー\s()]", "", unicodedata.normalize("NFKC", self.organisation.phone))
        return f"tel:{plain}" if re.fullmatch(r"\+?[0-9]{5,15}", plain) else ""


@dataclass(frozen=True)
class Group:
    """A municipality with its members; those of a city's wards stand with the city."""

    area: Area
    entries: list[Entry] = field(default_factory=list)


def city_of(area: Area) -> Area:
    return area.parent or area


def in_area(organisations: Iterable[Organisation], area: Area | None) -> list[Organisation]:
    """Those of a municipality: of a city with all its wards; of a ward with what belongs to the whole city."""
    if area is None:
        return list(organisations)
    meant = {area.pk, area.parent_id}
    return [each for each in organisations if each.area_id in meant or each.area.parent_id == area.pk]


def groups(organisations: Iterable[Organisation]) -> list[Group]:
    """By municipality in the order of their codes, each by ward and reading."""
    ordered = sorted(organisations, key=place)
    return [
        Group(area, [Entry(each, version_of(each)) for each in members])
        for area, members in groupby(ordered, key=lambda each: city_of(each.area))
    ]


def place(organisation: Organisation) -> tuple[str, str, str, int]:
    area = organisation.area
    return city_of(area).code, area.code, organisation.reading or organisation.name, organisation.pk


def version_of(organisation: Organisation) -> str:
    """Names the stored logo, which never changes under its name; another upload has another name."""
    name = organisation.logo.name
    return hashlib.sha256(name.encode()).hexdigest()[:16] if name else ""


def choices(organisations: Iterable[Organisation]) -> list[Area]:
    """The municipalities one can choose: where members are, and the cities of their wards."""
    found = {area.pk: area for each in organisations for area in (each.area, city_of(each.area))}
    return sorted(found.values(), key=lambda area: (city_of(area).code, area.code))
