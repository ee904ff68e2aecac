"""Something beside a name, in the brackets of the language that is being read."""

from django.utils.translation import get_language

#: What opens and closes them, by the first part of a language's tag.
BRACKETS = {"ja": ("（", "）"), "zh": ("（", "）"), "ko": ("(", ")")}
#: Elsewhere a space comes before round ones.
ROUND = (" (", ")")


def brackets() -> tuple[str, str]:
    """What opens and what closes them."""
    return BRACKETS.get((get_language() or "").partition("-")[0], ROUND)


def with_aside(words: object, aside: object) -> str:
    """`words（aside）`, `words (aside)`."""
    opening, closing = brackets()
    return f"{words}{opening}{aside}{closing}"
