"""Which of some languages a reader would rather have, by what their browser says.

It is kept with no reading and nowhere on a disk. Django remembers in each process how the headers that it saw last were
to be read: the headers alone, without anything of whoever sent them.
"""

from collections.abc import Iterator

from django.conf.locale import LANG_INFO
from django.utils.translation.trans_real import parse_accept_lang_header


def chosen(accepted: str, languages: tuple[str, ...]) -> str:
    """The best of `languages`, which are not none, for an Accept-Language; the first when it asks for none of them.

    A language that is there in another region or script alone (zh-Hant for zh-Hans) comes before the reader's next.
    """
    for wanted, weight in parse_accept_lang_header(accepted):
        if wanted == "*" or not weight:
            break
        near = (each for each in languages if each.partition("-")[0] == main_language(wanted))
        found = next((name for name in names(wanted) if name in languages), None) or next(near, None)
        if found is not None:
            return found
    return languages[0]


def names(tag: str) -> Iterator[str]:
    """What a language may be called here, from the narrowest: zh-hant-tw is zh-hant-tw, zh-hant, zh."""
    while tag:
        yield tag
        yield from LANG_INFO.get(tag, {}).get("fallback", [])
        tag = tag.rpartition("-")[0]


def main_language(tag: str) -> str:
    """Without region and script, as it is called here: fil-PH is tl."""
    *_narrower, widest = names(tag)
    return widest.partition("-")[0]
