"""Logos of the made-up member organisations, drawn flat, without lettering.

Every mark is drawn in its own units (its height is 100) and sampled down from three times its size.
"""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

from PIL import Image, ImageDraw

Point = tuple[float, float]
Ink = tuple[int, int, int, int]

LONG_SIDE = 1200  # pixels of the finished logo
SUPERSAMPLING = 3

CLEAR: Ink = (0, 0, 0, 0)
WHITE: Ink = (255, 255, 255, 255)
NAVY: Ink = (24, 52, 92, 255)
INDIGO: Ink = (38, 64, 128, 255)
SEA: Ink = (0, 120, 158, 255)
SKY: Ink = (122, 190, 214, 255)
TEAL: Ink = (0, 122, 114, 255)
MINT: Ink = (142, 203, 178, 255)
FOREST: Ink = (34, 96, 66, 255)
LEAF: Ink = (104, 156, 62, 255)
YELLOW: Ink = (246, 190, 52, 255)
ORANGE: Ink = (233, 122, 44, 255)
RED: Ink = (206, 62, 50, 255)
CORAL: Ink = (238, 122, 106, 255)
PLUM: Ink = (98, 54, 104, 255)
BROWN: Ink = (96, 62, 44, 255)


class Mark:
    """A drawing area `width` wide and 100 high; shapes laid later cover shapes laid earlier."""

    def __init__(self, width: float = 100) -> None:
        self.width = width
        pixels = LONG_SIDE * SUPERSAMPLING
        self.scale = pixels / max(width, 100)
        self.image = Image.new("RGBA", (round(width * self.scale), round(100 * self.scale)), CLEAR)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], ink: Ink) -> None:
        self.draw.polygon([(x * self.scale, y * self.scale) for x, y in points], fill=ink)

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        self.polygon(arc((x, y), radius, 0, 360), ink)

    def bar(self, left: float, top: float, right: float, bottom: float, ink: Ink, radius: float = 0) -> None:
        box = [v * self.scale for v in (left, top, right, bottom)]
        self.draw.rounded_rectangle(box, radius * self.scale, fill=ink)

    def band(
        self, centre: Point, outer: float, inner: float, ink: Ink, start: float = 0, end: float = 360
    ) -> None:
        """A piece of a ring, in degrees clockwise from three o'clock."""
        self.polygon(arc(centre, outer, start, end) + arc(centre, inner, end, start), ink)

    def trim_to_disc(self, x: float, y: float, radius: float) -> None:
        """Clear whatever lies outside the disc."""
        disc = Mark(self.width)
        disc.disc(x, y, radius, WHITE)
        nothing = Image.new("RGBA", self.image.size, CLEAR)
        self.image = Image.composite(self.image, nothing, disc.image.getchannel("A"))

    def finished(self) -> Image.Image:
        size = (self.image.width // SUPERSAMPLING, self.image.height // SUPERSAMPLING)
        return self.image.resize(size, Image.Resampling.LANCZOS)


def arc(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Points on an arc in degrees, clockwise from three o'clock."""
    steps = 180
    turn = [(start + (end - start) * i / steps) * pi / 180 for i in range(steps + 1)]
    return [(centre[0] + radius * cos(t), centre[1] + radius * sin(t)) for t in turn]


def curve(start: Point, *segments: tuple[Point, Point, Point]) -> list[Point]:
    """Points along cubic Bézier segments, each given as two handles and an end."""
    points, origin = [start], start
    for first, second, end in segments:
        points += [bezier(origin, first, second, end, i / 60) for i in range(1, 61)]
        origin = end
    return points


def bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    u = 1 - t
    weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
    corners = (a, b, c, d)
    return sum(w * p[0] for w, p in zip(weights, corners, strict=True)), sum(
        w * p[1] for w, p in zip(weights, corners, strict=True)
    )


def mirrored(points: list[Point], axis: float) -> list[Point]:
    """The outline closed by its own reflection on the vertical line x = axis."""
    return points + [(2 * axis - x, y) for x, y in reversed(points)]


def turned(points: list[Point], degrees: float, centre: Point) -> list[Point]:
    c, s = cos(degrees * pi / 180), sin(degrees * pi / 180)
    moved = [(x - centre[0], y - centre[1]) for x, y in points]
    return [(centre[0] + x * c - y * s, centre[1] + x * s + y * c) for x, y in moved]


def wave(left: float, right: float, y: float, height: float, length: float, phase: float = 0) -> list[Point]:
    """A sine from left to right; lengths in the mark's units, phase in waves."""
    steps = 200
    xs = [left + (right - left) * i / steps for i in range(steps + 1)]
    return [(x, y + height * sin(2 * pi * ((x - left) / length + phase))) for x in xs]


def kamome() -> Image.Image:
    """A gull gliding over a bowl."""
    mark = Mark()
    mark.disc(50, 50, 49, SEA)
    upper = curve((50, 40), ((44, 29), (36, 22), (28, 22)), ((18, 22), (10, 30), (4, 42)))
    lower = curve((4, 42), ((13, 35), (21, 32), (28, 33)), ((37, 35), (44, 44), (47, 54)))
    gull = mirrored([*upper, *lower, (50, 59)], 50)
    mark.polygon(turned(gull, -9, (50, 44)), WHITE)
    mark.polygon(arc((50, 66), 25, 0, 180), YELLOW)
    mark.bar(40, 86, 60, 93, YELLOW, 2)
    return mark.finished()


def noren() -> Image.Image:
    """A shop curtain of three cloths with a mountain crest on it."""
    mark = Mark()
    mark.bar(0, 4, 100, 11, BROWN, 3.5)
    for left in (6, 36, 66):
        mark.bar(left, 11, left + 28, 96, INDIGO)
    mark.disc(50, 52, 29, WHITE)
    for top in (35, 50):
        left_half = [(50, top), (32, top + 12), (32, top + 21), (50, top + 9)]
        mark.polygon(left_half, INDIGO)
        mark.polygon([(100 - x, y) for x, y in left_half], INDIGO)
    return mark.finished()


def hidamari() -> Image.Image:
    """Five petals around a sun."""
    mark = Mark()
    half = curve((50, 52), ((39, 42), (25, 17), (43, 2)), ((46, 4), (48, 7), (50, 10)))
    petal = mirrored(half, 50)
    for k in range(5):
        mark.polygon(turned(petal, 72 * k, (50, 52)), CORAL)
    mark.disc(50, 52, 13, WHITE)
    mark.disc(50, 52, 9, YELLOW)
    return mark.finished()


def engawa() -> Image.Image:
    """A long roof, its veranda and four who sit there."""
    mark = Mark(220)
    roof = curve((110, 2), ((80, 22), (40, 34), (2, 38)), ((2, 42), (3, 46), (6, 48)))
    mark.polygon(mirrored(roof, 110), FOREST)
    mark.bar(20, 82, 200, 90, BROWN, 2)
    for x, ink in ((52, ORANGE), (84, YELLOW), (136, LEAF), (168, SEA)):
        mark.disc(x, 61, 7, ink)
        mark.polygon(arc((x, 82), 12, 180, 360), ink)
    for x in (30, 184):
        mark.bar(x, 48, x + 6, 99, BROWN)
    return mark.finished()


def loop() -> Image.Image:
    """Two rings woven into each other."""
    mark = Mark(160)
    left, right = (50.0, 50.0), (110.0, 50.0)
    mark.band(left, 49, 35, NAVY)
    mark.band(right, 52, 32, CLEAR, 205, 250)
    mark.band(right, 49, 35, CORAL)
    mark.band(left, 52, 32, CLEAR, 25, 70)
    mark.band(left, 49, 35, NAVY, 15, 80)
    return mark.finished()


def shiomi() -> Image.Image:
    """Sun, and three tides within a circle."""
    mark = Mark()
    mark.disc(50, 50, 49, YELLOW)
    mark.disc(50, 46, 21, RED)
    for y, ink in ((48, SKY), (62, SEA), (77, NAVY)):
        mark.polygon([(0, 100), *wave(0, 100, y, 5, 50, y / 40), (100, 100)], ink)
    mark.trim_to_disc(50, 50, 49)
    return mark.finished()


def nagisa() -> Image.Image:
    """A yacht whose sails are an open book."""
    mark = Mark()
    mark.bar(1, 1, 99, 99, NAVY, 20)
    mark.polygon(curve((47, 12), ((46, 34), (36, 54), (16, 64)), ((26, 66), (38, 66), (47, 64))), WHITE)
    mark.polygon(curve((53, 22), ((56, 38), (64, 54), (84, 64)), ((74, 66), (62, 66), (53, 64))), SKY)
    mark.polygon(curve((14, 73), ((36, 77), (64, 77), (86, 73)), ((80, 92), (20, 92), (14, 73))), YELLOW)
    return mark.finished()


def yamanami() -> Image.Image:
    """Three hills, one before the other, and the sun."""
    mark = Mark(180)
    mark.disc(150, 22, 14, ORANGE)
    mark.polygon(curve((58, 97), ((84, 70), (92, 8), (112, 6)), ((132, 8), (146, 72), (178, 97))), MINT)
    mark.polygon(curve((2, 97), ((30, 76), (40, 26), (60, 24)), ((80, 26), (92, 76), (124, 97))), TEAL)
    mark.polygon(curve((52, 97), ((76, 84), (84, 60), (100, 60)), ((118, 60), (128, 86), (156, 97))), FOREST)
    return mark.finished()


def shiori() -> Image.Image:
    """A tree, half leaf and half light, growing from an open book."""
    mark = Mark()
    half = curve((50, 1), ((18, 22), (16, 56), (50, 74)))
    mark.polygon(half, LEAF)
    mark.polygon([(100 - x, y) for x, y in half], FOREST)
    mark.bar(48.4, 26, 51.6, 84, WHITE)
    for y in (40, 54):
        mark.polygon([(50, y + 6), (50, y + 9.5), (36, y - 2), (37.5, y - 4.5)], WHITE)
        mark.polygon([(50, y + 6), (50, y + 9.5), (64, y - 2), (62.5, y - 4.5)], WHITE)
    page = curve((48.4, 98), ((38, 88), (20, 86), (6, 90)), ((5, 84), (5, 80), (6, 76)))
    page += curve((6, 76), ((20, 72), (38, 74), (48.4, 84)))
    mark.polygon(page, ORANGE)
    mark.polygon([(100 - x, y) for x, y in page], ORANGE)
    return mark.finished()


def michikusa() -> Image.Image:
    """A bus with clover for wheels."""
    mark = Mark(190)
    mark.bar(4, 8, 186, 78, LEAF, 18)
    for left in (20, 62, 104):
        mark.bar(left, 22, left + 34, 48, WHITE, 6)
    mark.bar(146, 22, 177, 58, WHITE, 6)
    mark.disc(177, 66, 3.5, YELLOW)
    for x in (50, 140):
        mark.disc(x, 78, 21, WHITE)
        mark.disc(x, 78, 5, FOREST)
        for k in range(4):
            dx, dy = 8.6 * cos(pi / 4 + k * pi / 2), 8.6 * sin(pi / 4 + k * pi / 2)
            mark.disc(x + dx, 78 + dy, 7.6, FOREST)
    return mark.finished()


def kotoba() -> Image.Image:
    """Two voices, and what they share."""
    mark = Mark(126)
    left, right, radius, half_angle = (41.0, 42.0), (85.0, 42.0), 38.0, 54.6
    mark.polygon([*arc(left, radius, 122, 180), (3, 88)], PLUM)
    mark.polygon([*arc(right, radius, 0, 58), (123, 88)], YELLOW)
    mark.disc(*left, radius, PLUM)
    mark.disc(*right, radius, YELLOW)
    lens = arc(left, radius, -half_angle, half_angle)
    mark.polygon(lens + arc(right, radius, 180 - half_angle, 180 + half_angle), RED)
    return mark.finished()


def namimakura() -> Image.Image:
    """A wave rolling over the rim of a cup."""
    mark = Mark()
    mark.band((76, 59), 18, 10, BROWN)
    crest = curve((12, 42), ((14, 14), (44, -6), (70, 17)), ((54, 12), (42, 24), (54, 42)))
    mark.polygon(crest, SEA)
    mark.polygon(curve((8, 42), ((8, 98), (76, 98), (76, 42))), BROWN)
    mark.bar(10, 90, 74, 97, SEA, 3.5)
    return mark.finished()


def mikazuki() -> Image.Image:
    """A crescent and its light on calm water."""
    mark = Mark()
    mark.disc(50, 50, 49, NAVY)
    mark.disc(47, 36, 27, YELLOW)
    mark.disc(57, 30, 23, NAVY)
    for y, half in ((67, 31), (76, 22), (85, 13)):
        mark.bar(50 - half, y, 50 + half, y + 4, SKY, 2)
    return mark.finished()


LOGOS: dict[str, Callable[[], Image.Image]] = {
    draw.__name__: draw
    for draw in (
        kamome,
        noren,
        hidamari,
        engawa,
        loop,
        shiomi,
        nagisa,
        yamanami,
        shiori,
        michikusa,
        kotoba,
        namimakura,
        mikazuki,
    )
}


def draw_logo(key: str) -> Image.Image:
    """The logo as RGBA on nothing, its longer side LONG_SIDE pixels; KeyError for a key not in LOGOS."""
    return LOGOS[key]()
