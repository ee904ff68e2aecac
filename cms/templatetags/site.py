"""What surrounds every page: its sheet, menu and crumbs, the way out, and what is offered where there is nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.template import Context
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from campaigns import current
from campaigns.areas.near import near, with_near
from campaigns.cases.models import Case
from campaigns.freshness.kept import kept
from campaigns.languages.addresses import language_in_address, readers_address
from campaigns.languages.codes import language_of
from campaigns.languages.order import order, readers_language
from campaigns.languages.shown import best_of
from campaigns.links.address import is_only_for_codes, of_site
from campaigns.models import CampaignPage
from campaigns.public import public
from cms.numbers import ALWAYS, Number
from cms.sheets import sheet_url
from home.cases.models import CaseIndexPage
from home.cases.published import published
from home.crumbs import entry as crumb
from home.desks.answering import Answering, desks_in, few
from home.desks.models import DeskIndexPage
from home.events.models import EventIndexPage
from home.figures.models import FigureIndexPage
from home.models import StandardPage
from home.news.models import NewsIndexPage

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_campaign(context: Context) -> Any:
    """The campaign whose look the page wears, asked for when it is first used: the page's own, else the current one.

    It is None when there is none.
    """
    if "campaign" in context:
        return context["campaign"]
    language = get_language()
    return SimpleLazyObject(lambda: current.shown_campaign(language))


@register.simple_tag
def sheet(name: str, scheme: str = "") -> SafeString:
    """A link to one of cms.sheets."""
    return format_html('<link rel="stylesheet" href="{}">', sheet_url(name, scheme))


@register.simple_tag(takes_context=True)
def front(context: Context) -> str:
    """Where the home page is; the front page of a host of codes is another, to type one."""
    path, request = reverse("wagtail_serve", args=[""]), context.get("request")
    elsewhere = request is not None and is_only_for_codes(request.get_host())
    return of_site(path) if elsewhere else path


@register.simple_tag(takes_context=True)
def near_query(context: Context) -> str:
    """What takes the municipality of this address along to a page that begins with what is near; empty for none."""
    request = context.get("request")
    area = near(request) if request is not None else None
    return with_near("", area.code if area is not None else "")


@register.simple_tag
def numbers_that_answer() -> tuple[Number, ...]:
    return ALWAYS


@register.simple_tag
def front_door() -> str:
    """Where the site begins, for pages that must not ask anything."""
    return get_script_prefix()


@register.simple_tag
def leave_url() -> str:
    """Where somebody goes who has to leave at once."""
    return str(settings.LEAVE_URL)


#: Pages that the foot names where no menu does.
IN_FOOT = (StandardPage, NewsIndexPage, FigureIndexPage)


#: Lists that begin with what is near the municipality of their address.
KNOW_NEAR = (CaseIndexPage, DeskIndexPage, EventIndexPage)


class Entry(NamedTuple):
    """A page below the home page as menu and foot name it."""

    title: str
    url: str
    language: str
    in_menu: bool
    in_foot: bool
    knows_near: bool


@dataclass(frozen=True)
class MenuEntry:
    """The same in the menu of one page; `here` is open, `within` is open or holds what is open."""

    title: str
    url: str
    language: str
    here: bool
    within: bool
    knows_near: bool


def entries(context: Context) -> Sequence[Entry]:
    """The live public pages below the home page of the language; looked up once for all pages."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if request is None or site is None:
        return ()
    if not hasattr(request, "site_entries"):
        request.site_entries = kept(
            ("site entries", *read_at(request)),
            lambda: tuple(entry(page, request) for page in top_pages(site)),
        )
    found: Sequence[Entry] = request.site_entries
    return found


def read_at(request: HttpRequest) -> tuple[str, str, str | None]:
    """What the addresses on a page follow from, besides the pages themselves."""
    return request.get_host(), readers_language(), language_in_address(request)


def top_pages(site: Site) -> Iterable[Page]:
    """Each in the best language for the reader, whichever home page it stands below."""
    same = Page.objects.filter(translation_key=site.root_page.translation_key)
    homes = [page.path for page in best_rows(same)]
    if not homes:
        return []
    below = reduce(or_, (Q(path__startswith=path) for path in homes))
    pages = public(Page.objects.filter(below, depth=site.root_page.depth + 1, alias_of=None))
    found = best_of(pages.select_related("locale", "content_type"), readers_language())
    return sorted(found, key=lambda page: page.path[page.steplen * site.root_page.depth :])


def best_rows(pages: "PageQuerySet[Page]") -> "PageQuerySet[Page]":
    """Those that a reader may be shown something of."""
    return pages.live().filter(locale__language_code__in=order(readers_language()))


def entry(page: Page, request: HttpRequest) -> Entry:
    url = readers_address(page, request)
    in_foot, knows_near = (
        page.content_type in ContentType.objects.get_for_models(*models).values()
        for models in (IN_FOOT, KNOW_NEAR)
    )
    return Entry(page.title, url, language_of(page), page.show_in_menus, in_foot, knows_near)


@register.simple_tag(takes_context=True)
def menu(context: Context) -> list[MenuEntry]:
    """The pages that staff show in menus."""
    path = context["request"].path if "request" in context else ""
    return [
        MenuEntry(
            each.title,
            each.url,
            each.language,
            path == each.url,
            path.startswith(each.url),
            each.knows_near,
        )
        for each in entries(context)
        if each.in_menu
    ]


@register.simple_tag(takes_context=True)
def lists_near(context: Context) -> list[Entry]:
    """Where one may look on: the lists of what is near, in the order of the site."""
    return [each for each in entries(context) if each.knows_near]


@register.simple_tag(takes_context=True)
def foot_pages(context: Context) -> list[Entry]:
    """The pages that are in no menu, such as the privacy page."""
    return [each for each in entries(context) if each.in_foot and not each.in_menu]


@register.simple_tag(takes_context=True)
def crumbs(context: Context, page: Page) -> Sequence[dict[str, str]]:
    """The pages above a page, the home page first."""
    request = context.get("request")
    if request is None:
        return crumbs_of(page, request)
    return kept(("crumbs", page.path, *read_at(request)), lambda: crumbs_of(page, request))


def crumbs_of(page: Page, request: HttpRequest | None) -> Sequence[dict[str, str]]:
    above = page.get_ancestors().filter(depth__gt=1).live().select_related("locale").order_by("depth")
    return tuple(crumb(each, request) for each in above)


#: How many places a page without content of its own offers.
OFFERED = 3


@register.simple_tag(takes_context=True)
def some_desks(context: Context) -> Iterable[Answering]:
    """A few to talk to, those that answer now first."""
    return few(desks_in(readers_language()), timezone.now(), context.get("request"))


@register.simple_tag
def some_places() -> Iterable[Case]:
    return published(readers_language()).select_related("area__parent")[:OFFERED]


#: Where a name in Japanese may break: before a longer word in katakana.
SEAM = re.compile(r"(?<=[ぁ-ゖ一-鿿])(?=[ァ-ヴー]{3})")


@register.filter
def seams(name: str) -> SafeString:
    """A name that breaks between its words, on a phone that has no room for it in one line."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in SEAM.split(name)))


@register.filter
def look_theme(campaign: CampaignPage | None) -> str:
    """The key of the campaign's theme; empty while no phrase is chosen."""
    return campaign.chosen.theme if campaign and campaign.chosen else ""
