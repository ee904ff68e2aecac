"""Pictures of made-up places, drawn flat as the logos are: a drawing promises nobody a room that is not there.

Each is 150 units wide and 100 high.
"""

from collections.abc import Callable

from PIL import Image

from campaigns.demo.logos import (
    BROWN,
    CORAL,
    FOREST,
    INDIGO,
    LEAF,
    MINT,
    NAVY,
    ORANGE,
    PLUM,
    RED,
    SEA,
    SKY,
    TEAL,
    WHITE,
    YELLOW,
    Ink,
    Mark,
    arc,
    curve,
    wave,
)

WALL: Ink = (250, 240, 222, 255)
WOOD: Ink = (214, 164, 110, 255)
SHADE: Ink = (186, 134, 84, 255)
NIGHT: Ink = (40, 58, 92, 255)
GLOW: Ink = (255, 222, 140, 255)
SOIL: Ink = (126, 90, 62, 255)
SKIN: Ink = (236, 188, 152, 255)


def person(mark: Mark, x: float, shoulders: float, clothes: Ink, *, faces_us: bool = False) -> None:
    """Somebody down to the edge of what they sit at; `shoulders` is where the neck begins."""
    mark.polygon(
        [*arc((x, shoulders + 8), 9, 180, 360), (x + 9, shoulders + 22), (x - 9, shoulders + 22)], clothes
    )
    mark.bar(x - 2.2, shoulders - 4, x + 2.2, shoulders + 2, SKIN)
    mark.disc(x, shoulders - 8, 6.4, BROWN)
    if faces_us:
        mark.polygon(arc((x, shoulders - 8), 6.4, -6, 186), SKIN)


def hondana() -> Image.Image:
    """A room of books with a window on the harbour; two chairs, one person."""
    mark = Mark(150)
    mark.bar(0, 0, 150, 100, WALL)
    mark.bar(0, 82, 150, 100, WOOD)
    mark.bar(52, 14, 104, 60, SKY)
    mark.polygon([*wave(52, 104, 46, 0.8, 13), (104, 60), (52, 60)], SEA)
    mark.polygon([(70, 44), (92, 44), (88, 49), (74, 49)], WHITE)
    mark.polygon([(80, 24), (80, 42), (70, 42)], CORAL)
    mark.polygon([(82, 28), (82, 42), (89, 42)], WHITE)
    for left in (50, 77, 104):
        mark.bar(left, 12, left + 2, 62, WHITE)
    mark.bar(50, 12, 106, 14, WHITE)
    mark.bar(48, 60, 108, 64, WHITE, 1)
    shelf(mark, 6, 44, (RED, NAVY, YELLOW, TEAL, PLUM, ORANGE, SEA))
    shelf(mark, 112, 146, (TEAL, CORAL, INDIGO, LEAF, YELLOW, RED, SKY))
    person(mark, 66, 66, TEAL)
    mark.bar(54, 78, 79, 96, CORAL, 3)
    mark.bar(88, 70, 106, 80, ORANGE, 3)
    mark.bar(86, 78, 108, 96, ORANGE, 3)
    return mark.finished()


def shelf(mark: Mark, left: float, right: float, inks: tuple[Ink, ...]) -> None:
    """Four boards of books, no two boards alike."""
    mark.bar(left, 10, right, 90, SHADE, 1.5)
    for board in range(4):
        top, x, nth = 13 + board * 19.5, left + 2.0, board * 2
        mark.bar(left + 2, top, right - 2, top + 17, BROWN)
        while x < right - 5:
            width, height = 2.4 + (nth * 7 % 5) * 0.4, 11 + (nth * 5 % 4) * 1.5
            mark.bar(x, top + 17 - height, x + width, top + 17, inks[nth % len(inks)], 0.4)
            x, nth = x + width + 0.4, nth + 1


