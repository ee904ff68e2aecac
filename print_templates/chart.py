"""A distribution as one flat bar: the parts the headline counts are dark, the rest light; labels below."""

from django.utils.html import escape

from print_templates.content import Chart, ChartPart

WIDTH, HEIGHT = 400.0, 90.0
#: Size of the labels; a part too narrow for its label goes without, the text alternative names it.
TYPE = 17.0


def parts_svg(chart: Chart, paint: str, quiet: str, text: str) -> str:
    """The chart in 400×90 units; `paint` for the parts the headline value counts, `quiet` for the rest."""
    total = sum(part.value for part in chart.parts)
    if not total:
        return ""
    shapes, x, reached = [], 0.0, 0.0
    for part in chart.parts:
        width = WIDTH * part.value / total
        reached += part.value
        ink = paint if reached <= float(chart.value) + 0.05 else quiet
        shapes.append(f'<rect x="{x:.1f}" y="8" width="{max(width - 2, 1):.1f}" height="44" fill="{ink}"/>')
        if width > len(part.label) * TYPE:
            shapes.append(label(part, x, text))
        x += width
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" aria-hidden="true">'
        f"<title>{escape(chart.alternative)}</title>"
        f"{''.join(shapes)}</svg>"
    )


def label(part: ChartPart, x: float, text: str) -> str:
    """A part's words under its left edge."""
    return (
        f'<text x="{x:.1f}" y="76" font-size="{TYPE:g}" font-family="BIZ UDPGothic" fill="{text}">'
        f"{escape(part.label)}</text>"
    )
