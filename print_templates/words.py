"""Template tags that set words: lines break between phrases, readings stand over their words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from print_templates import balance, ruby
from print_templates.content import Content
from print_templates.fonts import Face, body, lettering
from print_templates.ruby import Run, Span
from print_templates.typeset import LEADING
from print_templates.units import LONG, letters
from print_templates.variants import FURIGANA
from print_templates.vertical import Cell

register = template.Library()

#: Notes are set a little smaller than the body, and so are their readings (designs/flyer/style.css).
NOTES = 0.88
#: The body's size in pt where a design does not say it.
BODY_SIZE = 12.0
#: A point in mm.
PT = 25.4 / 72


class Setter(NamedTuple):
    """How words of an edition are set: in which face, and with which readings over them, of which size."""

    content: Content
    face: Face
    spans: Sequence[Span] = ()
    size: float = ruby.SIZE


@register.simple_tag(takes_context=True)
def words(context: Context, text: str, width: float = 0, size: float = 0) -> SafeString:
    """A text of the edition as HTML: its phrases are never broken, its own line breaks are kept.

    `size` is that of its type in mm, from which readings know how small they may be. With the `width` of its room
    in mm, too, its lines are about equally long.
    """
    content: Content = context["content"]
    points = size / PT if size else NOTES * getattr(context.get("room"), "body", BODY_SIZE)
    ratio = ruby.share(points)
    html: list[tuple[SafeString]] = []
    for line in (" ".join(line.split()) for line in text.splitlines() if line.strip()):
        setter = Setter(content, body(400, content.language), readings(line, content), ratio)
        parts = (
            balance.lines(line, width / size, setter.face, content.language, setter.spans)
            if width and size
            else [line]
        )
        html += [(running(part, setter._replace(spans=readings(part, content))),) for part in parts]
    lines = format_html_join(SafeString("<br>"), "{}", html)
    if "<rt" not in lines:
        return lines
    place = f"line-height:{ruby.leading(points):.3f};--lowered:{ruby.lowered(points):.3f}em"
    return format_html('<span class="annotated" style="{}">{}</span>', place, lines)


def readings(line: str, content: Content) -> Sequence[Span]:
    """Where readings stand over a line; nowhere unless this is the version with readings."""
    return ruby.word_spans(line, content.readings) if content.variant == FURIGANA else ()


def running(line: str, setter: Setter) -> SafeString:
    """One line whose phrases stay whole; a space is kept where the text has one."""
    html, at = [], 0
    for unit in balance.units(line, setter.spans, setter.content.language):
        gap = len(unit) - len(unit.lstrip())
        html.append((SafeString(" " if gap else "<wbr>" if at else ""), whole(unit[gap:], at + gap, setter)))
        at += len(unit)
    return format_html_join("", "{}{}", html)


def whole(unit: str, at: int, setter: Setter) -> SafeString:
    """A unit that is not broken; a very long one breaks where kinsoku lets it."""
    pieces = ruby.whole(letters(unit), setter.spans, at) if len(unit) > LONG and " " not in unit else [unit]
    html = []
    for piece in pieces:
        html.append((annotated(ruby.runs(piece, setter.spans, at), setter),))
        at += len(piece)
    return format_html_join(SafeString("<wbr>"), '<span class="nowrap">{}</span>', html)


def annotated(line: Sequence[Run], setter: Setter, gaps: Sequence[float] = ()) -> SafeString:
    """Runs of letters with their readings over them; `gaps` is what is added behind each letter, in em.

    A reading is a box without a width behind its letters, moved over them: the letters stay one text.
    """
    html: list[tuple[Any]] = []
    at = 0
    for index, run in enumerate(line):
        own = gaps[at : at + len(run.text)]
        at += len(run.text)
        if not run.reading:
            html.append((spaced(run.text, own),))
            continue
        fit = ruby.fitted(line, index, setter.face, setter.face, setter.size)
        padding = f"padding:0 {fit.behind:.3f}em 0 {fit.before:.3f}em"
        if any(own):
            padding += f";margin-right:{own[-1]:.2f}em"
        place = f"width:{fit.base + 4:.3f}em;margin:0 -2em 0 -{fit.base + 2:.3f}em"
        spread = f"font-size:{setter.size:.3f}em;letter-spacing:{fit.gap:.3f}em;margin-right:-{fit.gap:.3f}em"
        inner = format_html('<span style="{}">{}</span>', spread, run.reading)
        html.append(
            (
                format_html(
                    '<ruby style="{}">{}<rt style="{}">{}</rt></ruby>', padding, run.text, place, inner
                ),
            )
        )
    return format_html_join("", "{}", html)


def spaced(text: str, gaps: Sequence[float]) -> SafeString | str:
    """Letters with what is added behind each, in em: one box for each that is moved, so that any engine sets them."""
    if not any(gaps):
        return text
    margin = '<span style="margin-right:{}em">{}</span>'
    html = [
        (format_html(margin, f"{gap:.2f}", letter) if gap else letter,)
        for letter, gap in zip(text, gaps, strict=True)
    ]
    return format_html_join("", "{}", html)


@register.simple_tag(takes_context=True)
def phrase(context: Context, words: dict[str, Any]) -> SafeString:
    """The lines of a fitted phrase (`page_art`), or its columns."""
    if words["columns"]:
        return upright(words)
    content: Content = context["content"]
    setter = Setter(content, lettering(words["weight"], content.language), words["spans"])
    html = []
    keys = ("lines", "starts", "hang", "gaps", "leadings")
    for line, start, (before, behind), gaps, leading in zip(*(words[key] for key in keys), strict=True):
        # A taller line has all its additional room above its letters, for the readings.
        style = (
            f"line-height:{leading:.2f};top:{(leading - LEADING) / 2:.3f}em;"
            f"margin:0 -{behind:.3f}em 0 -{before:.3f}em"
        )
        html.append((style, annotated(ruby.runs(line, setter.spans, start), setter, gaps)))
    return format_html_join("\n", '<span class="line" style="{}">{}</span>', html)


def upright(words: dict[str, Any]) -> SafeString:
    """Columns of places, one below the other; each column is one piece of the phrase."""
    fitted = words["columns"]
    html = []
    for number, column in enumerate(fitted.columns):
        places = ((cell.kind, f"{cell.height:.3f}", standing(cell)) for cell in column)
        inner = format_html_join("", '<span class="cell {}" style="height:{}em">{}</span>', places)
        html.append((f"{fitted.left(number):.3f}", inner))
    return format_html_join("\n", '<span class="column" style="left:{}em">{}</span>', html)


def standing(cell: Cell) -> str:
    """What stands in a place of a column; a word on its side is turned about its upper left corner."""
    if cell.kind != "turned":
        return cell.text
    return format_html('<span class="lying" style="width:{}em">{}</span>', f"{cell.height:.3f}", cell.text)
