"""What a page says of itself on paper: its address, and the two-dimensional code of that address."""

from functools import lru_cache
from urllib.parse import unquote

from django import template
from django.template import Context
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString, mark_safe

from campaigns.whole_addresses import whole
from print_templates.qr import QUIET_ZONE, modules, runs

register = template.Library()


@register.simple_tag(takes_context=True)
def page_address(context: Context) -> str:
    """The page's own address as it is printed and sent: without what somebody has typed into a form or for a code."""
    request = context.get("request")
    if request is None:
        return whole(get_script_prefix())
    is_code = request.resolver_match is not None and request.resolver_match.view_name == "links:follow"
    return whole(reverse("links:type_in") if is_code else request.path)


@register.filter
def readable(address: str) -> str:
    """An address as people write it: no scheme, letters instead of percent signs."""
    return unquote(address.partition("://")[2] or address)


@register.simple_tag(takes_context=True)
def page_code(context: Context) -> SafeString:
    """The two-dimensional code of the page's own address, drawn in the page so that paper needs no further request."""
    return drawn_code(page_address(context))


@lru_cache(maxsize=512)
def drawn_code(address: str) -> SafeString:
    """Dark runs as strokes of one path: a third of the letters that rectangles take."""
    matrix = modules(address)
    side = len(matrix) + 2 * QUIET_ZONE
    path, row, column = [], -1, 0
    for line, first, length in runs(matrix):
        if line != row:
            path.append(f"M{first + QUIET_ZONE} {line + QUIET_ZONE}.5")
        else:
            path.append(f"m{first - column} 0")
        path.append(f"h{length}")
        row, column = line, first + length
    return mark_safe(
        f'<svg viewBox="0 0 {side} {side}" aria-hidden="true" shape-rendering="crispEdges">'
        f'<path fill="none" stroke="#000" d="{"".join(path)}"/></svg>'
    )