def engawa() -> Image.Image:
    """The open side of a house in the evening: a long table under one lamp, people of all sizes around it."""
    mark = Mark(150)
    mark.bar(0, 0, 150, 100, NIGHT)
    mark.disc(128, 16, 7, GLOW)
    mark.polygon([(0, 26), (16, 10), (134, 10), (150, 26)], NAVY)
    mark.bar(10, 26, 140, 82, GLOW)
    mark.bar(10, 26, 30, 82, WALL)
    mark.bar(120, 26, 140, 82, WALL)
    for x in (10, 19.5, 29, 120, 129.5, 139):
        mark.bar(x, 26, x + 1, 82, BROWN)
    for y in (40, 54, 68):
        mark.bar(10, y, 30, y + 0.8, BROWN)
        mark.bar(120, y, 140, y + 0.8, BROWN)
    mark.bar(75.5, 26, 76.5, 32, BROWN)
    mark.polygon([(70, 32), (82, 32), (87, 39), (65, 39)], RED)
    for x, shoulders, clothes in ((46, 58, SEA), (62, 62, CORAL), (90, 57, PLUM), (106, 63, LEAF)):
        person(mark, x, shoulders, clothes, faces_us=True)
    mark.bar(34, 74, 116, 79, WOOD, 1)
    mark.bar(40, 79, 43, 82, SHADE)
    mark.bar(107, 79, 110, 82, SHADE)
    for x, ink in ((46, WHITE), (61, MINT), (76, WHITE), (91, ORANGE), (105, WHITE)):
        mark.polygon(arc((x, 70), 4, 0, 180), ink)
    mark.bar(0, 82, 150, 90, WOOD)
    mark.bar(0, 88, 150, 90, SHADE)
    mark.bar(52, 92, 70, 97, BROWN, 2)
    for x, ink in ((84, RED), (91, RED), (102, NAVY), (109, NAVY)):
        mark.bar(x, 93, x + 5, 97, ink, 2)
    return mark.finished()


def hatake() -> Image.Image:
    """Rows of vegetables below a mountain, a straw hat among them and a crate to share."""
    mark = Mark(150)
    mark.bar(0, 0, 150, 100, SKY)
    mark.disc(118, 20, 9, YELLOW)
    mountain = curve((0, 48), ((26, 40), (38, 18), (56, 18)), ((72, 18), (84, 42), (150, 46)))
    mark.polygon(
        [*mountain, (150, 60), (0, 60)],
        TEAL,
    )
    mark.polygon([(0, 52), *wave(0, 150, 52, 1.5, 50), (150, 100), (0, 100)], LEAF)
    for nth in range(5):
        top = 58 + nth * 9
        mark.polygon([*wave(0, 150, top, 0.6, 30, nth / 3), (150, top + 6), (0, top + 6)], SOIL)
        for x in range(6 + nth % 2 * 5, 150, 11 + nth):
            plant(mark, x, top + 1, 2.6 + nth * 0.5)
        if nth == 1:
            person(mark, 58, 56, INDIGO)
            mark.polygon([*arc((58, 47), 7, 180, 360), (70, 48), (46, 48)], YELLOW)
    mark.bar(92, 78, 122, 94, SHADE, 1)
    for y in (82, 88):
        mark.bar(92, y, 122, y + 1, BROWN)
    for x, ink in ((97, RED), (104, ORANGE), (111, RED), (117, FOREST)):
        mark.disc(x, 76, 4.2, ink)
    mark.bar(92, 78, 122, 81, SHADE)
    return mark.finished()


def plant(mark: Mark, x: float, ground: float, size: float) -> None:
    for lean in (-1, 0, 1):
        tip = (x + lean * size * 0.9, ground - size * (1.6 - abs(lean) * 0.4))
        mark.polygon([(x - size * 0.35, ground), tip, (x + size * 0.35, ground)], FOREST)


SCENES: dict[str, Callable[[], Image.Image]] = {draw.__name__: draw for draw in (hondana, engawa, hatake)}


def draw_scene(key: str) -> Image.Image:
    """The picture as RGB, 1,200 pixels wide; KeyError for a key not in SCENES."""
    return SCENES[key]().convert("RGB")
