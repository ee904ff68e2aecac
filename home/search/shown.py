"""What this site shows and lets be found: places, desks, pages."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.desks.opening import with_rows
from campaigns.models import CampaignPage
from home.search.kinds import Kind, Words, register

#: Where a page keeps its one or two sentences.
LEADS = ("lead", "introduction", "search_description")


def register_all() -> None:
    register(Kind("case", _("Places"), Case, case_words, "search/case.html", 0, shown_cases))
    register(Kind("desk", _("Desks to talk to"), Desk, desk_words, "search/desk.html", 1, shown_desks))
    register(Kind("page", _("Pages"), Page, page_words, "search/page.html", 3, shown_pages))


def case_words(case: Case) -> Words | None:
    """A published case's words; of a draft nothing is found."""
    if not case.live:
        return None
    asked = (f"{block.value['question']} {block.value['answer']}" for block in case.questions)
    body, unshown = (
        (case.story, case.first_visit, case.access, case.registration, *asked),
        (*case.area.all_names, case.address, case.hours),
    )
    return Words(case.name, case.reading, case.summary, lines(body), lines(unshown), place(case.sort_order))


def shown_cases(keys: Iterable[int]) -> QuerySet[Case]:
    return Case.objects.filter(pk__in=keys, live=True).select_related("area__parent")


def desk_words(desk: Desk) -> Words:
    numbers = (desk.phone, desk.phone_alternative, desk.phone.replace("-", ""))
    body, unshown = (desk.note, desk.cost), (*numbers, desk.hours)
    return Words(desk.name, desk.reading, desk.topics, lines(body), lines(unshown), place(desk.sort_order))


def shown_desks(keys: Iterable[int]) -> QuerySet[Desk]:
    return with_rows(Desk.objects.filter(pk__in=keys))


def page_words(page: Page) -> Words | None:
    """Any page's words; nothing of one that is not live, or only mirrors another."""
    if not page.live or page.alias_of_id is not None or page.depth == 1:
        return None
    specific = page.specific
    lead = next((text for name in LEADS if (text := str(getattr(specific, name, "") or ""))), "")
    return Words(page.title, "", plain(lead), lines(texts(specific)), "", page.path)


def texts(page: Any) -> Iterable[str]:
    """Everything else a page says: what its fields hold, and what a campaign has beside them."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from field.get_searchable_content(getattr(page, field.name))
        elif isinstance(field, RichTextField) and field.name not in LEADS:
            yield plain(getattr(page, field.name))
    if isinstance(page, CampaignPage):
        yield from (f"{thing.title} {thing.text}" for thing in page.small_things.all())
        if page.chosen is not None:
            yield f"{page.chosen.text} {page.chosen.sub_copy}"


def shown_pages(keys: Iterable[int]) -> QuerySet[Page]:
    return Page.objects.filter(pk__in=keys).select_related("locale")


def place(order: int) -> str:
    """A number as letters that sort as it does."""
    return f"{order:05}"


def plain(html: str) -> str:
    return str(strip_tags(get_text_for_indexing(html))).strip()


def lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
