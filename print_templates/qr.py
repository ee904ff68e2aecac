"""Two-dimensional codes as modules; the only importer of qrcode."""

import zlib
from dataclasses import dataclass
from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_Q

#: The smallest version that is made, of 29 modules: panels keep the quiet zone that its modules need (Panel.card),
#: and a shorter address would have larger ones.
LEAST_VERSION = 3
#: Light modules that must stay free on every side (ISO/IEC 18004, 6.3.8).
QUIET_ZONE = 4

Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=256)
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


@dataclass(frozen=True)
class Code:
    """An encoded URL ready to print: modules on a side, and zlib-compressed PDF operators.

    They fill the dark modules of a code whose side is 1 and whose lower left corner is the origin.
    """

    url: str
    side: int
    operators: bytes


@lru_cache(maxsize=256)
def encode(url: str) -> Code:
    """The code of a URL; made once, when its link is issued."""
    matrix = modules(url)
    side = len(matrix)
    rectangles = [f"{column} {side - 1 - row} {length} 1 re" for row, column, length in runs(matrix)]
    scale = f"{1 / side:.8f} 0 0 {1 / side:.8f} 0 0 cm"
    return Code(url, side, zlib.compress("\n".join([scale, *rectangles, "f"]).encode(), 9))
