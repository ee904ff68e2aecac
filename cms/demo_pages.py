"""The demo's pages of text below the home page, and the three questions."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from cms.demo_data import body_of, read
from home.models import HomePage, StandardPage
from home.selfcheck.models import SelfCheckPage


def load_texts(home: HomePage) -> None:
    """Each page on first need; what somebody has changed since stays as it is."""
    there = set(home.get_children().values_list("slug", flat=True))
    for row in read("pages"):
        if row["slug"] not in there:
            home.add_child(instance=text_page(home, row))
    if not SelfCheckPage.objects.child_of(home).exists():
        home.add_child(
            instance=SelfCheckPage(
                title="3つの問い", slug="mittsu-no-toi", locale=home.locale, show_in_menus=True
            )
        )


def say_since_when() -> None:
    """What was not made in the editor is public since now, so that search engines and staff know how old it is."""
    now = timezone.now()
    pages = Page.objects.filter(live=True, depth__gt=1, last_published_at=None)
    pages.update(first_published_at=now, last_published_at=now)


def text_page(home: HomePage, row: dict[str, Any]) -> StandardPage:
    fields = {key: row[key] for key in ("slug", "title", "lead")}
    return StandardPage(locale=home.locale, body=body_of(row["body"]), **fields)
