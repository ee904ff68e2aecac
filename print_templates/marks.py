"""What is drawn on tiles so that they can be cut and glued: operators in mm from the paper's top left."""

from collections.abc import Iterator

from print_templates.sheet import HAND_BLEED
from print_templates.themes.theme import Box
from print_templates.tiling import MARGIN, OVERLAP, Tile, Tiling

#: A cut mark begins this far outside the cell and ends that far outside.
NEAR, FAR = 2.0, 5.0
#: The glue edge is left as it is next to the seam, so that a neighbour half a millimetre off shows no veil.
BARE = 1.5
#: Distance of the lines that hatch the glue edge.
HATCH = 3.5
#: A triangle whose tip the neighbour's edge must touch: its length and half its base.
LENGTH, HALF = 4.5, 2.0
#: Where along a seam triangles stand.
SHARES = (0.2, 0.8)
#: Height of the little map of all sheets.
MAP = 8.5


def painted(tile: Tile) -> Box:
    """Where the artwork of a tile lies on the paper: past its cuts by a little bleed, or to the glue's end."""
    shown = tile.shown
    right = 0 if tile.glue_right else HAND_BLEED
    below = 0 if tile.glue_below else HAND_BLEED
    return Box(
        MARGIN - HAND_BLEED,
        MARGIN - HAND_BLEED,
        shown.width + HAND_BLEED + right,
        shown.height + HAND_BLEED + below,
    )


def tile(tiling: Tiling, of: Tile) -> str:
    """Glue edges, cut marks, triangles and the map of one tile."""
    return "\n".join([*glue(of), *cuts(of), *triangles(of), *small_map(tiling, of)])


def glue(tile: Tile) -> Iterator[str]:
    """The glue edges as a light veil with hatching over the artwork."""
    edges = [rectangle(box) for box in glue_edges(tile)]
    if not edges:
        return
    seen = painted(tile)
    right, bottom = seen.x + seen.width, seen.y + seen.height
    yield f"q {' '.join(edges)} W n /Veil gs 1 g {rectangle(seen)} f"
    yield "0.45 G 0.12 w"
    offset = seen.x - (bottom - seen.y)
    while offset < right:
        yield f"{offset:.2f} {bottom:.2f} m {offset + bottom - seen.y:.2f} {seen.y:.2f} l S"
        offset += HATCH
    yield "Q"


def glue_edges(tile: Tile) -> Iterator[Box]:
    """The strips that a neighbour will cover, without what is left bare at the seam."""
    seen, cell = painted(tile), tile.cell
    if tile.glue_right:
        start = MARGIN + cell.width + BARE
        yield Box(start, seen.y, seen.x + seen.width - start, seen.height)
    if tile.glue_below:
        start = MARGIN + cell.height + BARE
        yield Box(seen.x, start, seen.width, seen.y + seen.height - start)


def cuts(tile: Tile) -> Iterator[str]:
    """Marks at both ends of every cut: left and above always, elsewhere at the poster's end."""
    shown = tile.shown
    left, top = MARGIN, MARGIN
    right, bottom = MARGIN + shown.width, MARGIN + shown.height
    yield "q 0.1 G 0.2 w"
    for x in [left] + ([] if tile.glue_right else [right]):
        yield line(x, top - NEAR, x, top - FAR)
        yield line(x, bottom + NEAR, x, bottom + FAR)
    for y in [top] + ([] if tile.glue_below else [bottom]):
        yield line(left - NEAR, y, left - FAR, y)
        yield line(right + NEAR, y, right + FAR, y)
    yield "Q"


def triangles(tile: Tile) -> Iterator[str]:
    """On each glue edge two triangles whose tips lie on the seam; nothing of them crosses it."""
    right, bottom = MARGIN + tile.cell.width, MARGIN + tile.cell.height
    if tile.glue_right:
        yield f"q {rectangle(Box(right, MARGIN, OVERLAP, tile.cell.height))} W n"
        for y in (MARGIN + share * tile.cell.height for share in SHARES):
            yield triangle((right, y), (right + LENGTH, y - HALF), (right + LENGTH, y + HALF))
        yield "Q"
    if tile.glue_below:
        yield f"q {rectangle(Box(MARGIN, bottom, tile.cell.width, OVERLAP))} W n"
        for x in (MARGIN + share * tile.cell.width for share in SHARES):
            yield triangle((x, bottom), (x - HALF, bottom + LENGTH), (x + HALF, bottom + LENGTH))
        yield "Q"


Point = tuple[float, float]


def triangle(tip: Point, one: Point, other: Point) -> str:
    """A dark triangle with a light rim, to be seen on any artwork."""
    path = f"{tip[0]:.3f} {tip[1]:.3f} m {one[0]:.3f} {one[1]:.3f} l {other[0]:.3f} {other[1]:.3f} l h"
    return f"q 1 G 0.6 w 1 j {path} S 0.1 g {path} f Q"


def map_box(tiling: Tiling, tile: Tile) -> Box:
    """Where the little map stands: below the artwork, at its right end."""
    width = MAP * tiling.columns[-1] / tiling.rows[-1]
    return Box(MARGIN + tile.shown.width - width - FAR, MARGIN + tile.shown.height + NEAR + 0.5, width, MAP)


def small_map(tiling: Tiling, tile: Tile) -> Iterator[str]:
    """All sheets small, this one filled."""
    box = map_box(tiling, tile)
    scale = box.width / tiling.columns[-1]
    cell = tile.cell.scaled(scale, scale)
    yield f"q 0.25 g {rectangle(Box(box.x + cell.x, box.y + cell.y, cell.width, cell.height))} f"
    yield "0.25 G 0.15 w"
    yield from lines(tiling, box, scale)
    yield f"{rectangle(box)} S Q"


def grid(tiling: Tiling, picture: Box, scale: float) -> str:
    """The seams over the picture of the whole poster, and its outline."""
    inner = list(lines(tiling, picture, scale))
    return "\n".join(
        ["q 1 G 0.7 w", *inner, "0.1 G 0.2 w [1.2 0.8] 0 d", *inner, f"[] 0 d {rectangle(picture)} S Q"]
    )


def lines(tiling: Tiling, box: Box, scale: float) -> Iterator[str]:
    """The inner lines of the grid in a box."""
    for x in tiling.columns[1:-1]:
        yield line(box.x + x * scale, box.y, box.x + x * scale, box.y + box.height)
    for y in tiling.rows[1:-1]:
        yield line(box.x, box.y + y * scale, box.x + box.width, box.y + y * scale)


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.3f} {y1:.3f} m {x2:.3f} {y2:.3f} l S"


def rectangle(box: Box) -> str:
    return f"{box.x:.3f} {box.y:.3f} {box.width:.3f} {box.height:.3f} re"
