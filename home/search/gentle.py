"""Words after which the desks come first. Whoever types them is told nothing about themselves, and nothing is kept.

A word in Latin letters counts where it stands by itself (DV, not advice), with a star at its end where it begins a
word. What is written without spaces between words counts anywhere.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Self

from home.search.letters import folded

WORDS = Path(__file__).with_name("gentle_words.txt")


@dataclass(frozen=True)
class Gentle:
    """Words to compare with, in the forms that `latin_words` and `in_one` make."""

    latin: tuple[str, ...] = field(default=())
    others: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        latin, others = [], []
        for line in lines:
            words = latin_words(line)
            if words.strip():
                latin.append(words.rstrip() if line.rstrip().endswith("*") else words)
            else:
                others.append(in_one(line))
        return cls(tuple(latin), tuple(others))

    def are_in(self, typed: str) -> bool:
        words, letters = latin_words(typed), in_one(typed)
        return any(word in words for word in self.latin) or any(word in letters for word in self.others)


def latin_words(text: str) -> str:
    """The words in Latin letters alone, a space before and after each: “DVで” is “ dv ”."""
    plain = folded(text).replace("đ", "d")  # the one that accents are not taken from, and many type without
    apart = "".join(letter if is_latin(letter) else " " for letter in plain)
    return f" {' '.join(apart.split())} "


def in_one(text: str) -> str:
    """The letters without any space."""
    return folded(text).replace(" ", "")


@lru_cache(maxsize=1_024)
def is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


@cache
def words() -> Gentle:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return Gentle.of(line for line in lines if line.strip() and not line.startswith("#"))


def desks_first(typed: str) -> bool:
    """Whether somebody to talk to comes before everything else."""
    return words().are_in(typed)
