"""The bay in the morning as it is drawn: sun, water, houses, washing, boat and people, and the line through all."""

from print_templates.themes.coast.bay import SUN_X, THICKNESS, Bay
from print_templates.themes.coast.drawing import Paints, lined, path, placed, shape
from print_templates.themes.coast.homes import SHIRT, TOWEL, doorway, hung, neighbour, pane
from print_templates.themes.coast.people import giving, giving_arms, receiving
from print_templates.themes.coast.shore import glitter, rising_sun


def water(bay: Bay, ink: Paints, floor: float) -> list[str]:
    """A headland in the haze, and the sea; left of the houses it is open only below the line."""
    horizon, cape = bay.horizon, min(150.0, bay.rise * 0.3)
    return [
        shape(
            f"M200 {horizon:.0f}H860C900 {horizon - 8:.0f} 950 {horizon - cape * 0.7:.0f}"
            f" 1030 {horizon - cape:.0f}H{bay.right:g}V{floor:g}H{bay.left:g}V{bay.level:g}H200Z",
            ink("water"),
        ),
        glitter(SUN_X, horizon + 22, (420, 250, 330), 30, ink("paper")),
    ]


def houses(bay: Bay, ink: Paints) -> list[str]:
    """Somebody is at home in the first one."""
    first, second = bay.roofs[:3], bay.roofs[2:]
    foot = bay.level + 20
    left, (right, valley) = first[0][0], first[2]
    s = (right - left) / 172
    size = min(0.74 * s, (bay.level - valley) / 230)
    sill = valley + 16 * s + 164 * size
    door = min(96 * s, bay.level - sill - 34 * s)
    return [
        shape(path("M", (right, foot), "L", *second, (second[2][0], foot), "Z"), ink("deep")),
        shape(path("M", (left, foot), "L", *first, (right, foot), "Z"), ink("paper")),
        *([shape(doorway(left + 96 * s, foot, 48 * s, door), ink("ground"))] if door > 60 * s else []),
        *neighbour(ink, (left + right) / 2 + 5, sill, size, ink("ground")),
        shape(pane(second[1][0] - 16 * s, valley + 20 * s, 34 * s, 44 * s), ink("paper")),
    ]


def sail(bay: Bay, ink: Paints) -> str:
    """Dark before the sun, its broad side down."""
    rope, foot = bay.rope, bay.deck - 34 * bay.across
    clew, head = (bay.bow + 12, foot - 22 * bay.across), rope.at(0.9)
    x = bay.mast
    data = path(
        "M", head, "C", (x - 24, head[1] + 0.4 * (foot - head[1])), (clew[0] + 60, clew[1] - 60), clew,
        "Q", ((x + clew[0]) / 2, foot + 14), (x, foot), "L", rope.end, "Z",
    )  # fmt: skip
    return shape(data, ink("deep"))


def hull(bay: Bay, ink: Paints) -> str:
    start = (bay.mast, bay.deck)
    return shape(path("M", start, *bay.hull, "Q", (bay.stern - 40, bay.deck), start, "Z"), ink("deep"))


def washing(bay: Bay, ink: Paints) -> list[str]:
    rope = bay.rope
    size = min(bay.across * 0.84, (rope.end[0] - rope.start[0]) / 310)
    return [
        hung(TOWEL, rope, 0.16, ink("deep"), size),
        hung(SHIRT, rope, 0.4, ink("ground"), size),
    ]


def land(bay: Bay, ink: Paints) -> str:
    """Two low tongues of land that the line comes from and goes to."""
    level, x, home = bay.level, bay.received[1][0] - 34, bay.roofs[-1][0]
    foot = level + 34
    return shape(
        f"M{bay.left:g} {level:g}H{home:.0f}C{home + 30:.0f} {level:g} {home + 40:.0f} {foot - 8:g}"
        f" {home + 84:.0f} {foot:g}H{bay.left:g}Z"
        f"M{bay.right:g} {level:g}H{x:.0f}C{x - 20:.0f} {level + 6:g} {x - 16:.0f} {foot - 6:g}"
        f" {x - 50:.0f} {foot:g}H{bay.right:g}Z",
        ink("deep"),
    )


def sun(bay: Bay, ink: Paints) -> str:
    """Plainly lower than the masthead, whatever room that has."""
    height = 0.86 * bay.rise - (bay.level - bay.horizon)
    return rising_sun(SUN_X, bay.horizon, 230 + 0.14 * bay.rise, height, ink("paper"))


def village(bay: Bay, ink: Paints, *, picture: bool = False) -> list[str]:
    """What stands at the water, and the line that ties it; no sail before a picture.

    Only the hands and arms of those who hold the line are before it.
    """
    return [
        *houses(bay, ink),
        *([] if picture else [*washing(bay, ink), sail(bay, ink)]),
        placed(giving(ink("deep")), *bay.aboard, bay.person),
        hull(bay, ink),
        land(bay, ink),
        lined(bay.line(), THICKNESS, ink),
        placed(giving_arms(ink("deep")), *bay.aboard, bay.person),
        placed(receiving(ink("deep")), *bay.ashore, bay.person),
    ]


def whole(bay: Bay, ink: Paints, floor: float) -> list[str]:
    """Sun, water and village; the water goes down to `floor`."""
    return [sun(bay, ink), *water(bay, ink, floor), *village(bay, ink)]
