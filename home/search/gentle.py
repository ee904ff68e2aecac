"""Words after which the desks come first. Whoever types them is told nothing about themselves, and nothing is kept."""

from functools import cache
from pathlib import Path

from home.search.letters import folded

WORDS = Path(__file__).with_name("gentle_words.txt")


@cache
def words() -> tuple[str, ...]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(folded(line).replace(" ", "") for line in lines if line.strip() and not line.startswith("#"))


def desks_first(typed: str) -> bool:
    """Whether somebody to talk to comes before everything else."""
    letters = folded(typed).replace(" ", "")
    return any(word in letters for word in words())
