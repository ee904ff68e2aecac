"""Sentences about distress: in a language that nobody here reads, they lead to people who speak it.

They stand between `{% distress %}` and `{% enddistress %}` in templates. As long as one of them is not signed off in
the reader's language (`TranslationReview`), a line with the multilingual desk follows.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.conf import settings
from django.template import Context, Node, NodeList
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from campaigns.desks.models import Desk
from campaigns.distress.models import TranslationReview
from campaigns.freshness.kept import kept
from campaigns.languages.order import EASY
from campaigns.languages.shown import best_of

#: Who works for the network reads these, and has written them.
READ_BY_STAFF = (settings.LANGUAGE_CODE, EASY, "en")


class Sentence(NamedTuple):
    """A text of the interface as the catalogue knows it."""

    msgid: str
    plural: str = ""
    context: str = ""

    @property
    def translation(self) -> str:
        """In the active language; of a plural, what is said of two."""
        if self.plural and self.context:
            return npgettext(self.context, self.msgid, self.plural, 2)
        if self.plural:
            return ngettext(self.msgid, self.plural, 2)
        return pgettext(self.context, self.msgid) if self.context else gettext(self.msgid)


def needs_review(language: str) -> bool:
    return language not in READ_BY_STAFF


def digest(sentence: Sentence, translation: str) -> str:
    """Names a sentence together with its translation; either one's change makes another name."""
    return hashlib.sha256("\x00".join((*sentence, translation)).encode()).hexdigest()


def reviewed(language: str) -> set[str]:
    """The digests that are signed off in a language. Read once until something changes, and never altered."""
    rows = TranslationReview.objects.filter(language=language).values_list("digest", flat=True)
    return kept(("reviewed", language), lambda: set(rows.all()))


def sentences_in(nodes: NodeList | Node) -> list[Sentence]:
    """The texts of `translate` and `blocktranslate` tags, in order, each once."""
    found: list[Any] = [*nodes.get_nodes_by_type(TranslateNode), *nodes.get_nodes_by_type(BlockTranslateNode)]
    return list(dict.fromkeys(sentence for node in found if (sentence := sentence_of(node)) is not None))


def sentence_of(node: TranslateNode | BlockTranslateNode) -> Sentence | None:
    """None for what is not written in the template, such as a variable."""
    context = node.message_context.resolve(Context()) if node.message_context else ""
    if isinstance(node, TranslateNode):
        text = getattr(node.filter_expression.var, "literal", None)
        return Sentence(text, "", context) if isinstance(text, str) else None
    plural = node.render_token_list(node.plural)[0] if node.plural else ""
    return Sentence(node.render_token_list(node.singular)[0], plural, context)


def all_reviewed(sentences: Iterable[Sentence], signed_off: set[str]) -> bool:
    """Whether every sentence is signed off as it reads in the active language."""
    return all(digest(sentence, sentence.translation) in signed_off for sentence in sentences)


def multilingual_desk(language: str) -> Desk | None:
    """The desk that settings name, in the best language for a reader. Read once until something changes, never altered."""
    desks = best_of(Desk.objects.filter(slug=settings.MULTILINGUAL_DESK), language)
    return kept(("multilingual desk", language), desks.first)
