"""Furigana over a finished page.

The page is not written anew: its source is read by an HTML parser that knows where it is, and only places that need
it are exchanged. So everything but the text of Japanese elements and the addresses of some links stays as it was,
byte for byte.
"""

from collections.abc import Callable
from html.parser import HTMLParser
from itertools import accumulate

from django.utils.html import escape

from campaigns.reading.furigana import with_furigana
from campaigns.reading.kana import has_kanji
from campaigns.reading.lexicon import Lexicon

#: Elements whose text is no text to read, or may hold no ruby.
LEFT_ALONE = frozenset(
    {"script", "style", "title", "textarea", "select", "option", "code", "pre", "kbd", "samp", "svg", "math", "ruby",
     "iframe", "noembed", "noframes", "xmp", "plaintext", "template", "object", "audio", "video", "canvas"}
)  # fmt: skip
#: Elements without an end.
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
#: A link with this attribute stays as it is: the switch that takes the readings off.
KEEPS_ADDRESS = "data-keeps-address"
#: What an address says when its page has readings.
NAME, ON = "furigana", "1"
HIDDEN = f'<input type="hidden" name="{NAME}" value="{ON}">'
#: Links that are numbers and addresses to reach somebody.
REACHES = ("tel:", "sms:", "mailto:")

Attributes = list[tuple[str, str | None]]
#: Given the address of a link or form, the same with what must travel along, or None to leave it.
Carry = Callable[[str], str | None]


def furigana_page(html: str, known: Lexicon, carry: Carry) -> str:
    """The page with readings over its kanji; its links and forms keep them for the pages they lead to."""
    page = Page(html, known, carry)
    try:
        page.feed(html)
        page.close()
    except AssertionError:
        # Markup that the parser gives up on; no template of ours writes any.
        return html
    return page.written()


class Page(HTMLParser):
    """Collects what to exchange: (start, end, new text) in the order of the source."""

    def __init__(self, html: str, known: Lexicon, carry: Carry) -> None:
        super().__init__(convert_charrefs=False)
        self.html, self.known, self.carry = html, known, carry
        self.lines = [0, *accumulate(len(line) for line in html.split("\n"))]
        self.changes: list[tuple[int, int, str]] = []
        #: What is open, and what was true outside of it.
        self.open: list[tuple[str, bool, bool]] = []
        self.japanese, self.silent = False, False

    def at(self) -> int:
        """Where in the source the parser is."""
        line, column = self.getpos()
        return self.lines[line - 1] + line - 1 + column

    def handle_data(self, data: str) -> None:
        start = self.at()
        # A parser that lost its place must not be followed.
        if self.japanese and not self.silent and has_kanji(data) and self.html.startswith(data, start):
            self.changes.append((start, start + len(data), with_furigana(data, self.known)))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self.follow(tag, attrs)
        if tag in VOID:
            return
        self.open.append((tag, self.japanese, self.silent))
        given = dict(attrs)
        if given.get("lang"):
            self.japanese = str(given["lang"]).lower().split("-")[0] == "ja"
        reaches = tag == "a" and str(given.get("href")).startswith(REACHES)
        self.silent = self.silent or reaches or tag in LEFT_ALONE

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """`<path/>`; outside of drawings the slash means nothing."""
        if self.silent or tag in VOID | {"svg", "math"}:
            self.follow(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _japanese, _silent in self.open]
        if tag not in names:
            return
        # Elements whose end is left out, such as <li>, end with what they are in.
        last = len(names) - 1 - names[::-1].index(tag)
        _name, self.japanese, self.silent = self.open[last]
        del self.open[last:]

    def follow(self, tag: str, attrs: Attributes) -> None:
        """Let what must travel along do so through a link or a form."""
        given = dict(attrs)
        if tag == "a" and given.get("href") and KEEPS_ADDRESS not in given:
            self.lead(tag, attrs, "href", self.carry(str(given["href"])))
        elif tag == "form":
            carried = self.carry(given.get("action") or "")
            if (given.get("method") or "get").lower() == "post":
                self.lead(tag, attrs, "action", carried)
            elif carried is not None:
                end = self.at() + len(self.get_starttag_text() or "")
                self.changes.append((end, end, HIDDEN))

    def lead(self, tag: str, attrs: Attributes, name: str, address: str | None) -> None:
        """Write the tag anew with that address."""
        if address is None:
            return
        rest = [(key, value) for key, value in attrs if key != name]
        words = "".join(
            f' {key}="{escape(value)}"' if value is not None else f" {key}" for key, value in rest
        )
        start = self.at()
        end = start + len(self.get_starttag_text() or "")
        self.changes.append((start, end, f'<{tag} {name}="{escape(address)}"{words}>'))

    def written(self) -> str:
        parts, at = [], 0
        for start, end, text in self.changes:
            parts += [self.html[at:start], text]
            at = end
        return "".join([*parts, self.html[at:]])
