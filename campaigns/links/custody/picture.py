"""A code as a picture: the modules that are printed, black on white with the quiet zone around them."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from campaigns.links.models import ShortLink
from print_templates.qr import QUIET_ZONE, modules, runs


def svg(link: ShortLink, alternative: str) -> SafeString:
    """The code as SVG, one unit to a module."""
    matrix = modules(link.url)
    whole = len(matrix) + 2 * QUIET_ZONE
    path = "".join(
        f"M{column + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, column, length in runs(matrix)
    )
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" '
        f'aria-label="{escape(alternative)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{whole}v{whole}H0z"/><path d="{path}"/></svg>'
    )
