"""The inks of still water at dusk: lilac ground, indigo water, one lemon voice."""

from print_templates.themes.theme import BLACK, PAPER, Ink

INDIGO = Ink(100, 95, 10, 25, "#211d5e")

INKS = {
    "ground": Ink(20, 23, 0, 0, "#cfc6e8"),
    "phrase": INDIGO,
    "accent": Ink(0, 6, 90, 0, "#ffe22e"),
    "deep": INDIGO,
    "paper": PAPER,
    "black": BLACK,
}
