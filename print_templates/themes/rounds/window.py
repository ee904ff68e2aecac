"""A round lit window, and the two who are at home behind it."""

from collections.abc import Iterator

from print_templates.themes.rounds.geometry import Circle, crossings, disc, edge, fill, lens, pair, wider
from print_templates.themes.rounds.stage import Paint

#: A house's window in a street, from the house's middle and the shoulders' line.
WINDOW = Circle(0, 86, 88)
#: Backs and heads of the two as shares of the window's radius, from its middle.
LEFT, RIGHT = Circle(-0.4, 0.92, 0.74), Circle(0.42, 1.0, 0.7)
LEFT_HEAD, RIGHT_HEAD = Circle(-0.3, -0.02, 0.33), Circle(0.33, 0.13, 0.29)

#: How far above the shoulders' line a house's roof is free.
UNDER_ROOF = 122


def window_above(sill: float, largest: float) -> Circle:
    """A house's window, as large as there is room between the roof and a sill below the shoulders' line."""
    radius = min(largest, (sill + UNDER_ROOF) / 2.75)
    return Circle(0, sill - radius, radius)


def lit(window: Circle, ink: Paint, mirrored: bool = False) -> Iterator[str]:
    """The window with both of them; where they overlap, the third ink. Next door they sit the other way round."""
    near, far = ("accent", "leaf") if mirrored else ("leaf", "accent")
    left, right, left_head, right_head = (
        within(window, part, mirrored) for part in (LEFT, RIGHT, LEFT_HEAD, RIGHT_HEAD)
    )
    frame = wider(window)
    yield disc(window, ink("ground"))
    yield disc(left_head, ink(far))
    yield disc(right_head, ink(near))
    yield fill(lens(left, frame), ink(near))
    yield fill(lens(right, frame), ink(far))
    both = (right, left) if mirrored else (left, right)
    yield fill(shared(*both, frame), ink("deep"))
    yield fill(lens(left_head, wider(left)) + lens(right_head, wider(right)), ink("deep"))


def within(window: Circle, part: Circle, mirrored: bool) -> Circle:
    """A part given in shares of the window, in the window's own unit."""
    across = -part.x if mirrored else part.x
    return Circle(window.x + across * window.r, window.y + part.y * window.r, part.r * window.r)


def shared(left: Circle, right: Circle, window: Circle) -> str:
    """Path data of what two backs share inside the window that cuts both off at its foot."""
    top = min(crossings(left, right), key=lambda point: point[1])
    near = max(crossings(left, window), key=lambda point: point[0])
    far = min(crossings(right, window), key=lambda point: point[0])
    return f"M{pair(top)}{edge(left, top, near)}{edge(window, near, far)}{edge(right, far, top)}Z"
