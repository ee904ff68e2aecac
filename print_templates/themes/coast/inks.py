"""The coast's inks: a sea of blue-greens, and one warm ink that only the line may use.

CMYK in percent for coated paper; each sRGB twin is what FOGRA39 (relative colorimetric) makes of it.
"""

from print_templates.themes.theme import BLACK, PAPER, Ink

INKS = {
    "ground": Ink(95, 38, 44, 18, "#006974"),
    "phrase": PAPER,
    "accent": Ink(0, 68, 82, 0, "#ee6d38"),
    "deep": Ink(100, 60, 50, 45, "#003d4c"),
    "water": Ink(36, 0, 16, 0, "#afdbdd"),
    "tint": Ink(18, 0, 8, 0, "#d9eeef"),
    "paper": PAPER,
    "black": BLACK,
}
