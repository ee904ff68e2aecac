"""Codes printed on paper: random, easy to type, with a check character."""

import secrets
import unicodedata

#: 31 letters and digits; 0 O 1 I L are left out because they are taken for one another.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
#: Random characters before the check character: 31^6 is 887 million codes.
LENGTH = 6
#: What people type between or around the letters.
SEPARATORS = " -‐‑–—ー−_."


class UnreadableCode(ValueError):
    """A typed code has letters that never occur; `letters` names them."""

    def __init__(self, letters: list[str]) -> None:
        super().__init__(" ".join(letters))
        self.letters = letters


def check_character(body: str) -> str:
    """The character that follows: weights 1, 2, 3 … modulo the prime 31 find every single slip and every swap."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def new_code() -> str:
    """A code of seven characters, the last of them its check."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return body + check_character(body)


def is_sound(code: str) -> bool:
    """Whether a normal code's check character is right."""
    return len(code) == LENGTH + 1 and set(code) <= set(ALPHABET) and check_character(code[:-1]) == code[-1]


def normal(typed: str) -> str:
    """What was typed as a code: upper case, half width, no separators. Raises UnreadableCode."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(letter for letter in folded if letter not in SEPARATORS and not letter.isspace())
    strangers = list(dict.fromkeys(letter for letter in code if letter not in ALPHABET))
    if strangers:
        raise UnreadableCode(strangers)
    return code
