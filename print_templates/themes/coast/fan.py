"""The round fan: the line ties a knot's loop around the hole, so that the finger that holds the fan is tied in.

A thousand units wide. The hole is 100 wide at (500, 875).
"""

from print_templates.themes.coast.bay import THICKNESS
from print_templates.themes.coast.drawing import (
    Paints,
    Sag,
    disc,
    lined,
    path,
    placed,
    shape,
    sheet,
    words_end,
)
from print_templates.themes.coast.homes import pane
from print_templates.themes.coast.people import greeting
from print_templates.themes.coast.shore import glitter
from print_templates.themes.theme import FAN_WORDS, Canvas

HOLE = (500, 875)
LOOP = 82
LEVEL = 742
HORIZON = 690
#: Eaves, ridge, valley, ridge and eaves of the two houses on the left.
ROOFS = ((118, 646), (190, 574), (262, 646), (308, 604), (354, 650))
MAST, DECK, KEEL = 716.0, 706.0, 762.0
#: The sun's radius; it rises to the phrase.
SUN, SUN_X = 236, 515


def masthead(canvas: Canvas) -> float:
    return max(400.0, words_end(canvas) + 40)


def stay(top: float) -> Sag:
    """From the masthead to the level of the right rim."""
    return Sag((MAST, top), (MAST + 56, LEVEL - 0.45 * (LEVEL - top)), (830, LEVEL), (950, LEVEL))


def line(top: float) -> str:
    """Rim, two gables, the loop, hull, mast, rim: one stroke."""
    x, y = HOLE
    return path(
        "M", (-60, LEVEL), "L", (96, LEVEL), "Q", (118, LEVEL), (118, LEVEL - 22), "L", *ROOFS,
        "C", (420, 750), (x + LOOP, 730), (x + LOOP, y),
    ) + path(
        f"A{LOOP} {LOOP} 0 0 1", (x, y + LOOP), f"A{LOOP} {LOOP} 0 0 1", (x - LOOP, y),
        "C", (x - LOOP, 740), (540, DECK), (600, DECK),
        "C", (616, KEEL - 8), (650, KEEL), (MAST, KEEL), "C", (770, KEEL), (796, KEEL - 30), (812, DECK - 18),
        "Q", (770, DECK), (MAST, DECK), "L", (MAST, top), *stay(top).steps(), "L", (1060, LEVEL),
    )  # fmt: skip


def coast(ink: Paints, top: float) -> list[str]:
    """Sun and water."""
    return [
        disc(SUN_X, min(top + 30 + SUN, HORIZON + 112), SUN, ink("paper")),
        shape(f"M-60 {HORIZON}H1060V1060H-60Z", ink("water")),
        glitter(SUN_X, HORIZON + 18, (300, 200, 260), 24, ink("paper")),
    ]


def village(ink: Paints) -> list[str]:
    first, second = ROOFS[:3], ROOFS[2:]
    return [
        shape("M-60 570C40 570 110 660 260 744H-60Z", ink("deep")),
        shape(path("M", (262, LEVEL + 10), "L", *second, (354, LEVEL + 10), "Z"), ink("ground")),
        shape(path("M", (118, LEVEL + 10), "L", *first, (262, LEVEL + 10), "Z"), ink("paper")),
        shape(pane(150, 660, 30, 38) + pane(200, 660, 30, 38), ink("ground")),
        shape(pane(294, 662, 28, 36), ink("paper")),
        shape("M-60 742H360C386 744 392 764 430 772 330 790 120 786-60 786Z", ink("deep")),
    ]


def boat(ink: Paints, top: float) -> list[str]:
    edge = stay(top).back().after(0.38)
    hull = path(
        "M", (600, DECK), "L", (MAST, DECK), "Q", (770, DECK), (812, DECK - 18),
        "C", (796, KEEL - 30), (770, KEEL), (MAST, KEEL), "C", (650, KEEL), (616, KEEL - 8), (600, DECK), "Z",
    )  # fmt: skip
    return [
        shape(path("M", edge.start, *edge.steps(), "L", (MAST, edge.start[1] + 8), "Z"), ink("deep")),
        placed(greeting(ink("deep")), 664, DECK, 0.8, flip=True),
        shape(hull, ink("deep")),
    ]


def fan_front(canvas: Canvas) -> str:
    ink, top = canvas.ink, masthead(canvas)
    scene = [*coast(ink, top), *village(ink), *boat(ink, top), lined(line(top), THICKNESS, ink)]
    return canvas.svg([sheet(canvas, ink("ground")), placed(scene, 0, 0, canvas.width / 1000)])


def fan_back(canvas: Canvas) -> str:
    """The words stand in the sun itself: one white round in the same bay, ringed by the line."""
    ink = canvas.ink
    inner = FAN_WORDS * 1000 + 2
    x, y = HOLE
    scene = [
        shape(f"M-60 {HORIZON}H1060V1060H-60Z", ink("water")),
        disc(500, 500, inner + THICKNESS, ink("accent")),
        disc(500, 500, inner, ink("paper")),
        disc(x, y, LOOP + 13, ink("accent")),
        disc(x, y, LOOP - 13, ink("water")),
    ]
    return canvas.svg([sheet(canvas, ink("ground")), placed(scene, 0, 0, canvas.width / 1000)])
