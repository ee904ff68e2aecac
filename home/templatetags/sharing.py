"""The card that others show of a page."""

from typing import Any

from django import template
from django.template import Context
from wagtail.models import Page

from home.sharing.head import card_of
from home.sharing.kinds import path_of

register = template.Library()


@register.inclusion_tag("components/sharing.html", takes_context=True)
def sharing(context: Context, thing: Any, address: str = "") -> dict[str, object]:
    """Of a page, or of what is at an address below one; nothing of what is not published."""
    if isinstance(thing, Page):
        address = path_of(thing)
    if not thing or not thing.pk or not address or getattr(context.get("request"), "is_preview", False):
        return {}
    # The page wears a campaign that is looked up when it is first used.
    return {"card": card_of(thing, address, context.get("look") or None)}
