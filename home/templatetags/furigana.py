"""The switch for readings in templates."""

from django import template
from django.template import Context

from home.furigana.switch import Switch, switch_of

register = template.Library()


@register.simple_tag(takes_context=True)
def furigana_switch(context: Context) -> Switch | None:
    """The page's switch; nothing where readings are not offered."""
    request = context.get("request")
    return switch_of(request) if request else None
