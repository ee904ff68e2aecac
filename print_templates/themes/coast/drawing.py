"""Flat shapes as SVG. A scene is drawn in thousandths of the sheet's width and scaled as one group."""

from collections.abc import Iterable

from print_templates.themes.theme import Canvas


def shape(data: str, paint: str) -> str:
    """A closed, flat shape from SVG path data."""
    return f'<path d="{data}" fill="{paint}"/>'


def disc(x: float, y: float, radius: float, paint: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{paint}"/>'


def cord(data: str, thickness: float, paint: str) -> str:
    """An open stroke of one thickness with round ends and corners."""
    return (
        f'<path d="{data}" fill="none" stroke="{paint}" stroke-width="{thickness:g}" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def placed(
    shapes: Iterable[str], x: float, y: float, size: float = 1, turn: float = 0, flip: bool = False
) -> str:
    """Shapes moved to (x, y), `size` times as large, turned by degrees, mirrored left to right."""
    steps = [f"translate({round(x, 1):g} {round(y, 1):g})"]
    if turn:
        steps.append(f"rotate({turn:g})")
    if flip or size != 1:
        steps.append(f"scale({-size if flip else size:g} {size:g})")
    return f'<g transform="{" ".join(steps)}">{"".join(shapes)}</g>'


def sheet(canvas: Canvas, paint: str) -> str:
    """The whole surface with its bleed, in mm."""
    bleed = canvas.bleed
    width, height = canvas.width + 2 * bleed, canvas.height + 2 * bleed
    return f'<path d="M{-bleed:g} {-bleed:g}h{width:g}v{height:g}h{-width:g}z" fill="{paint}"/>'
