"""JSON-LD in a page: a block of data, which no browser runs and no policy of scripts forbids."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

#: Nothing in a data block may end it, begin a comment in it, or be read as markup.
ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def script(*nodes: dict[str, Any]) -> SafeString:
    """The element with these things; nothing without any."""
    if not nodes:
        return SafeString("")
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
