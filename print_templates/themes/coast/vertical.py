"""The poster with upright columns: one tall mast beside them, as upright as the writing.

The line comes in level, is the boat's hull and mast, falls as a stay, and goes
over the village's roofs under the columns.
"""

from math import hypot

from print_templates.themes.coast.bay import THICKNESS
from print_templates.themes.coast.drawing import (
    Paints,
    disc,
    lined,
    path,
    placed,
    shape,
    sheet,
    units,
    words_end,
)
from print_templates.themes.coast.harbour import DECK, HORIZON, MASTHEAD, Harbour
from print_templates.themes.coast.homes import pane
from print_templates.themes.coast.people import RAISED, greeting, sitting
from print_templates.themes.coast.poster import LEVEL
from print_templates.themes.coast.shore import beach, glitter
from print_templates.themes.theme import Box, Canvas, Window

#: How large the crew is.
CREW = 1.2
#: A photograph stands in the sun: its middle and radius.
PHOTO, PHOTO_RADIUS = (232.0, 580.0), 178.0
WINDOW = Window(
    Box(
        (PHOTO[0] - PHOTO_RADIUS) / 1000,
        (PHOTO[1] - PHOTO_RADIUS) / 1414,
        2 * PHOTO_RADIUS / 1000,
        2 * PHOTO_RADIUS / 1414,
    ),
    radius=0.5,
)


def sun(harbour: Harbour) -> tuple[float, float, float]:
    """Its middle and radius: as wide as the columns let it."""
    edge = harbour.words[0] - 34
    radius = min(0.44 * edge, 330.0)
    return edge - radius, HORIZON - radius * 0.8, radius


def sky_and_sea(harbour: Harbour, ink: Paints, floor: float) -> list[str]:
    left, right = -harbour.beyond, 1000 + harbour.beyond
    middle, height, radius = sun(harbour)
    return [
        disc(*PHOTO, PHOTO_RADIUS + 12, ink("paper"))
        if harbour.picture
        else disc(middle, height, radius, ink("paper")),
        shape(f"M{left:g} {HORIZON}H{right:g}V{floor:g}H{left:g}Z", ink("water")),
        glitter(middle, HORIZON + 22, (520, 690, 800), 30, ink("paper")),
    ]


def sail(harbour: Harbour, ink: Paints) -> str:
    mast, clew = harbour.mast, (harbour.bow + 4, DECK - 214)
    return shape(
        path(
            "M", (mast, MASTHEAD), "C", (mast - 40, 420), (mast - 150, 600), clew,
            "Q", (mast - 90, DECK - 188), (mast, DECK - 214), "Z",
        ),
        ink("deep"),
    )  # fmt: skip


def fork(harbour: Harbour, ink: Paints) -> str:
    """Paper between mast and stay down to the sun, where a crumb of sky would be left."""
    x, y, radius = sun(harbour)
    shares = [step / 100 for step in range(100)]
    above = [
        point for point in map(harbour.stay.at, shares) if hypot(point[0] - x, point[1] - y) > radius - 20
    ]
    edge = [point for point in above if point[1] < y]
    return shape(
        path("M", *(step for point in edge for step in (point, "L")), (harbour.mast, edge[-1][1]), "Z"),
        ink("paper"),
    )


def hull(harbour: Harbour, ink: Paints) -> str:
    return shape(path("M", (harbour.bow, DECK), *harbour.hull, "Z"), ink("deep"))


def aboard(harbour: Harbour, ink: Paints) -> list[str]:
    return [
        sail(harbour, ink),
        placed(sitting(ink("deep")), harbour.mast - 102, DECK, CREW),
    ]


def holding(harbour: Harbour, ink: Paints) -> str:
    """Somebody who holds on to the stay and sits down in the hull, over the line."""
    hand, _ = harbour.stay.passes(DECK + RAISED[1] * CREW)
    seat = shape("M-26 10H26V32H-26Z", ink("deep"))
    return placed([*greeting(ink("deep")), seat], hand - RAISED[0] * CREW, DECK, CREW)


def hamlet(harbour: Harbour, ink: Paints) -> list[str]:
    """Two houses under the columns, on a low tongue of land."""
    roofs, foot, size = harbour.roofs, LEVEL + 20, harbour.size
    x, right = roofs[0][0], 1000 + harbour.beyond
    pane_at = roofs[2][1] + 12 * size
    return [
        shape(path("M", (roofs[2][0], foot), "L", *roofs[2:], (roofs[4][0], foot), "Z"), ink("deep")),
        shape(path("M", (x, foot), "L", *roofs[:3], (roofs[2][0], foot), "Z"), ink("paper")),
        shape(pane(x + 66 * size, pane_at, 34 * size, 44 * size), ink("ground")),
        shape(pane(x + 202 * size, pane_at, 30 * size, 44 * size), ink("paper")),
        shape(
            f"M{right:g} {LEVEL}H{x - 10:.0f}C{x - 70:.0f} {LEVEL} {x - 80:.0f} {LEVEL + 36}"
            f" {x - 140:.0f} {LEVEL + 40} {x - 30:.0f} {LEVEL + 50} 900 {LEVEL + 46} {right:g} {LEVEL + 46}Z",
            ink("deep"),
        ),
    ]


def ship(harbour: Harbour, ink: Paints) -> list[str]:
    """All that passes in front of sun or photograph."""
    return [
        *([] if harbour.picture else [fork(harbour, ink), *aboard(harbour, ink)]),
        *hamlet(harbour, ink),
        hull(harbour, ink),
        lined(harbour.line(), THICKNESS, ink),
        *([] if harbour.picture else [holding(harbour, ink)]),
    ]


def measured(canvas: Canvas) -> Harbour:
    unit, beyond, _ = units(canvas)
    return Harbour((canvas.words.x / unit, words_end(canvas)), beyond, canvas.picture)


def poster_vertical(canvas: Canvas) -> str:
    ink, harbour = canvas.ink, measured(canvas)
    unit, _, height = units(canvas)
    front = [] if canvas.picture else ship(harbour, ink)
    shapes = [*sky_and_sea(harbour, ink, height), *front, beach(canvas)]
    return canvas.svg([sheet(canvas, ink("ground")), placed(shapes, 0, 0, unit)])


def poster_vertical_before(canvas: Canvas) -> str:
    unit, _, _ = units(canvas)
    return canvas.svg([placed(ship(measured(canvas), canvas.ink), 0, 0, unit)])
