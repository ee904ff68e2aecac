"""How different two colours look by the formula of today's printing standards (ISO/CIE 11664-6, CIEDE2000)."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from print_templates.gallery.vision import Lab

#: What the formula calls G and RC, as a function of chroma.
POWER = 25.0**7


def grey_share(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + POWER))


def hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360


def turn(one: float, other: float) -> float:
    """From one hue to another the shorter way round, in degrees."""
    return (other - one + 180) % 360 - 180


def difference(one: Lab, other: Lab) -> float:
    """ΔE00 of two colours in CIELAB, all weights one."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    stretch = 1.5 - 0.5 * grey_share((hypot(a1, b1) + hypot(a2, b2)) / 2)
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    step = turn(hue(a1, b1), hue(a2, b2)) if c1 * c2 else 0.0
    middle = hue(a1, b1) + step / 2
    across = 2 * sqrt(c1 * c2) * sin(radians(step / 2))
    weight = (
        1
        - 0.17 * cos(radians(middle - 30))
        + 0.24 * cos(radians(2 * middle))
        + 0.32 * cos(radians(3 * middle + 6))
        - 0.20 * cos(radians(4 * middle - 63))
    )
    in_light = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    in_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    in_hue = across / (1 + 0.015 * chroma * weight)
    blue = 30 * exp(-(((middle % 360 - 275) / 25) ** 2))
    mixed = -2 * grey_share(chroma) * sin(radians(2 * blue)) * in_chroma * in_hue
    return sqrt(in_light**2 + in_chroma**2 + in_hue**2 + mixed)
