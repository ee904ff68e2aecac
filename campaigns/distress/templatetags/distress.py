"""Around sentences about distress: where nobody has signed a translation off, a line leads to people who speak it."""

from typing import Any

from django import template
from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from campaigns.distress.sentences import (
    all_reviewed,
    multilingual_desk,
    needs_review,
    reviewed,
    sentences_in,
)

register = template.Library()


class DistressNode(Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.sentences = sentences_in(nodelist)

    def render(self, context: Context) -> SafeString:
        said = self.nodelist.render(context)
        language = get_language() or ""
        if not said.strip() or not needs_review(language):
            return mark_safe(said)
        # The outermost dictionary lasts for the whole page, with all that it includes.
        page: dict[Any, Any] = context.render_context.dicts[0]
        if "reviewed" not in page:
            page["reviewed"] = reviewed(language)
        if all_reviewed(self.sentences, page["reviewed"]):
            return mark_safe(said)
        if "line" not in page:
            desk = multilingual_desk(language)
            page["line"] = render_to_string("components/multilingual_line.html", {"desk": desk})
        return mark_safe(said + page["line"])


@register.tag
def distress(parser: Parser, token: Token) -> DistressNode:
    """Around sentences about distress, with the element they are in: a line with the multilingual desk may follow."""
    nodelist = parser.parse(("enddistress",))
    parser.delete_first_token()
    return DistressNode(nodelist)
