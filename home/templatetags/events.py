"""When an event is, for whatever names one."""

from django import template
from django.template import Context
from django.utils import timezone

from home.events.models import EventPage
from home.events.showing import Happening, happenings

register = template.Library()


@register.simple_tag(takes_context=True)
def happening(context: Context, event: EventPage) -> Happening:
    """An event as it is now; noted as something that changes."""
    return happenings([event], timezone.now(), context.get("request"))[0]
