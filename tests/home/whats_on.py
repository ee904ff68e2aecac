"""Events as small as they can be, at times in Tokyo."""

from datetime import datetime
from typing import Any

from wagtail.models import Page

from home.events.models import EventIndexPage, EventPage
from tests.factories import locale
from tests.places import TOKYO


def tokyo(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=TOKYO)


def event_list(home: Page, **fields: Any) -> EventIndexPage:
    fields = {"title": "見本の催し", "slug": "events", "locale": home.locale} | fields
    page: EventIndexPage = home.add_child(instance=EventIndexPage(**fields))
    return page


def event(index: Page, slug: str, starts: str, ends: str, **fields: Any) -> EventPage:
    usual = {
        "title": f"見本の{slug}", "lead": "見本を学びます。", "place": "見本センター", "sign_up_phone": "045-000-0100",
        "locale": locale(),
    }  # fmt: skip
    page = EventPage(slug=slug, starts=tokyo(starts), ends=tokyo(ends), **usual | fields)
    index.add_child(instance=page)
    return page
