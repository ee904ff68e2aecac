"""Telephone numbers as addresses to dial."""

import re
import unicodedata


def tel(number: str) -> str:
    """A number as a tel: address, empty without one; a # must be escaped or the phone dials nothing."""
    plain = re.sub(r"[-‐−–ー\s()]", "", unicodedata.normalize("NFKC", number))
    return f"tel:{plain.replace('#', '%23')}" if plain else ""
