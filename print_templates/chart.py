"""A distribution as one flat bar: the parts the headline counts are dark, the rest light; labels beside it."""

from django.utils.html import escape

from print_templates.content import Chart

WIDTH, HEIGHT = 400.0, 90.0
#: Size of the labels: 10.5 pt on an A4 flyer, where a unit is 0.595 pt (PRINT.md 1); larger on a small sheet.
#: A part too narrow for its label goes without, the text alternative names it.
TYPE, LARGE_TYPE = 17.7, 20.0


def parts_svg(chart: Chart, paint: str, quiet: str, text: str, size: float = TYPE) -> str:
    """The chart in 400×90 units; `paint` for the parts the headline value counts, `quiet` for the rest.

    The counted parts share one label above the bar; the others are labelled below where they have room.
    """
    total = sum(part.value for part in chart.parts)
    if not total:
        return ""
    shapes, counted, x, reached = [], [], 0.0, 0.0
    for part in chart.parts:
        width = WIDTH * part.value / total
        reached += part.value
        counts = reached <= float(chart.value) + 0.05
        ink = paint if counts else quiet
        shapes.append(f'<rect x="{x:.1f}" y="24" width="{max(width - 2, 1):.1f}" height="40" fill="{ink}"/>')
        if counts:
            counted.append(part.label)
        elif width > len(part.label) * size:
            shapes.append(label(part.label, x, 84, text, size))
        x += width
    if counted:
        shapes.append(label("・".join(counted), 0, 17, text, size))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" aria-hidden="true">'
        f"<title>{escape(chart.alternative)}</title>"
        f"{''.join(shapes)}</svg>"
    )


def label(words: str, x: float, y: float, text: str, size: float) -> str:
    """Words that begin at x, on the baseline y."""
    return (
        f'<text x="{x:.1f}" y="{y:g}" font-size="{size:g}" font-family="BIZ UDPGothic" fill="{text}">'
        f"{escape(words)}</text>"
    )
