"""Ink values within a print shop's limit: colours are thinned as pictures are (logo.within), black stays.

Every ink of a page is written as `device-cmyk(…)` (themes.theme.Ink.paint), so that the page's text is all there is
to look at.
"""

import re

INK = re.compile(r"device-cmyk\((\d+)% (\d+)% (\d+)% (\d+)%\)")


def within(page: str, limit: int) -> str:
    """The page with no ink value above `limit` percent in all; one that keeps to it stays as it is."""
    return INK.sub(lambda ink: thinned(ink, limit), page)


def thinned(ink: re.Match[str], limit: int) -> str:
    *coloured, black = map(int, ink.groups())
    total = sum(coloured)
    if not total or total + black <= limit:
        return ink[0]
    share = max(limit - black, 0) / total
    # Rounded down, so that the sum keeps to the limit.
    shares = [int(value * share) for value in coloured]
    return "device-cmyk({}% {}% {}% {}%)".format(*shares, black)
