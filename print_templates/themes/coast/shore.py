"""What the line runs through: a low sun and its light on the water."""

from print_templates.themes.coast.drawing import disc, shape


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
