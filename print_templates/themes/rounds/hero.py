"""The web page's opening picture: the embrace at the right of a wide page, at the foot of a narrow one."""

from print_templates.themes.rounds.embrace import Embrace, House, Neighbour
from print_templates.themes.rounds.geometry import Circle
from print_templates.themes.rounds.hands import Arm
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.theme import Canvas

#: Units from the drawing's origin to its right edge, and the lower arm's rim, where paper begins.
ACROSS, FOOT = 1060, 804
#: How far the tall group's left back reaches past the origin, and the two groups' heights.
BACK = 122
LOW_HEIGHT, TALL_HEIGHT = 570, 870

LOW = Embrace(
    left=Neighbour(body=Circle(190, 790, 300), head=Circle(200, 385, 130)),
    right=Neighbour(body=Circle(930, 880, 350), head=Circle(893, 445, 108)),
    house=House(x=530, ridge=330, eaves=480, ground=790, half=165, window=Circle(530, 478, 44)),
    between=Circle(754, 540, 52),
    over=Arm(Circle(550, -460, 1100), width=118, start=75.5, end=103, thumb=1, tilt=-4),
    under=Arm(Circle(480, 12746, 12000), width=120, start=-91.5, end=-88.5, thumb=-1, tilt=-18, reach=0.9),
)

TALL = Embrace(
    left=Neighbour(body=Circle(215, 700, 335), head=Circle(215, 248, 160)),
    right=Neighbour(body=Circle(1000, 790, 345), head=Circle(938, 342, 122)),
    house=House(x=555, ridge=120, eaves=325, ground=790, half=182, window=Circle(555, 330, 56)),
    between=Circle(788, 450, 56),
    over=Arm(Circle(560, -512, 1110), width=142, start=74.5, end=102, thumb=1, tilt=-4),
    under=Arm(Circle(480, 12730, 12000), width=150, start=-91.5, end=-88.62, thumb=-1, tilt=-18, reach=0.9),
)


def hero(canvas: Canvas) -> str:
    """Ground for the phrase, the group, and the paper the page goes on with."""
    if canvas.width > canvas.height:
        group, high = TALL, TALL_HEIGHT
        room = (canvas.width * 0.45 * ACROSS / (ACROSS + BACK), canvas.height * 0.93)
    else:
        group, high = LOW, LOW_HEIGHT
        room = (canvas.width, canvas.height * 0.47)
    scale = min(room[0] / ACROSS, room[1] / high)
    floor = canvas.height * 0.965
    drawing = placed(group.shapes(canvas.ink), scale, canvas.width - ACROSS * scale, floor - FOOT * scale)
    return canvas.svg([sheet(canvas, "ground"), drawing, sheet(canvas, "paper", floor)])
