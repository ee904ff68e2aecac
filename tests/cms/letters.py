"""Letters of another language on residents' pages, which are marked so that they are read out as what they are."""

import re
from collections.abc import Iterator

from django.test import Client
from lxml import html

KANJI = re.compile(r"[\u4e00-\u9fff]")
#: Attributes that are read out.
SPOKEN = ("alt", "title", "aria-label", "placeholder", "content", "value")


def unmarked_kanji(client: Client, start: str) -> tuple[int, set[tuple[str, str]]]:
    """How many pages can be reached below an address, and every text with 漢字 there that is not said to be Japanese."""
    seen, ahead, found = set[str](), [start], set[tuple[str, str]]()
    while ahead:
        address = ahead.pop()
        seen.add(address)
        response = client.get(address)
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        page = html.fromstring(response.content.decode())
        links = {link.partition("#")[0] for link in page.xpath("//a/@href")}
        ahead += [link for link in links if link.startswith(start) and link not in {*seen, *ahead}]
        found |= {(address, text) for text in unmarked(page)}
    return len(seen), found


def unmarked(page: html.HtmlElement) -> Iterator[str]:
    for element in page.iter("*"):
        language = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
        texts = [element.text, *(child.tail for child in element), *map(element.get, SPOKEN)]
        if element.tag not in ("script", "style") and not language.startswith(("ja", "zh")):
            yield from (text.strip() for text in texts if text and KANJI.search(text))
