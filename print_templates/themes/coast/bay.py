"""The bay in the morning, a thousand units wide: what the poster and the web's opening picture share.

The line comes in at the left and leaves at the right at the same height, level, so that sheets hung
side by side are tied to one another.
"""

from collections.abc import Callable

from print_templates.themes.coast.drawing import cord, placed, shape
from print_templates.themes.coast.homes import washing
from print_templates.themes.coast.people import pulling, reaching
from print_templates.themes.coast.shore import glitter, rising_sun

Paints = Callable[[str], str]

#: As thick as the strokes of the phrase at its full width, so that both read as one hand's work.
THICKNESS = 27
LEVEL = 916
HORIZON = 778
SUN_X = 640


def approach(left: float) -> str:
    """The near shore from x = left to 0: one long swell, level where the village begins."""
    crest = LEVEL + left * 0.035
    return f"M{left:g} {LEVEL}C{left * 0.75:.0f} {crest:.0f} {left * 0.3:.0f} {LEVEL} 0 {LEVEL}"


def line(left: float, right: float) -> str:
    """Shore, two gables, washing line, mast, hull, two hands, shore: one stroke from edge to edge."""
    return (
        f"{approach(left)}C36 {LEVEL} 36 942 60 942Q84 942 84 914V722L166 636 250 722 308 662 370 728"
        "C404 766 424 790 456 790C545 790 625 706 687 608V882H572"
        "C584 930 630 950 692 950C766 950 788 900 810 856Q824 828 856 828"
        f"C912 828 930 {LEVEL} 990 {LEVEL}H{right:g}"
    )


def hill(ink: Paints) -> str:
    """The near hill behind the houses; its left foot lies 400 units beyond the left edge."""
    return shape("M-400 940C-280 800-86 600 24 600 124 600 280 780 366 940Z", ink("deep"))


def scenery(ink: Paints, right: float, sun_radius: float) -> list[str]:
    """The sun, a headland in the haze, and the water."""
    return [
        rising_sun(SUN_X, HORIZON, sun_radius, sun_radius * 0.76, ink("paper")),
        shape(f"M200 {HORIZON}H760C850 768 920 690 1030 670H{right:g}V1000H200Z", ink("water")),
        glitter(SUN_X + 50, 806, (420, 250, 330, 150), 30, ink("paper")),
    ]


def houses(ink: Paints) -> list[str]:
    return [
        shape("M250 722 308 662 366 724V960H250Z", ink("ground")),
        shape("M84 722 166 636 250 722V960H84Z", ink("paper")),
        shape("M178 960V870c0-36 50-36 50 0V960ZM112 762h42v50h-42Z", ink("ground")),
        shape("M294 766h32v44h-32Z", ink("paper")),
    ]


def boat(ink: Paints) -> list[str]:
    return [
        shape("M694 630C764 690 806 760 812 840Q752 828 694 850Z", ink("ground")),
        shape("M572 882Q700 898 810 856C788 900 766 950 692 950 630 950 584 930 572 882Z", ink("deep")),
    ]


def near_shore(ink: Paints, left: float, right: float, foot: float, floor: float) -> list[str]:
    """The dark shore, its upper edge level with the line at both sides, and the paper it ends in."""
    return [
        shape(
            f"{approach(left)}C60 {LEVEL} 90 952 180 952 240 952 280 948 330 946 460 936 520 986 670 986"
            f" 800 986 800 958 880 946 940 936 950 {LEVEL} 990 {LEVEL}"
            f"H{right:g}V{foot + 40:g}H{left:g}Z",
            ink("deep"),
        ),
        shape(
            f"M250 {foot + 10:g}C480 {foot + 10:g} 560 {foot - 22:g} 760 {foot - 22:g} 880 {foot - 22:g}"
            f" 930 {foot - 10:g} 1000 {foot - 10:g}H{right:g}V{foot + 30:g}H250Z",
            ink("ground"),
        ),
        shape(
            f"M{left:g} {foot:g}H0C160 {foot:g} 200 {foot - 14:g} 330 {foot - 14:g}"
            f" 540 {foot - 14:g} 640 {foot + 18:g} 800 {foot + 18:g} 900 {foot + 18:g} 920 {foot:g} 1000 {foot:g}"
            f"H{right:g}V{floor:g}H{left:g}Z",
            ink("paper"),
        ),
    ]


def bay(ink: Paints, left: float, right: float, foot: float, floor: float, sun_radius: float) -> list[str]:
    """The picture from x = left to right; the near shore ends at `foot`, paper follows down to `floor`.

    The hill belongs to pictures that end at the left edge; where the shore goes on, the sky stays open.
    """
    ends_at_edge = left > -200
    return [
        *scenery(ink, right, sun_radius),
        *([hill(ink)] if ends_at_edge else []),
        *houses(ink),
        placed(washing((ink("deep"), ink("ground"), ink("deep"))), 490, 787),
        *boat(ink),
        *near_shore(ink, left, right, foot, floor),
        cord(line(left, right), THICKNESS, ink("accent")),
        placed(reaching(ink("deep")), 422, 984, 1.04),
        placed(pulling(ink("deep")), 904, 962, 1.2),
    ]
