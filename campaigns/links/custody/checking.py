"""Looking at codes because somebody asks: at once as far as the time goes, the rest within minutes."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from campaigns.connection import Unreachable
from campaigns.links.custody import probing
from campaigns.links.custody.asking import Pages
from campaigns.links.custody.finding import Found, failed, keep, look
from campaigns.links.custody.states import with_states
from campaigns.links.models import CodeCheck, ShortLink

#: Codes that are looked at on request, and seconds that somebody waits for it.
MOST, PATIENCE = 200, 8.0


@dataclass
class Outcome:
    """How many codes were found how, how many are left to the next minutes, and why the host was silent if it was."""

    results: Counter[str] = field(default_factory=Counter)
    left: int = 0
    silence: str = ""


def check(keys: Sequence[int]) -> Outcome:
    """Look at the links of these keys, `MOST` at the most."""
    links = list(with_states(ShortLink.objects.defer("encoded_operators")).filter(pk__in=keys[:MOST]))
    outcome, pages, ends = Outcome(), Pages(), time.monotonic() + PATIENCE
    for number, link in enumerate(links):
        if time.monotonic() >= ends:
            want(links[number:])
            outcome.left = len(links) - number
            break
        found = found_now(link, pages)
        if isinstance(found, str):
            outcome.silence = found
            break
        keep(link, found)
        outcome.results[found.result] += 1
    return outcome


def found_now(link: ShortLink, pages: Pages) -> Found | str:
    """How the code is found; why not, when its host does not answer."""
    try:
        return look(link, pages)
    except Unreachable as problem:
        return probing.silence() or failed(problem)


def want(links: Sequence[ShortLink]) -> None:
    """Let the next runs of the walk begin with these."""
    CodeCheck.objects.bulk_create([CodeCheck(link=link) for link in links], ignore_conflicts=True)
    CodeCheck.objects.filter(link__in=links).update(is_wanted=True)
