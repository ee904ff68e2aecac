"""How long ago somebody last looked at a page: published it, changed it, or said that it is still right."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from home.ageing.models import PageCheck
from home.sharing.kinds import KINDS

#: After so many days a page is to be read again.
DAYS = 365


@dataclass(frozen=True)
class Looked:
    """A page with the last day on which somebody looked at it; None where nobody knows. `check` is the last one."""

    page: Page
    day: date | None
    check: PageCheck | None

    @property
    def is_old(self) -> bool:
        return self.day is None or self.day < timezone.localdate() - timedelta(days=DAYS)


def looked_at() -> list[Looked]:
    """Every page that anybody may see, the longest unseen first."""
    # Each page is its own class, and brings with it only what is asked for all classes.
    pages: Any = KINDS["page"].public()
    pages = pages.select_related("locale", "owner", for_specific_subqueries=True)
    checks = {check.page_id: check for check in PageCheck.objects.select_related("checked_by")}
    found = [looked(page, checks.get(page.pk)) for page in pages]
    return sorted(found, key=lambda each: (each.day or date.min, each.page.path))


def looked(page: Page, check: PageCheck | None) -> Looked:
    moments = (page.last_published_at, page.latest_revision_created_at)
    days = [timezone.localdate(moment) for moment in moments if moment is not None]
    if check is not None:
        days.append(check.checked_on)
    return Looked(page, max(days, default=None), check)
