"""Codes: there is one, each can be read, and each leads home."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document, Finding

#: The path of a short link; its letters exclude 0 O 1 I L (BARS.md 10).
PATH = re.compile(r"/q/[2-9A-HJKMNP-Z]{7,}", re.IGNORECASE)


def codes_lead_home(document: Document) -> Iterator[Finding]:
    """There is a code, each can be read, and each opens the short link that it should."""
    if not document.codes:
        yield Finding(
            "code", _("No code can be read; give it more contrast, size and white space around it.")
        )
    for code in document.codes:
        message = wrong(code.text, document.expected.url)
        if message:
            yield Finding("code", message, code.page + 1)


def wrong(text: str, expected: str) -> str:
    """What is wrong with a code's text, or nothing."""
    if not text:
        return _("A code cannot be read; give it more contrast, size and white space around it.")
    if not is_short_link(text):
        return _("A code opens “%(text)s”, which is no short link of ours; replace it.") % {
            "text": text[:120]
        }
    if expected and text != expected:
        message = _("A code opens %(text)s instead of %(expected)s; print the file of the right member.")
        return message % {"text": text[:120], "expected": expected}
    return ""


def is_short_link(text: str) -> bool:
    """Whether a text is a web address whose path is /q/CODE and which has nothing else."""
    try:
        address = urlsplit(text)
    except ValueError:
        return False
    bare = not (address.query or address.fragment or address.username)
    web = address.scheme in {"http", "https"} and bool(address.hostname)
    return web and bare and PATH.fullmatch(address.path) is not None
