"""People as paper-cut silhouettes, no face, no age, no gender; standing they would be 180 units tall.

Each says by its posture alone what it does.
"""

from collections.abc import Iterable

from print_templates.themes.coast.drawing import Point, cord, disc, shape

#: The hands of `receiving` on the line, from its feet: the one furthest along, then the other.
RECEIVING = (-78.0, -104.0), (-50.0, -84.0)
#: The hands of `giving` on the line, from its waist: the lower, then the one held out.
GIVING = (70.0, -34.0), (86.0, -76.0)


def shoe(x: float) -> str:
    """A shoe that points left, its heel under the leg at x, as path data."""
    return f"M{x - 30:g} 0Q{x - 30:g}-13 {x - 10:g}-15H{x + 11:g}V0Z"


def receiving(paint: str) -> list[str]:
    """Someone who stands upright, facing left, both soles on the ground, and takes the line in both hands."""
    return [
        disc(4, -162, 18, paint),
        shape(
            "M-13-114C-10-140 38-142 42-114 44-98 40-84 38-70L37-8H15L11-62 1-8H-21L-12-70C-14-84-16-98-13-114Z"
            + shoe(-10)
            + shoe(26),
            paint,
        ),
        cord("M-2-122-28-94-78-104M28-122Q22-84-12-70L-50-84", 15, paint),
        *mittens(RECEIVING, paint),
    ]


def giving(paint: str) -> list[str]:
    """Someone from the waist up, facing right; their arms are drawn apart, before the line."""
    return [
        disc(6, -112, 18, paint),
        shape("M-24 14C-30-20-32-54-25-72-18-92 24-94 29-72 32-54 28-20 26 14Z", paint),
    ]


def giving_arms(paint: str) -> list[str]:
    """Both arms of `giving`, who holds the line out."""
    return [cord("M16-74 46-58 86-76M0-68Q26-24 70-34", 15, paint), *mittens(GIVING, paint)]


def mittens(hands: Iterable[Point], paint: str) -> list[str]:
    """Hands, a little wider than the arms."""
    return [disc(x, y, 10, paint) for x, y in hands]


#: The raised hand of `greeting`, from its waist.
RAISED = (66.0, -142.0)


def greeting(paint: str) -> list[str]:
    """Someone from the waist up, facing right, one arm raised, the other hand on an edge behind them.

    The waist is at (0, 0), the raised hand at (66, -142), the other at (-44, -6).
    """
    return [
        disc(4, -112, 18, paint),
        shape("M-26 14C-30-20-32-56-24-76-18-92 22-94 28-76 32-56 28-20 26 14Z", paint),
        cord("M14-78 36-89Q47-94 51-105L66-142M-17-74Q-40-46-44-6", 15, paint),
        *mittens([RAISED], paint),
    ]


def sitting(paint: str) -> list[str]:
    """Someone from the waist up, at ease: one hand before them on the edge, the other behind."""
    return [
        disc(2, -112, 18, paint),
        shape("M-26 14C-30-20-32-56-24-76-18-92 22-94 28-76 32-56 28-20 26 14Z", paint),
        cord("M18-74Q34-40 56-6M-16-74Q-40-44-46-6", 15, paint),
    ]
