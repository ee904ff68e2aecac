"""The washing, houses' openings, and who is at home."""

from print_templates.themes.coast.drawing import Paints, Sag, placed, shape
from print_templates.themes.coast.people import greeting

#: A towel and a shirt; each hangs from (0, 0), its middle.
TOWEL = "M-20-2H20Q17 46 22 96 0 106-22 98-16 46-20-2Z"
SHIRT = "M-28-2Q-14 6-12 0 0 14 12 0 14 6 28-2L56 22 38 46 27 38Q25 74 30 104 0 114-30 106-25 74-27 38L-38 46-56 22Z"


def hung(cloth: str, rope: Sag, share: float, paint: str, size: float = 1) -> str:
    """One piece of washing at the rope's parameter, leaning a little with the rope."""
    (x, y), (before, above), (after, below) = rope.at(share), rope.at(share - 0.05), rope.at(share + 0.05)
    slope = (below - above) / (after - before)
    return placed([shape(cloth, paint)], x, y, size, turn=max(-14.0, min(14.0, slope * 14)))


def pane(x: float, y: float, width: float, height: float) -> str:
    """A window as path data."""
    return f"M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}Z"


def doorway(x: float, floor: float, width: float, height: float) -> str:
    """A door with a round head as path data, x at its left."""
    straight, round_head = height - width * 0.6, width * 0.8
    return (
        f"M{x:.0f} {floor:.0f}v{-straight:.0f}c0 {-round_head:.0f} {width:.0f} {-round_head:.0f} {width:.0f} 0"
        f"v{straight:.0f}Z"
    )


def neighbour(
    ink: Paints, x: float, sill: float, size: float, sash: str, *, lean: float = 0, flip: bool = False
) -> list[str]:
    """Somebody at a wide window, its sill's middle at (x, sill)."""
    return [
        placed(
            [shape("M-79 0V-130Q-79-164-45-164H45Q79-164 79-130V0Z", ink("water"))], x, sill, size, flip=flip
        ),
        placed(
            greeting(ink("deep")), x - (-13 if flip else 13) * size, sill, size * 0.98, turn=lean, flip=flip
        ),
        placed([shape("M-91-2H91V15H-91Z", sash)], x, sill, size, flip=flip),
    ]
