"""Flat shapes as SVG. A scene is drawn in thousandths of the sheet's width and scaled as one group."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from print_templates.themes.theme import Canvas

Paints = Callable[[str], str]
Point = tuple[float, float]
#: The paper at both sides of the line, in units.
EDGE = 4.5


def at(point: Point) -> str:
    """A point as path data, to a tenth of a unit."""
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"


def path(*steps: str | Point) -> str:
    """Path data from letters and points: `path("M", (0, 0), "L", (9, 9), "Z")`."""
    return " ".join(step if isinstance(step, str) else at(step) for step in steps)


def shape(data: str, paint: str) -> str:
    """A closed, flat shape from SVG path data."""
    return f'<path d="{data}" fill="{paint}"/>'


def disc(x: float, y: float, radius: float, paint: str) -> str:
    return f'<circle cx="{round(x, 1):g}" cy="{round(y, 1):g}" r="{round(radius, 1):g}" fill="{paint}"/>'


def round_path(x: float, y: float, radius: float, *, hole: bool = False) -> str:
    """A circle as path data in quarter arcs; as a hole it runs the other way."""
    turn = 0 if hole else 1
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    corners = corners[::-1] if hole else corners
    arcs = "".join(f"A{radius:g} {radius:g} 0 0 {turn} {at(corner)}" for corner in corners)
    return f"M{at(corners[-1])}{arcs}Z"


def cord(data: str, thickness: float, paint: str) -> str:
    """An open stroke of one thickness with round ends and corners."""
    return (
        f'<path d="{data}" fill="none" stroke="{paint}" stroke-width="{thickness:g}" '
        f'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def lined(data: str, thickness: float, ink: Paints) -> str:
    """The one line, with a paper edge: to some eyes it is hardly lighter than the ground, to nobody is the edge."""
    return cord(data, thickness + 2 * EDGE, ink("paper")) + cord(data, thickness, ink("accent"))


def placed(
    shapes: Iterable[str], x: float, y: float, size: float = 1, turn: float = 0, flip: bool = False
) -> str:
    """Shapes moved to (x, y), `size` times as large, turned by degrees, mirrored left to right."""
    steps = [f"translate({round(x, 1):g} {round(y, 1):g})"]
    if turn:
        steps.append(f"rotate({round(turn, 1):g})")
    if flip or size != 1:
        size = round(size, 4)
        steps.append(f"scale({-size if flip else size:g} {size:g})")
    return f'<g transform="{" ".join(steps)}">{"".join(shapes)}</g>'


def sheet(canvas: Canvas, paint: str) -> str:
    """The whole surface with its bleed, in mm."""
    bleed = canvas.bleed
    width, height = canvas.width + 2 * bleed, canvas.height + 2 * bleed
    return f'<path d="M{-bleed:g} {-bleed:g}h{width:g}v{height:g}h{-width:g}z" fill="{paint}"/>'


def units(canvas: Canvas) -> tuple[float, float, float]:
    """The unit in mm; how far drawings go beyond the trim, and the sheet's height, in units."""
    unit = canvas.width / 1000
    return unit, canvas.bleed / unit + 30, canvas.height / unit


def words_end(canvas: Canvas) -> float:
    """The phrase's lower edge in units."""
    return (canvas.words.y + canvas.words.height) * 1000 / canvas.width


@dataclass(frozen=True)
class Sag:
    """A rope between two points: one cubic Bézier curve, on which things can be hung."""

    start: Point
    first: Point
    second: Point
    end: Point

    def at(self, share: float) -> Point:
        """The point at the curve's parameter, 0 to 1."""
        rest = 1 - share
        weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
        points = (self.start, self.first, self.second, self.end)
        x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
        return x, y

    def passes(self, y: float) -> Point:
        """Where a rope that falls from its start to its end passes a height, to a thousandth of its course."""
        low, high = 0.0, 1.0
        while high - low > 0.001:
            middle = (low + high) / 2
            low, high = (middle, high) if self.at(middle)[1] < y else (low, middle)
        return self.at(high)

    def after(self, share: float) -> "Sag":
        """What is left of the curve from the parameter on."""
        a, b, c = (
            between(p, q, share)
            for p, q in ((self.start, self.first), (self.first, self.second), (self.second, self.end))
        )
        d, e = between(a, b, share), between(b, c, share)
        return Sag(between(d, e, share), e, c, self.end)

    def back(self) -> "Sag":
        """The same curve from its end to its start."""
        return Sag(self.end, self.second, self.first, self.start)

    def steps(self) -> tuple[str | Point, ...]:
        """The curve as steps of a `path` that is already at its start."""
        return "C", self.first, self.second, self.end


def between(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way from start to end."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
