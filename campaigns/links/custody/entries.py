"""The register's lines: what each code prints on, where, until when, and where it leads now; many at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, QuerySet, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.editions import Edition
from campaigns.links.custody.alarms import KINDS, Kind, watched
from campaigns.links.custody.hanging import with_where
from campaigns.links.custody.models import CodeCheck
from campaigns.links.custody.order import TYPE_IN
from campaigns.links.custody.states import FALLBACKS, KEY, State
from campaigns.links.custody.weeks import Band, band_of, with_week
from campaigns.links.days import today
from campaigns.links.models import Placement, ShortLink
from campaigns.links.resolution import LOOKED_AT, destination
from campaigns.versions import AudienceVersion


def register() -> QuerySet[ShortLink]:
    """Every code with all that its line, its filters and its order need."""
    related = ("organisation__area__parent", "campaign", "placement__area__parent", "placement__edition",
               "case__area__parent", "edition", "last_check")  # fmt: skip
    links = watched(ShortLink.objects.defer("encoded_operators").select_related(*related))
    links = with_week(with_where(links))
    return links.annotate(
        where=Coalesce("placement__area__code", "case__area__code", "organisation__area__code"),
        printed_edition=Coalesce("placement__edition", "edition", output_field=KEY),
        checked=F("last_check__checked_at"),
        **{f"alarm_{kind.key}": Case(When(kind.on, then=True), default=False) for kind in KINDS},
    )


@dataclass(frozen=True)
class Entry:
    """A line: a link of `register` with the page that it leads to, None for the page to type a code."""

    link: ShortLink
    page: Page | None
    version: str

    @property
    def pk(self) -> int:
        return self.link.pk

    @property
    def code(self) -> str:
        return self.link.code

    @property
    def placement(self) -> Placement | None:
        return self.link.placement

    @property
    def owner(self) -> str:
        """Whose prints carry it."""
        if self.link.organisation is not None:
            return str(self.link.organisation.name)
        if self.link.is_networks_own or self.link.is_cases_own:
            return _("The network")
        return _("An organisation that has left")

    @property
    def carrier(self) -> str:
        """What it prints on: one place's material, or all prints of somebody; and for which readers."""
        return "・".join(filter(None, [self.prints, self.version]))

    @property
    def prints(self) -> str:
        if self.placement is not None:
            return self.placement.get_material_display()
        if self.link.is_placements_own:
            return _("A place that was deleted")
        if self.link.is_cases_own:
            gone = self.link.case is None
            return _("Small cards of a place that was deleted") if gone else _("Small cards of a place")
        return (
            _("The network's own prints")
            if self.link.is_networks_own
            else _("All prints of the organisation")
        )

    @property
    def place(self) -> str:
        if self.placement is not None:
            return self.placement.place
        shared: int = self.link.shared_places  # type: ignore[attr-defined]  # annotated by `register`
        if shared:
            return ngettext("%(count)s place", "%(count)s places", shared) % {"count": shared}
        return self.link.case.name if self.link.case is not None else ""

    @property
    def area(self) -> Area | None:
        if self.placement is not None:
            return self.placement.area
        if self.link.case is not None:
            return self.link.case.area
        return self.link.organisation.area if self.link.organisation is not None else None

    @property
    def edition(self) -> Edition | None:
        """The edition that hangs, where that is known; else the one in which the code was printed first."""
        hanging = self.placement.edition if self.placement is not None else None
        return hanging or self.link.edition

    @property
    def until(self) -> date | None:
        return self.link.hangs_until  # type: ignore[attr-defined]  # annotated by `register`

    @property
    def state(self) -> State:
        return State(self.link.state)  # type: ignore[attr-defined]  # the same

    @property
    def is_elsewhere(self) -> bool:
        return self.state in FALLBACKS

    @property
    def week(self) -> Band:
        return band_of(self.link.week)  # type: ignore[attr-defined]  # the same

    @property
    def check(self) -> CodeCheck | None:
        return getattr(self.link, "last_check", None)

    @property
    def is_overdue(self) -> bool:
        return self.has("overdue")

    @property
    def is_past(self) -> bool:
        """Whether the day until which it hangs has passed."""
        return self.until is not None and self.until < today()

    @property
    def is_outdated(self) -> bool:
        return self.has("outdated")

    @property
    def alarms(self) -> Sequence[Kind]:
        return [kind for kind in KINDS if self.has(kind.key)]

    def has(self, key: str) -> bool:
        return bool(getattr(self.link, f"alarm_{key}"))

    @property
    def title(self) -> str:
        return self.page.title if self.page is not None else str(TYPE_IN)

    @property
    def path(self) -> str:
        """Its address; of a card the place's own, while the page of places is what the code leads to."""
        if self.page is None:
            return reverse("links:type_in")
        slug: str | None = self.link.place_slug  # type: ignore[attr-defined]  # annotated by `register`
        return (
            f"{self.page.get_url()}{slug}/" if slug and self.state == State.OWN else str(self.page.get_url())
        )


def entries(links: Iterable[ShortLink]) -> list[Entry]:
    """The lines of links of `register`, in five queries and one more for every way that leads to no page of its own."""
    found = list(links)
    own = {link.meant for link in found if is_own(link)}  # type: ignore[attr-defined]  # annotated by `register`
    pages = Page.objects.select_related("locale").in_bulk(own)
    versions, goals = labels(found), elsewhere([link for link in found if not is_own(link)])
    return [
        Entry(
            link,
            pages.get(link.meant) if is_own(link) else goals[link.pk],  # type: ignore[attr-defined]
            versions.get((link.campaign_id, link.audience), ""),
        )
        for link in found
    ]


def is_own(link: ShortLink) -> bool:
    return bool(link.state == State.OWN)  # type: ignore[attr-defined]


def elsewhere(links: Sequence[ShortLink]) -> dict[int, Page | None]:
    """Where links lead that do not lead to their own page; those that `resolution` cannot tell apart are asked once."""
    looked_at = ShortLink.objects.filter(pk__in=[link.pk for link in links]).values_list("pk", *LOOKED_AT)
    alike: dict[int, tuple[object, ...]] = {pk: tuple(rest) for pk, *rest in looked_at} if links else {}
    known: dict[tuple[object, ...], Page | None] = {}
    for link in links:
        if alike[link.pk] not in known:
            known[alike[link.pk]] = destination(link)
    return {link.pk: known[alike[link.pk]] for link in links}


def labels(links: Iterable[ShortLink]) -> dict[tuple[int | None, str], str]:
    """What the versions for audiences are called, by campaign and key."""
    campaigns = {link.campaign_id for link in links if link.audience}
    rows = AudienceVersion.objects.filter(campaign__in=campaigns).values_list("campaign", "key", "label")
    return {(campaign, key): label for campaign, key, label in rows} if campaigns else {}
