"""Every sentence about distress with its translations, and whether a person has signed each off."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template import engines
from django.template.base import NodeList
from django.utils import translation

from campaigns.distress.models import TranslationReview
from campaigns.distress.sentences import Sentence, digest, needs_review
from campaigns.distress.templatetags.distress import DistressNode
from home.interface.sources import template_names

#: Languages in which a person has to read them.
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if needs_review(code))


@dataclass(frozen=True)
class Translated:
    """A sentence in Japanese and in another language."""

    source: str
    translation: str
    digest: str
    review: TranslationReview | None


@lru_cache(maxsize=1)
def sentences() -> tuple[Sentence, ...]:
    """What stands between `distress` tags in the residents' templates, each once."""
    engine = engines["django"].engine  # type: ignore[attr-defined]  # Django's own backend
    found: dict[Sentence, None] = {}
    for name in template_names():
        nodes: NodeList = engine.get_template(name).nodelist
        for node in nodes.get_nodes_by_type(DistressNode):
            found |= dict.fromkeys(node.sentences)  # type: ignore[attr-defined]  # of any kind of node by its stubs
    return tuple(found)


def translated(language: str, reviews: dict[str, TranslationReview]) -> list[Translated]:
    """Every sentence in a language; `reviews` are that language's by digest. What is to be read comes first."""
    with translation.override(settings.LANGUAGE_CODE):
        sources = [sentence.translation for sentence in sentences()]
    with translation.override(language):
        pairs = [(sentence, sentence.translation) for sentence in sentences()]
    rows = [
        Translated(source, said, name := digest(sentence, said), reviews.get(name))
        for source, (sentence, said) in zip(sources, pairs, strict=True)
    ]
    return sorted(rows, key=lambda row: row.review is not None)


def unread(reviews: dict[str, set[str]]) -> dict[str, int]:
    """How many sentences nobody has signed off, by language; `reviews` are the digests that somebody has."""
    counts = {}
    for language in LANGUAGES:
        with translation.override(language):
            names = [digest(sentence, sentence.translation) for sentence in sentences()]
        counts[language] = len([name for name in names if name not in reviews.get(language, set())])
    return counts
