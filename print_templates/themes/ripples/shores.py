"""The shores of poster and flyer front: lilac air over still water, a lilac shore under the sub-copy, paper for
the panel."""

from print_templates.themes.ripples.water import Shore, field
from print_templates.themes.theme import PANEL, Canvas

#: The water never begins higher than this share of the height, however short the phrase; and its distance from it.
HIGHEST, CLEAR = 0.25, 0.036
#: The near shore's crest, a share of the height.
CREST = 0.672


def far(canvas: Canvas) -> float:
    """The height at which the water begins: a level line, as near the phrase as it may come."""
    height = canvas.height
    return max(canvas.words.y + canvas.words.height + CLEAR * height, HIGHEST * height)


def sides(canvas: Canvas) -> list[str]:
    """What the water lies between: the air, and the near side."""
    return [field(canvas, "ground", bottom=far(canvas) / canvas.height), *near_side(canvas)]


def near_side(canvas: Canvas) -> list[str]:
    """The lilac shore, high over the sub-copy at the left, and the panel's paper; at the right the water reaches
    the panel."""
    height, panel = canvas.height, canvas.height - PANEL * canvas.width
    shore = Shore(0.672 * height, 0.668 * height, 0.668 * height, 0.85 * height)
    return [shore.below(canvas, "ground"), field(canvas, "paper", top=panel / height)]
