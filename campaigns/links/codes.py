"""Codes printed on paper: random, easy to type, with a check character."""

import re
import secrets
import unicodedata

#: 31 letters and digits; 0 O 1 I L are left out because they are taken for one another.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
#: Random characters before the check character: 31^6 is 887 million codes.
LENGTH = 6
#: Looks like a code and is none, as its check character is wrong.
EXAMPLE = "ABC2345"
#: The long vowel mark, which Japanese keyboards have for a hyphen, counts as a letter to Unicode; it is none in a code.
LONG_MARK = "ー"
#: What is no code in an address that somebody copied: all up to /q/, and what apps add at its end.
AROUND = re.compile(r"^.*/q/|[?&#].*$", re.IGNORECASE | re.DOTALL)
#: What is looked at of what was typed: a whole address, and not without end.
MOST_TYPED = 200


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
    number = secrets.randbelow(len(ALPHABET) ** LENGTH)
    body = ""
    for _ in range(LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        body += ALPHABET[letter]
    return body + check_character(body)


def is_sound(code: str) -> bool:
    """Whether a normal code's check character is right."""
    return len(code) == LENGTH + 1 and set(code) <= set(ALPHABET) and check_character(code[:-1]) == code[-1]


def normal(typed: str) -> str:
    """What was typed as a code: its letters and digits in upper case and half width. Raises UnreadableCode.

    Of a whole address, also one that an app has added something to, the part behind /q/ is the code.
    """
    folded = unicodedata.normalize("NFKC", typed[:MOST_TYPED])
    code = "".join(filter(is_letter, AROUND.sub("", folded).upper()))
    strangers = list(dict.fromkeys(letter for letter in code if letter not in ALPHABET))
    if strangers:
        raise UnreadableCode(strangers)
    return code


def is_letter(character: str) -> bool:
    """Whether it counts: spaces, hyphens, quotation marks and what else stands between letters does not."""
    return character != LONG_MARK and unicodedata.category(character)[0] in "LN"
