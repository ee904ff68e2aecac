"""The street on screens: at the right of words, or below them."""

from dataclasses import dataclass

from print_templates.themes.rounds.geometry import Circle
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.rounds.street import ROUND_THE_CORNER, TOP, street
from print_templates.themes.rounds.window import WINDOW
from print_templates.themes.theme import Box, Canvas, Window


@dataclass(frozen=True)
class Frame:
    """What part of the street a screen shows.

    `middle` and `scale` place one house: a share of the width, and thousandths of it to the unit. `top` is where
    the hands are, and `floor` where the ground begins, shares of the height. `ends` says that the street begins
    with that house's left neighbour, clear of words beside it.
    """

    middle: float
    scale: float
    top: float
    floor: float = 1.0
    ends: bool = False
    window: Circle = WINDOW

    def compose(self, canvas: Canvas) -> str:
        """Ground, the street, and the deep ground under it where there is room for that."""
        scale = self.scale * canvas.width / 1000
        base = self.top * canvas.height + TOP * scale
        left = 300 if self.ends else self.middle * canvas.width / scale + ROUND_THE_CORNER
        right = (1 - self.middle) * canvas.width / scale + ROUND_THE_CORNER
        floor = self.floor * canvas.height
        window = None if canvas.picture else self.window
        row = street(-left, right, ground=(floor - base) / scale + 20, window=window)
        drawn = [
            sheet(canvas, "ground"),
            placed(row.shapes(canvas.ink), scale, self.middle * canvas.width, base),
        ]
        return canvas.svg([*drawn, sheet(canvas, "deep", floor)] if self.floor < 1 else drawn)

    def photograph(self, width: float, height: float) -> Window:
        """The house's round window, for a photograph on a screen of a size."""
        scale = self.scale / 1000
        across, along = 2 * self.window.r * scale, 2 * self.window.r * scale * width / height
        x = self.middle + self.window.x * scale - across / 2
        y = self.top + (TOP + self.window.y) * scale * width / height - along / 2
        return Window(Box(x, y, across, along), 0.5)


#: The frames by surface.
FRAMES = {
    "hero_phone": Frame(0.5, 1.36, 0.53, window=Circle(0, 102, 104)),
    "hero_desktop": Frame(0.755, 0.7, 0.1, ends=True, window=Circle(0, 128, 118)),
    "banner_strip": Frame(0.87, 0.36, 0.1, ends=True, window=Circle(0, 58, 50)),
    "banner_box": Frame(0.5, 0.8, 0.515, 0.85, window=Circle(0, 66, 66)),
    "banner_card": Frame(0.775, 0.66, 0.1, 0.92, ends=True, window=Circle(0, 112, 100)),
}
