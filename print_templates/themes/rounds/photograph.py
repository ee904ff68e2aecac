"""A photograph inside a house: the neighbours on both sides step apart for it and hold the roof over it."""

from collections.abc import Iterator

from print_templates.themes.rounds.geometry import fill, polygon
from print_templates.themes.rounds.stage import Paint
from print_templates.themes.rounds.street import Street

#: From a house's middle to where the neighbours' sides cover a photograph's edges.
WALLS = 172
#: How far above the hands a photograph may begin.
ABOVE = 36


def apart(width: float) -> float:
    """How much further apart two neighbours stand around a photograph of a width, in the street's units."""
    return max(0.0, width / 2 - WALLS)


def clear(street: Street, ink: Paint) -> Iterator[str]:
    """The phrase's ground above the arms, where a photograph's corners reach beyond the roof."""
    for house in street.houses:
        for arm in house.arms:
            high = arm.tip.y - ABOVE
            corners = (arm.root.centre, arm.tip.centre, (arm.tip.x, high), (arm.root.x, high))
            yield fill(polygon(*corners), ink("ground"))
