"""What surrounds every page: its sheet, menu and crumbs, the way out, and what is offered where there is nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django import template
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from campaigns.cases.models import Case
from campaigns.current import current_campaign
from campaigns.desks import offered
from campaigns.desks.models import Desk
from campaigns.languages.codes import language_of
from campaigns.languages.order import order, readers_language
from campaigns.languages.shown import best_of
from campaigns.links.address import is_only_for_codes, of_site
from campaigns.models import CampaignPage
from campaigns.public import public
from cms.numbers import ALWAYS, Number
from cms.sheets import sheet_url
from home.cases.published import published
from home.crumbs import entry as crumb
from home.models import StandardPage

register = template.Library()


@register.simple_tag(takes_context=True)
def shown_campaign(context: Context) -> Any:
    """The campaign whose look the page wears, asked for when it is first used: the page's own, else the current one.

    It is None when there is none.
    """
    if "campaign" in context:
        return context["campaign"]
    language = get_language()
    return SimpleLazyObject(lambda: current_campaign(language))


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


@register.simple_tag
def numbers_that_answer() -> tuple[Number, ...]:
    return ALWAYS


@register.simple_tag
def leave_url() -> str:
    """Where somebody goes who has to leave at once."""
    return str(settings.LEAVE_URL)


@dataclass(frozen=True)
class Entry:
    """A page below the home page as menu and foot name it; `here` is open, `within` is open or holds what is open."""

    title: str
    url: str
    language: str
    in_menu: bool
    is_text: bool
    here: bool
    within: bool


def entries(context: Context) -> list[Entry]:
    """The live public pages below the home page of the language; looked up once for a page."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if request is None or site is None:
        return []
    if not hasattr(request, "site_entries"):
        request.site_entries = [entry(page, request) for page in top_pages(site)]
    found: list[Entry] = request.site_entries
    return found


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
    url = page.get_url(request) or ""
    is_text = page.content_type == ContentType.objects.get_for_model(StandardPage)
    here, within = request.path == url, request.path.startswith(url)
    return Entry(page.title, url, language_of(page), page.show_in_menus, is_text, here, within)


@register.simple_tag(takes_context=True)
def menu(context: Context) -> list[Entry]:
    """The pages that staff show in menus."""
    return [each for each in entries(context) if each.in_menu]


@register.simple_tag(takes_context=True)
def foot_pages(context: Context) -> list[Entry]:
    """The pages of text that are in no menu, such as the privacy page."""
    return [each for each in entries(context) if each.is_text and not each.in_menu]


@register.simple_tag(takes_context=True)
def crumbs(context: Context, page: Page) -> list[dict[str, str]]:
    """The pages above a page, the home page first."""
    above = page.get_ancestors().filter(depth__gt=1).live().select_related("locale").order_by("depth")
    return [crumb(each, context.get("request")) for each in above]


#: How many places a page without content of its own offers.
OFFERED = 3


@register.simple_tag
def some_desks() -> Iterable[Desk]:
    return offered.some_desks(readers_language())


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
