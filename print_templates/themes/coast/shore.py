"""What the line runs through: a low sun, its light on the water, and the paper the water ends in."""

from print_templates.themes.coast.drawing import Paints, disc, round_path, shape, units
from print_templates.themes.theme import PANEL, Canvas


def rising_sun(x: float, horizon: float, radius: float, height: float, paint: str) -> str:
    """A sun that stands `height` above the horizon, centred on x; what is drawn next hides the rest."""
    return disc(x, horizon - height + radius, radius, paint)


def glitter(x: float, y: float, widths: tuple[int, ...], step: float, paint: str) -> str:
    """Lens-shaped lights under the sun, one per width, `step` apart."""
    return shape(
        "".join(
            f"M{x - width / 2:g} {y + row * step:g}q{width / 2:g}-9 {width:g} 0q{-width / 2:g} 9 {-width:g} 0Z"
            for row, width in enumerate(widths)
        ),
        paint,
    )


def beach(canvas: Canvas) -> str:
    """The white panel as a beach, and lights on the water beside the sub-copy.

    Its slow wave is nowhere below the panel's edge but a little at the left.
    """
    _, beyond, height = units(canvas)
    left, right, foot = -beyond, 1000 + beyond, height - PANEL * 1000
    lights = glitter(846, foot - 78, (210, 150), 26, canvas.ink("paper"))
    return lights + shape(
        f"M{left:g} {foot + 4:g}C120 {foot + 12:g} 210 {foot + 6:g} 330 {foot - 6:g}"
        f" 470 {foot - 20:g} 640 {foot - 4:g} 780 {foot - 4:g} 880 {foot - 4:g} 930 {foot - 12:g} {right:g} {foot - 12:g}"
        f"V{height + beyond:g}H{left:g}Z",
        canvas.ink("paper"),
    )


def sunlit(x: float, top: float, width: float, height: float, rim: float, ink: Paints) -> list[str]:
    """A rectangle, centred on x, cut to the cap of a low sun with a white rim; around it is sky."""
    radius = (width**2 / 4 + height**2) / (2 * height)
    left, right, floor = x - width / 2 - rim, x + width / 2 + rim, top + height + 20
    hole = round_path(x, top + radius, round(radius, 1), hole=True)
    return [
        shape(f"M{left:g} {top - rim:g}H{right:g}V{floor:g}H{left:g}Z" + hole, ink("ground")),
        shape(round_path(x, top + radius, round(radius + rim, 1)) + hole, ink("paper")),
    ]
