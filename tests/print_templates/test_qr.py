"""Codes: small, upper-case, drawn without hairlines."""

import zxingcpp
from PIL import Image

from print_templates.qr import QUIET_ZONE, modules, runs

UPPER = "HTTPS://TSUNAGARI.EXAMPLE.JP/Q/ABC2345"


def version(side: int) -> int:
    """Version of a code by its side in modules (ISO/IEC 18004, 6.3.1)."""
    return (side - 17) // 4


def painted(matrix: tuple[tuple[bool, ...], ...], scale: int = 4) -> Image.Image:
    side = len(matrix) + 2 * QUIET_ZONE
    image = Image.new("L", (side, side), 255)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                image.putpixel((column + QUIET_ZONE, row + QUIET_ZONE), 0)
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def test_a_decoder_reads_the_modules_at_level_q() -> None:
    (code,) = zxingcpp.read_barcodes(painted(modules(UPPER)))
    assert code.text == UPPER
    assert code.ec_level == "Q"


def test_upper_case_is_a_smaller_code() -> None:
    upper, lower = len(modules(UPPER)), len(modules(UPPER.lower()))
    assert version(upper) == 3
    assert version(lower) == 4


def test_47_upper_case_characters_are_the_most_for_version_3() -> None:
    """Capacity of 3-Q in alphanumeric mode (ISO/IEC 18004, table 7)."""
    url = UPPER.ljust(47, "2")
    assert version(len(modules(url))) == 3
    assert version(len(modules(url + "2"))) == 4


def test_runs_cover_every_dark_module_once() -> None:
    matrix = modules(UPPER)
    covered = [(row, column + step) for row, column, length in runs(matrix) for step in range(length)]
    dark = [(row, column) for row, line in enumerate(matrix) for column, on in enumerate(line) if on]
    assert sorted(covered) == dark


def test_neighbours_become_one_run() -> None:
    found = {(row, column): length for row, column, length in runs(modules(UPPER))}
    assert found[0, 0] == 7, "the upper edge of the first finder pattern is one rectangle"
    assert all((row, column + length) not in found for (row, column), length in found.items())
