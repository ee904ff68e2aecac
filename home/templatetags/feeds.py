"""The feeds that a page tells programs of, in its language."""

from django import template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from home.feeds.sources import SOURCES

register = template.Library()


@register.simple_tag
def feeds() -> SafeString:
    link = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">'
    return format_html_join(
        "", link, ((source.title, reverse("feed", args=[key])) for key, source in SOURCES.items())
    )
