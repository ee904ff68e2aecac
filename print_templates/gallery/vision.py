"""How a colour looks to people who see colours differently, in a black-and-white copy, and how far two are apart.

Simulations follow Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision
Deficiency”, IEEE TVCG 15 (6), 2009: one matrix each, applied to linear sRGB. Complete forms have severity 1.0,
deuteranomaly, the most frequent form, 0.6.
"""

from functools import cache
from math import dist

from PIL import Image, ImageFilter

#: Red, green and blue from 0 to 255.
Colour = tuple[float, float, float]
#: L* from 0 to 100, a* and b* (CIE 1976) under D65.
Lab = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

#: Luminance of linear sRGB (IEC 61966-2-1).
LUMINANCE = (0.2126, 0.7152, 0.0722)
VISIONS: dict[str, Matrix] = {
    "greyscale": (LUMINANCE, LUMINANCE, LUMINANCE),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "deuteranomaly": (
        (0.498864, 0.674741, -0.173604),
        (0.205199, 0.754872, 0.039929),
        (-0.011131, 0.030969, 0.980162),
    ),
}
#: Places along each edge of the cube that a picture's colours are looked up in.
CUBE = 33
#: sRGB to CIE XYZ (IEC 61966-2-1), each row divided by the white of D65.
XYZ = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)


def linear(value: float) -> float:
    """A channel from 0 to 255 as a share of light from 0 to 1."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> float:
    """The reverse of `linear`; what no screen can show is cut off."""
    light = min(max(light, 0.0), 1.0)
    return 255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def product(matrix: Matrix, colour: Colour) -> Colour:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return red, green, blue


def seen(colour: Colour, vision: str) -> Colour:
    """One colour as somebody sees it. Raises KeyError for a vision that is not in VISIONS."""
    red, green, blue = colour
    red, green, blue = product(VISIONS[vision], (linear(red), linear(green), linear(blue)))
    return encoded(red), encoded(green), encoded(blue)


@cache
def cube(vision: str) -> ImageFilter.Color3DLUT:
    def entry(red: float, green: float, blue: float) -> Colour:
        red, green, blue = seen((255 * red, 255 * green, 255 * blue), vision)
        return red / 255, green / 255, blue / 255

    return ImageFilter.Color3DLUT.generate(CUBE, entry)


def picture_seen(picture: Image.Image, vision: str) -> Image.Image:
    """A picture (RGB) as somebody sees it. Raises KeyError."""
    return picture.filter(cube(vision))


def lab(colour: Colour) -> Lab:
    """A colour in CIELAB, in which distances are about as large as they look."""
    red, green, blue = colour
    x, y, z = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
        for part in product(XYZ, (linear(red), linear(green), linear(blue)))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Colour, other: Colour) -> float:
    """The distance of two colours (ΔE*ab, CIE 1976); about 2.3 can just be noticed side by side."""
    return dist(lab(one), lab(other))


def srgb(written: str) -> Colour:
    """`#rrggbb` as numbers from 0 to 255."""
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return red, green, blue
