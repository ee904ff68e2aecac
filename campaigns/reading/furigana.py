"""Readings over the kanji of a text, as HTML."""

from functools import lru_cache

from campaigns.reading.analyser import Token
from campaigns.reading.kana import has_kanji
from campaigns.reading.lexicon import Lexicon, read
from print_templates.ruby import over, runs

#: Readers that know no ruby show the reading in parentheses behind the word.
RUBY = "<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>"


@lru_cache(maxsize=4_096)
def with_furigana(text: str, known: Lexicon) -> str:
    """A piece of HTML without tags, its kanji in <ruby>; everything else stays as it is, letter by letter.

    Lexicons of one version are equal, so that what one has given is remembered for the next.
    """
    return "".join(ruby(token) for token in read(text, known)) if has_kanji(text) else text


def ruby(token: Token) -> str:
    """One word; over 食べる the reading stands over its first letter only."""
    if not token.reading:
        return token.surface
    spans = over(token.surface, token.reading)
    return "".join(RUBY.format(*run) if run.reading else run.text for run in runs(token.surface, spans))
