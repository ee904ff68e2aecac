"""The flyer: closer to one house than the poster, and the same street small over the header of its back."""

from print_templates.themes.rounds.geometry import Circle
from print_templates.themes.rounds.photograph import apart, clear
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.rounds.street import ROUND_THE_CORNER, TOP, Street, street
from print_templates.themes.rounds.window import window_above
from print_templates.themes.theme import BACK_FOOT, BACK_HEAD, PANEL, Box, Canvas

#: Clear ground between the phrase and the highest hands, a share of the height.
CLEAR = 0.026
#: The house's middle, a share of the width; the largest scale, and how deep one sees below the shoulders.
MIDDLE, LARGEST, SHALLOWEST = 0.496, 1.66, 190
#: The window stands between roof and sub-copy: its foot above the panel, a share of the height, and its
#: largest radius.
SILL, LARGEST_WINDOW = 0.083, 112
PHOTOGRAPH = Box(0.2, 0.4, 0.62, 0.285)


def flyer_front(canvas: Canvas) -> str:
    """Ground, one house with the two who hold its roof, and the white panel."""
    seen, scale, base = view(canvas)
    drawn = seen.homes(canvas.ink) if canvas.picture else seen.shapes(canvas.ink)
    return canvas.svg(
        [sheet(canvas, "ground"), placed(drawn, scale, MIDDLE * canvas.width, base), panel(canvas)]
    )


def before(canvas: Canvas) -> str:
    """Everybody who stands in front of the photograph."""
    seen, scale, base = view(canvas)
    shapes = [*clear(seen, canvas.ink), *seen.people(canvas.ink)]
    return canvas.svg([placed(shapes, scale, MIDDLE * canvas.width, base), panel(canvas)])


def panel(canvas: Canvas) -> str:
    return sheet(canvas, "paper", canvas.height - PANEL * canvas.width)


def view(canvas: Canvas) -> tuple[Street, float, float]:
    """The street, its scale in mm, and how far down its shoulders' line is."""
    top, foot = (
        canvas.words.y + canvas.words.height + CLEAR * canvas.height,
        canvas.height - PANEL * canvas.width,
    )
    scale = min((foot - top) / (TOP + SHALLOWEST), LARGEST * canvas.width / 1000)
    left, right = (
        (share * canvas.width + canvas.bleed) / scale + ROUND_THE_CORNER for share in (MIDDLE, 1 - MIDDLE)
    )
    ground = (foot - top) / scale - TOP
    if canvas.picture:
        seen = street(-left, right, apart(PHOTOGRAPH.width * canvas.width / scale), ground=ground + 9)
    else:
        seen = street(
            -left,
            right,
            ground=ground + 9,
            window=window_above(ground - SILL * canvas.height / scale, LARGEST_WINDOW),
        )
    return seen, scale, top + TOP * scale


def flyer_back(canvas: Canvas) -> str:
    """The street looks over the header's lower edge; paper for words; a slim foot."""
    head, foot = BACK_HEAD * canvas.height, (1 - BACK_FOOT) * canvas.height
    scale = 0.235 * canvas.width / 1000
    row = street(-300, 1400, first="accent", window=Circle(0, 86, 70))
    base = head - 190 * scale
    return canvas.svg(
        [
            sheet(canvas, "ground"),
            placed(row.shapes(canvas.ink), scale, 0.795 * canvas.width, base),
            sheet(canvas, "paper", head),
            sheet(canvas, "deep", foot),
        ]
    )
