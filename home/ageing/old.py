"""How long ago somebody last looked at a page or a place: published it, changed it, or said that it is still right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.cases.models import Case
from home.ageing.models import CaseCheck, Check, PageCheck
from home.sharing.kinds import KINDS

#: After so many days something is to be read again.
DAYS = 365


@dataclass(frozen=True)
class Sort:
    """What is read again, of a kind of `home.sharing.kinds`.

    `field` of a check is what it is about; `edit` names the address of the editor; `related` is what the list shows;
    `moments` are those of the last looks; `keeper` is whoever looks after it; `may_change` asks for a user.
    """

    check: type[Check]
    field: str
    edit: str
    related: Callable[[Any], Any]
    moments: Callable[[Any], tuple[datetime | None, ...]]
    keeper: Callable[[Any], Any]
    may_change: Callable[[Any, Any], bool]


def revised(case: Case) -> datetime | None:
    return case.latest_revision.created_at if case.latest_revision is not None else None


#: By the key of their kind.
SORTS = {
    "page": Sort(
        PageCheck,
        "page",
        "wagtailadmin_pages:edit",
        # Each page is its own class, and brings with it only what is asked for all classes.
        lambda pages: pages.select_related("locale", "owner", for_specific_subqueries=True),
        lambda page: (page.last_published_at, page.latest_revision_created_at),
        lambda page: page.owner,
        lambda user, page: page.permissions_for_user(user).can_edit(),
    ),
    "place": Sort(
        CaseCheck,
        "case",
        "wagtailsnippets_cases_case:edit",
        lambda cases: cases.select_related("locale", "latest_revision__user"),
        lambda case: (case.last_published_at, revised(case)),
        lambda case: case.latest_revision.user if case.latest_revision is not None else None,
        lambda user, case: ModelPermissionPolicy(Case).user_has_permission(user, "change"),
    ),
}


@dataclass(frozen=True)
class Looked:
    """A page or place, where it is read, and the last day on which somebody looked at it; None where nobody knows."""

    key: str
    thing: Page | Case
    path: str
    day: date | None
    by: Any

    @property
    def is_old(self) -> bool:
        return self.day is None or self.day < timezone.localdate() - timedelta(days=DAYS)

    @property
    def sort(self) -> Sort:
        return SORTS[self.key]

    @property
    def title(self) -> str:
        return KINDS[self.key].title(self.thing)

    @property
    def what(self) -> str:
        """What staff call such a thing."""
        return str(self.thing._meta.verbose_name)


def looked_at() -> list[Looked]:
    """All that anybody may see, the longest unseen first."""
    found = [each for key in SORTS for each in looked_at_of(key)]
    return sorted(found, key=lambda each: (each.day or date.min, each.path, each.key))


def looked_at_of(key: str) -> list[Looked]:
    kind, sort = KINDS[key], SORTS[key]
    rows: Any = sort.check._default_manager.select_related("checked_by")
    checks = {getattr(check, f"{sort.field}_id"): check for check in rows}
    path_of = kind.paths()
    return [looked(key, thing, path_of(thing), checks.get(thing.pk)) for thing in sort.related(kind.public())]


def looked(key: str, thing: Any, path: str, check: Check | None) -> Looked:
    sort = SORTS[key]
    days = [timezone.localdate(moment) for moment in sort.moments(thing) if moment is not None]
    if check is not None:
        days.append(check.checked_on)
    by = (check.checked_by if check is not None else None) or sort.keeper(thing)
    return Looked(key, thing, path, max(days, default=None), by)
