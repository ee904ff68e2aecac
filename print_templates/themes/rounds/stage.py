"""What every surface stands on: flat sheets that reach past the trim, and drawings set to scale."""

from collections.abc import Callable, Iterable

from print_templates.themes.theme import Canvas

#: The paint for an ink's name.
Paint = Callable[[str], str]


def sheet(canvas: Canvas, name: str, top: float | None = None) -> str:
    """A flat ink over the whole surface and its bleed, or only from `top` (mm from the trim) down."""
    bleed = canvas.bleed
    start = -bleed if top is None else top
    return (
        f'<rect x="{-bleed:g}" y="{start:g}" width="{canvas.width + 2 * bleed:g}" '
        f'height="{canvas.height + bleed - start:g}" fill="{canvas.ink(name)}"/>'
    )


def placed(shapes: Iterable[str], scale: float, x: float = 0, y: float = 0) -> str:
    """A drawing of 1000 units across, `scale` mm to the unit, moved by x and y mm."""
    return f'<g transform="translate({x:.2f} {y:.2f})scale({scale:.5f})">{"".join(shapes)}</g>'


def turned(shapes: Iterable[str], angle: float) -> str:
    """A drawing turned clockwise about the origin by degrees."""
    return f'<g transform="rotate({angle:g})">{"".join(shapes)}</g>'
