"""The inks of still water at dusk: lilac air, indigo water, a lemon voice, a warm shore that answers."""

from print_templates.themes.theme import BLACK, PAPER, Ink

INDIGO = Ink(100, 95, 10, 25, "#252a6b")

INKS = {
    "ground": Ink(18, 23, 0, 0, "#d4c8e7"),
    "phrase": INDIGO,
    "accent": Ink(0, 6, 90, 0, "#ffe517"),
    "deep": INDIGO,
    "warm": Ink(0, 46, 36, 0, "#f7a594"),
    "tint": Ink(8, 11, 0, 0, "#ece6f5"),
    "paper": PAPER,
    "black": BLACK,
}
