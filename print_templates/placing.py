"""Where words stand on a picture: the phrase, the sub-copy and the issuer in the rooms that a theme leaves."""

from dataclasses import replace
from typing import Any

from print_templates import balance, ruby, typeset, vertical
from print_templates.content import Content
from print_templates.division import tidy
from print_templates.fonts import BODY, body
from print_templates.measure import advance
from print_templates.sheet import Layout
from print_templates.themes.theme import SURFACES, Box, Placement, Theme
from print_templates.variants import FURIGANA

#: The issuer's largest size on a fan, a share of the width.
ISSUER = 0.017
#: The sub-copy's size, a share of the trim's width, how far it may shrink, and its leading in em, with readings too.
SUB_COPY, SHRUNK = 0.033, 0.75
SUB_LEADING, SUB_RUBY_LEADING = 1.4, 1.85


def words(place: Placement, picture: Box) -> dict[str, Any]:
    """The room the theme gives to words on a picture, in mm from where the picture's place is given from."""
    box = place.box.scaled(picture.width, picture.height)
    box = replace(box, x=box.x + picture.x, y=box.y + picture.y)
    return {"box": box, "ink": place.ink, "align": place.align}


def issuer(place: Placement, content: Content, picture: Box) -> dict[str, Any]:
    """The issuer's name on one line, however long it is."""
    room = words(place, picture)
    widest = advance(content.issuer, BODY[700])
    return room | {"one_line": min(ISSUER * picture.width, room["box"].width / widest)}


def sub_copy(place: Placement, content: Content, layout: Layout) -> dict[str, Any]:
    """The sub-copy's room, its lines, at most two of them, its size in mm and its leading in em.

    It shrinks rather than leave its room, down to a size that still reads; one that does not fit then is broken
    into even lines all the same.
    """
    room = words(place, layout.picture)
    face = body(700, content.language)
    annotated = content.variant == FURIGANA and ruby.word_spans(content.sub_copy, content.readings)
    leading = SUB_RUBY_LEADING if annotated else SUB_LEADING
    largest = SUB_COPY * layout.trim.width
    written = tuple(tidy(content.sub_copy).splitlines())
    ways = [written]
    if len(written) == 1:
        ways.append(
            tuple(balance.lines(written[0], advance(written[0], face) * 0.75, face, content.language))
        )

    def size(lines: tuple[str, ...]) -> float:
        widest = max((advance(line, face) for line in lines), default=1.0)
        high = (len(lines) - 1) * leading + (leading if annotated else 1)
        return min(largest, room["box"].width / max(widest, 1.0), room["box"].height / max(high, 1.0))

    lines = max(ways, key=size)
    return room | {"lines": lines, "size": max(size(lines), SHRUNK * largest), "leading": leading}


def phrase_on(theme: Theme, surface: str, content: Content, picture: Box) -> dict[str, Any] | None:
    """The phrase as large as the room the theme leaves for it on a surface, in lines or in columns.

    Its lines, its size in mm, `taken`, the box in mm that it really fills, and `boxes`, that of each line.
    """
    place = theme.scenes[surface].phrase
    if place is None:
        return None
    weight = theme.lettering_weight
    phrase = words(place, picture) | {"weight": weight, "columns": None}
    if surface.endswith("_vertical"):
        return phrase | in_columns(content.phrase, phrase["box"], weight)
    box, text = phrase["box"], tidy(content.phrase)
    spans = ruby.phrase_spans(text, content.reading) if content.variant == FURIGANA else []
    setting = typeset.fit(text, box.width, box.height, weight=weight, language=content.language, spans=spans)
    free = {"left": 0.0, "center": (box.width - setting.width) / 2, "right": box.width - setting.width}
    taken = Box(box.x + free[place.align], box.y, setting.width, setting.height)
    return phrase | {
        "lines": setting.lines,
        "starts": setting.starts,
        "hang": setting.hang,
        "gaps": setting.gaps,
        "spans": spans,
        "size": setting.size,
        "leadings": setting.leadings,
        "frame": box,
        "taken": taken,
        "boxes": [line_box(box, setting, number) for number in range(len(setting.lines))],
    }


def line_share(theme: Theme, content: Content, surface: str = "poster") -> float:
    """The share of the sheet's height that a line of the phrase takes (PRINT.md 7 asks for 0.12 on a poster).

    Of a vertical phrase, what a line of letters that large would take. 0 where the surface has no phrase.
    """
    width, height = SURFACES[surface]
    phrase = phrase_on(theme, surface, content, Box(0, 0, width, height))
    return typeset.LEADING * phrase["size"] / height if phrase else 0.0


def line_box(box: Box, setting: typeset.Setting, number: int) -> Box:
    """Where a line's letters are, and the readings over them; the rest is where a seam may run."""
    foot = sum(setting.leadings[: number + 1]) - (typeset.LEADING - 1) / 2
    tall = 1 + (ruby.SIZE if setting.leadings[number] > typeset.LEADING else 0)
    head = max(foot - tall, 0.0)
    return Box(box.x, box.y + head * setting.size, box.width, (foot - head) * setting.size)


def in_columns(text: str, box: Box, weight: int) -> dict[str, Any]:
    """The phrase in columns that begin at the right edge of its room."""
    fitted = vertical.columns(text, box.width, box.height, weight=weight)
    taken = Box(box.x + box.width - fitted.width, box.y, fitted.width, fitted.height)
    boxes = [
        Box(taken.x + fitted.left(number) * fitted.size, box.y, fitted.size, fitted.height)
        for number in range(len(fitted.columns))
    ]
    return {
        "lines": fitted.lines, "columns": fitted, "spans": [], "size": fitted.size,
        "frame": taken, "taken": taken, "boxes": boxes,
    }  # fmt: skip
