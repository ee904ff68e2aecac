"""The two-colour overprint world: sunny paper, coral, leaf green, and aubergine where they meet."""

from print_templates.themes.theme import BLACK, PAPER, Ink

SUN = Ink(0, 26, 88, 0, "#fdc22f")
CORAL = Ink(0, 70, 66, 0, "#ee6a4e")
LEAF = Ink(88, 25, 72, 18, "#16765a")
AUBERGINE = Ink(70, 95, 40, 50, "#46193f")

#: `ground` lies behind the phrase; `deep` is also the ink of every overlap (coral on leaf).
INKS = {
    "ground": SUN,
    "phrase": AUBERGINE,
    "accent": CORAL,
    "leaf": LEAF,
    "deep": AUBERGINE,
    "paper": PAPER,
    "black": BLACK,
}
