"""The poster: the embrace fills the sheet from edge to edge and carries the phrase."""

from print_templates.themes.rounds.embrace import Embrace, House, Neighbour
from print_templates.themes.rounds.geometry import Circle, disc
from print_templates.themes.rounds.hands import Arm
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.theme import Canvas

#: The group as on a sheet 1000 wide and 1414 high; the lower arm's lower rim is the picture's edge.
GROUP = Embrace(
    left=Neighbour(body=Circle(112, 1112, 326), head=Circle(168, 782, 102)),
    right=Neighbour(body=Circle(900, 1112, 285), head=Circle(868, 790, 92)),
    house=House(x=485, ridge=715, eaves=835, ground=1060, half=135, window=Circle(485, 832, 36)),
    between=Circle(682, 858, 60),
    over=Arm(Circle(520, 62, 900), width=96, start=72, end=104, thumb=1, tilt=-4),
    under=Arm(Circle(460, 13047, 12000), width=116, start=-92.5, end=-88.58, thumb=-1, tilt=-21, reach=0.86),
)

#: Where pure paper begins, in shares of the height.
PANEL = 0.79


def poster(canvas: Canvas) -> str:
    """Ground, the group, and the white panel that its lower arm holds."""
    scale = canvas.width / 1000
    group = [*GROUP.shapes(canvas.ink), disc(GROUP.under.inner, canvas.ink("paper"))]
    drop = canvas.height * PANEL - 1117 * scale
    return canvas.svg(
        [
            sheet(canvas, "ground"),
            placed(group, scale, y=drop),
            sheet(canvas, "paper", canvas.height * PANEL),
        ]
    )
