"""The poster: the street grows as large as the phrase lets it, on the deep ground that all stand on."""

from print_templates.themes.rounds.geometry import Circle, disc
from print_templates.themes.rounds.photograph import apart, clear
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.rounds.street import ROUND_THE_CORNER, TOP, Street, street
from print_templates.themes.rounds.window import WINDOW, window_above
from print_templates.themes.theme import PANEL, Box, Canvas

#: Clear ground between the phrase and the highest hands, and the top of the ground; shares of the height.
CLEAR, HILL = 0.034, 0.691
#: The street's largest scale, in thousandths of the width, where both backs run over the trim and do not end at it;
#: and how deep its ground lies at least.
LARGEST, SHALLOWEST = 1.45, 134
#: From the ground up to the window, which stands no lower than on ground so deep.
SILL, DEEP = 24, 198
PHOTOGRAPH = Box(0.22, 0.515, 0.56, 0.185)


def poster(canvas: Canvas) -> str:
    """Ground, houses, neighbours, and the shared ground with the white panel below."""
    seen, scale, base = view(canvas)
    drawn = seen.homes(canvas.ink) if canvas.picture else seen.shapes(canvas.ink)
    return canvas.svg([sheet(canvas, "ground"), placed(drawn, scale, canvas.width / 2, base), *foot(canvas)])


def before(canvas: Canvas) -> str:
    """Everybody who stands in front of the photograph."""
    seen, scale, base = view(canvas)
    shapes = [*clear(seen, canvas.ink), *seen.people(canvas.ink)]
    return canvas.svg([placed(shapes, scale, canvas.width / 2, base), *foot(canvas)])


def view(canvas: Canvas) -> tuple[Street, float, float]:
    """The street, its scale in mm, and how far down its shoulders' line is."""
    top, ground = canvas.words.y + canvas.words.height + CLEAR * canvas.height, HILL * canvas.height
    scale = min((ground - top) / (TOP + SHALLOWEST), LARGEST * canvas.width / 1000)
    edge = (canvas.width / 2 + canvas.bleed) / scale + ROUND_THE_CORNER
    spread = apart(PHOTOGRAPH.width * canvas.width / scale) if canvas.picture else 0
    depth = (ground - top) / scale - TOP
    window = None if canvas.picture else window_above(min(depth, DEEP) - SILL, WINDOW.r)
    deep = (canvas.height - ground) / scale
    seen = street(-edge, edge, spread, ground=depth + deep / 3, window=window)
    return seen, scale, top + TOP * scale


def foot(canvas: Canvas) -> list[str]:
    """The ground that everybody stands on, a round so large that it is nearly level, and paper below."""
    radius = 6 * canvas.width
    hill = Circle(canvas.width / 2, HILL * canvas.height + radius, radius)
    return [disc(hill, canvas.ink("deep")), sheet(canvas, "paper", canvas.height - PANEL * canvas.width)]
