"""The standing poster: two at full length left of the columns, and below these the street that goes on from them."""

from print_templates.themes.rounds import two
from print_templates.themes.rounds.geometry import Circle, disc, fill
from print_templates.themes.rounds.neighbours import Neighbour
from print_templates.themes.rounds.poster import CLEAR, HILL, foot
from print_templates.themes.rounds.stage import placed, sheet
from print_templates.themes.rounds.street import TOP, Street, street
from print_templates.themes.rounds.window import WINDOW, lit
from print_templates.themes.theme import Box, Canvas

#: Ground that stays clear: above the ridge, a share of the height; right of the two, a share of the width.
ABOVE, RIGHT = 0.045, 0.03
#: Where the left one stands at the least, a share of the width.
LEFT = 0.059
#: An arm this near the trim is left out, and the side without it lies so far beyond the trim; shares of the width.
EDGE, BEYOND = 0.012, 0.016
#: Where the columns begin at the furthest, the photograph in the house, in shares of the trim, and how far from its
#: middle the two stand then.
COLUMNS = 0.53
PHOTOGRAPH = Box(0.078, 0.29, 0.242, 0.285)
APART = 290
#: A street below the columns is worth its place from this scale on, and at most so large; its ground.
SMALLEST, LARGEST, DEPTH = 0.34, 0.62, 206
#: From this scale on its first one reaches a hand of the two, and stands so far beside that.
NEAR, BESIDE = 0.53, 240
#: How far the second one's side is at least, a share of the width.
OVER = 1.013


def poster_vertical(canvas: Canvas) -> str:
    """The two and their house, the street if there is room for one, and the ground that all share."""
    pair, where = stand(canvas), place(canvas)
    shapes = [placed(two.house(*pair, canvas.ink), *where)]
    if not canvas.picture:
        shapes += [placed(lit(two.WINDOW, canvas.ink), *where), *people(canvas)]
    return canvas.svg([sheet(canvas, "ground"), *shapes, *foot(canvas)])


def before(canvas: Canvas) -> str:
    """The two, who hold the roof over the photograph."""
    clear = placed(two.clear(*stand(canvas), canvas.ink), *place(canvas))
    return canvas.svg([clear, *people(canvas), *foot(canvas)])


def people(canvas: Canvas) -> list[str]:
    """The two, and those below the columns."""
    (left, right), (scale, middle, base) = stand(canvas), place(canvas)
    drawn = two.figures(left, right, canvas.ink, armed(canvas, scale, middle))
    return [placed(drawn, scale, middle, base), *below_columns(canvas)]


def stand(canvas: Canvas) -> tuple[Neighbour, Neighbour]:
    return two.pair_of(APART) if canvas.picture else two.pair_of()


def place(canvas: Canvas) -> tuple[float, float, float]:
    """The pair's scale, its middle, and how far down its shoulders are, in mm; fixed around a photograph."""
    columns = COLUMNS * canvas.width if canvas.picture else canvas.words.x
    left, right = LEFT * canvas.width, columns - RIGHT * canvas.width
    spread = stand(canvas)[1].x
    scale = min(
        (HILL - ABOVE) * canvas.height / two.height(spread), (right - left) / (2 * spread + two.REACH)
    )
    middle = right - (spread + two.REACH) * scale
    side = middle - (spread + stand(canvas)[0].reach) * scale
    if not armed(canvas, scale, middle):
        middle -= max(0.0, side + BEYOND * canvas.width)
    return scale, middle, HILL * canvas.height - two.GROUND * scale


def armed(canvas: Canvas, scale: float, middle: float) -> bool:
    """Whether there is room for the left one's other arm."""
    return middle + (stand(canvas)[0].x - two.REACH) * scale > EDGE * canvas.width


def below_columns(canvas: Canvas) -> list[str]:
    """A street that goes on to the right from the two, where short columns leave room for it."""
    words, ground = canvas.words, HILL * canvas.height
    room = ground - words.y - words.height - CLEAR * canvas.height
    scale = min(room / (TOP + DEPTH), LARGEST * canvas.width / 1000)
    base = ground - DEPTH * scale
    if scale * 1000 < SMALLEST * canvas.width:
        return []
    if scale * 1000 < NEAR * canvas.width:
        row = row_from(canvas.width / scale)
        free = two.sleeve(row.neighbours[0], -1, canvas.ink)
        return [placed([*row.shapes(canvas.ink), *free], scale, 0.8 * canvas.width, base)]
    return hand_in_hand(canvas, scale, base)


def hand_in_hand(canvas: Canvas, scale: float, base: float) -> list[str]:
    """The street whose first one holds the right one's hand, and whose second one runs over the trim."""
    held, ink = reached(canvas), canvas.ink
    needed = (OVER * canvas.width - held.x) / scale - BESIDE
    row = row_from(canvas.width / scale)
    spread = max(0.0, (needed - row.neighbours[1].x - row.neighbours[1].reach + row.neighbours[0].x) / 2)
    row = row_from(canvas.width / scale, spread)
    first = row.neighbours[0]
    middle = held.x + (BESIDE - first.x) * scale
    hand = Circle((held.x - middle) / scale, (held.y - base) / scale, held.r / scale)
    drawn = [*row.shapes(ink), fill(first.arm(-1, hand).data(), ink(first.ink)), disc(hand, ink("deep"))]
    return [placed(drawn, scale, middle, base)]


def row_from(right: float, spread: float = 0) -> Street:
    """A street that begins with the middle house's left neighbour and goes on for a length in its own units."""
    return street(-300 - spread, right, spread, ground=DEPTH + 60, window=WINDOW)


def reached(canvas: Canvas) -> Circle:
    """The right one's hanging hand, in mm."""
    scale, x, y = place(canvas)
    hand = two.hand(stand(canvas)[1], 1)
    return Circle(x + hand.x * scale, y + hand.y * scale, (hand.r + 3) * scale)
