"""Flat fields and shores; a shore is the rim of a round far larger than the sheet."""

from print_templates.themes.ripples.compass import Point, arc, disc, fill
from print_templates.themes.theme import Canvas


def band(canvas: Canvas, ink: str, top: float = 0, bottom: float = 1) -> str:
    """A field across the sheet, from share to share of its height; the sheet's ends include the bleed."""
    bleed = canvas.bleed
    start = top * canvas.height - (bleed if top == 0 else 0)
    end = bottom * canvas.height + (bleed if bottom == 1 else 0)
    return (
        f'<rect x="{-bleed:g}" y="{start:g}" width="{canvas.width + 2 * bleed:g}" '
        f'height="{end - start:g}" fill="{canvas.ink(ink)}"/>'
    )


def far_shore(canvas: Canvas, lowest: Point, radius: float) -> str:
    """The ground above the water: a round that hangs down to its `lowest` point."""
    return disc(Point(lowest.x, lowest.y - radius), radius, canvas.ink("ground"))


def left_shore(canvas: Canvas, farthest: Point, radius: float) -> str:
    """The ground left of the water: a round that swells to its `farthest` point."""
    return disc(Point(farthest.x - radius, farthest.y), radius, canvas.ink("ground"))


def near_shore(canvas: Canvas, ink: str, crest: Point, radius: float) -> str:
    """What lies below: a round that rises to its `crest`, down to the sheet's end and bleed."""
    centre = Point(crest.x, crest.y + radius)
    left, right = -canvas.bleed, canvas.width + canvas.bleed
    start, end = (Point(x, centre.y - (radius**2 - (x - crest.x) ** 2) ** 0.5) for x in (left, right))
    rim = arc(centre, radius, centre.bearing(start), centre.bearing(end))
    return fill(f"M{start.text()}{rim}V{canvas.height + canvas.bleed:g}H{left:g}Z", canvas.ink(ink))
