"""What every page for residents says of itself: its one address, and the languages it is there in."""

from collections.abc import Iterable

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page, TranslatableMixin

from campaigns.languages.addresses import in_address
from campaigns.languages.alternates import Alternate, alternates, alternates_of
from campaigns.languages.codes import language_of
from campaigns.languages.menu import choices
from campaigns.whole_addresses import whole

register = template.Library()


@register.simple_tag
def canonical(page: Page | None) -> SafeString:
    """The address under which a page is known, whatever is asked behind it; nothing before it has one.

    A page that stands in for a translation is known in the language that it is written in. Search engines are told
    of translations only where there are any.
    """
    parts = page.get_url_parts() if isinstance(page, Page) and page.pk else None
    if page is None or not parts or not parts[2]:
        return SafeString("")
    return links(in_address(parts[2], language_of(page)), alternates(page))


@register.simple_tag
def canonical_of(thing: TranslatableMixin, path: str) -> SafeString:
    """The same of a desk or a place, which is at that path in whichever language; nothing without one."""
    if not path:
        return SafeString("")
    return links(in_address(path, language_of(thing)), alternates_of(thing, path))


def links(path: str, others: Iterable[Alternate]) -> SafeString:
    here = format_html('<link rel="canonical" href="{}">', whole(path))
    told = ((each.language, each.url) for each in others)
    return here + format_html_join("", '<link rel="alternate" hreflang="{}" href="{}">', told)


@register.inclusion_tag("components/languages.html", takes_context=True)
def languages(context: Context) -> dict[str, object]:
    """Links to what is shown in every language, by its own name. What the address asks for travels along."""
    request = context.get("request")
    return {"languages": choices(request) if request is not None else []}
