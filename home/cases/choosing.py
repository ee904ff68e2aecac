"""What somebody has chosen in the list of places, as it stands in the address: municipality, activity, for whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest

from campaigns.areas.models import Area
from campaigns.cases.models import CaseTag
from campaigns.freshness.kept import kept
from campaigns.tags import in_usual_language, rename
from home.cases.published import published


@dataclass(frozen=True)
class Choice:
    """Slugs of tags and the code of a municipality; empty ones are not chosen."""

    near: str = ""
    around: bool = False
    activity: str = ""
    audience: str = ""

    @classmethod
    def of(cls, request: HttpRequest, areas: Sequence[Area], tags: Sequence[CaseTag]) -> Self:
        """What the address says, as far as there is such a thing."""
        known = {(tag.kind, tag.slug) for tag in tags}

        def chosen(kind: str) -> str:
            slug = request.GET.get(kind, "")
            return slug if (kind, slug) in known else ""

        near = request.GET.get("near", "")
        return cls(
            near=near if any(area.code == near for area in areas) else "",
            around=request.GET.get("around") == "1",
            activity=chosen(CaseTag.Kind.ACTIVITY),
            audience=chosen(CaseTag.Kind.AUDIENCE),
        )

    @property
    def slugs(self) -> list[str]:
        return [slug for slug in (self.activity, self.audience) if slug]

    @property
    def is_anything(self) -> bool:
        return bool(self.near or self.slugs)

    @property
    def query(self) -> str:
        """As it stands behind an address."""
        said = {"near": self.near, "around": "1" if self.near and self.around else ""}
        said |= {"activity": self.activity, "audience": self.audience}
        return urlencode({key: value for key, value in said.items() if value})

    def wider(self) -> list[Self]:
        """The same with one thing less, the least loss first; at last everything."""
        found = []
        if self.near and not self.around:
            found.append(replace(self, around=True))
        if self.audience:
            found.append(replace(self, audience=""))
        if self.activity:
            found.append(replace(self, activity=""))
        if self.near:
            found.append(replace(self, near="", around=False))
        return list(dict.fromkeys(found))


def all_areas(language: str) -> Sequence[Area]:
    """Municipalities in order, each with `count`: the cases that a reader sees, those of its wards with it.

    Read once until something changes, and never altered.
    """
    return kept(("areas", language), lambda: counted_areas(language))


def counted_areas(language: str) -> Sequence[Area]:
    seen = Q(cases__in=published(language).values("pk"))
    found = Area.objects.select_related("parent").annotate(count=Count("cases", filter=seen))
    # A query that counts rows of others has lost its model's own order.
    areas = list(found.order_by("code"))
    wards: dict[int, int] = {}
    for area in areas:
        if area.parent_id is not None:
            wards[area.parent_id] = wards.get(area.parent_id, 0) + area.count
    for area in areas:
        area.count += wards.get(area.pk, 0)
    return areas


def all_tags(language: str) -> Sequence[CaseTag]:
    """Tags in order, named in a language, each with `count`: the cases that a reader sees with it.

    Read once until something changes, and never altered.
    """
    return kept(("tags", language), lambda: counted_tags(language))


def counted_tags(language: str) -> Sequence[CaseTag]:
    seen = Q(cases__in=published(language).values("pk"))
    found = CaseTag.objects.filter(in_usual_language()).annotate(count=Count("cases", filter=seen))
    tags = list(found.order_by("kind", "sort_order", "slug"))
    rename(tags, language)
    return tags
