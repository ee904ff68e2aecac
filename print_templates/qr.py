"""Two-dimensional codes as modules; the only importer of qrcode."""

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_Q

#: The smallest version that is made, of 29 modules: panels keep the quiet zone that its modules need (Panel.card),
#: and a shorter address would have larger ones.
LEAST_VERSION = 3
#: Light modules that must stay free on every side (ISO/IEC 18004, 6.3.8).
QUIET_ZONE = 4

Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=4096)
def modules(url: str) -> Matrix:
    """The code's dark (True) and light modules by row, without quiet zone, error correction Q.

    An upper-case URL is encoded in alphanumeric mode and gives a smaller, easier code.
    """
    code = qrcode.QRCode(version=LEAST_VERSION, error_correction=ERROR_CORRECT_Q, border=0)
    code.add_data(url)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def runs(matrix: Matrix) -> list[tuple[int, int, int]]:
    """Dark runs as (row, first column, length): neighbours become one rectangle without hairlines."""
    found = []
    for row, line in enumerate(matrix):
        start = None
        for column, dark in enumerate((*line, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                found.append((row, start, column - start))
                start = None
    return found
