"""Telephone numbers in sentences, to be dialled by a touch."""

import re

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from campaigns.telephone import tel

register = template.Library()

#: As they are written here: 0120-279-338, 045-316-2770.
NUMBER = re.compile(r"(?<![0-9-])(0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4})(?![0-9-])")


@register.filter
def numbers_to_dial(sentence: str) -> SafeString:
    """A sentence whose numbers are links that dial them."""
    parts = NUMBER.split(sentence)
    return mark_safe(  # every part is escaped
        "".join(
            format_html('<a class="number" href="{}">{}</a>', tel(part), part) if at % 2 else escape(part)
            for at, part in enumerate(parts)
        )
    )
