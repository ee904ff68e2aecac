"""The two-colour overprint world: sunny paper, coral, leaf green, and aubergine where they meet."""

from print_templates.themes.theme import BLACK, PAPER, Ink

SUN = Ink(0, 26, 88, 0, "#fdc22f")
CORAL = Ink(0, 70, 66, 0, "#ee6a4e")
LEAF = Ink(88, 25, 72, 18, "#00795a")
AUBERGINE = Ink(70, 95, 40, 50, "#472140")

#: `ground` lies behind the phrase; `deep` is also the ink of every overlap (coral on leaf).
INKS = {
    "ground": SUN,
    "phrase": AUBERGINE,
    "accent": CORAL,
    "leaf": LEAF,
    "deep": AUBERGINE,
    "tint": Ink(0, 7, 26, 0, "#fff0cb"),
    "paper": PAPER,
    "black": BLACK,
}
