"""Text that people type and that ends up on paper: one normal form, no invisible characters."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Control, format (bidirectional overrides, zero-width characters), surrogate and private-use characters.
REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def normal(text: str) -> str:
    """NFC, with runs of white space as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


#: Slugs that mean something else in addresses: the network's own kit.
RESERVED_SLUGS = frozenset({"network"})


def validate_slug_is_free(slug: str) -> None:
    """Refuse a slug that addresses use for something else."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("This name is used by the site itself. Please choose another."), code="reserved"
        )


def validate_name(text: str) -> None:
    """Refuse characters that do not print. Length is the field's own matter."""
    for character in text:
        if unicodedata.category(character) in REFUSED_CATEGORIES:
            code = f"U+{ord(character):04X}"
            raise ValidationError(
                _("This contains an invisible character (%(code)s). Please type the text again."),
                code="invisible",
                params={"code": code},
            )


#: Lines that a sub-copy or a catchphrase has at most.
MOST_LINES = 2
#: Letters of a catchphrase: fewer say nothing, more cannot be read in passing.
LEAST_LETTERS, MOST_LETTERS = 4, 24


def validate_short_lines(text: str) -> None:
    """Refuse what does not print, and more lines than a sub-copy has room for."""
    if len(text.splitlines()) > MOST_LINES:
        raise ValidationError(_("Please use at most two lines."), code="lines")
    for line in text.splitlines():
        validate_name(line)


def validate_phrase(text: str) -> None:
    """Refuse a catchphrase that is too short or too long, its line break not counted, or that does not print."""
    validate_short_lines(text)
    if not LEAST_LETTERS <= len(" ".join(text.split())) <= MOST_LETTERS:
        message = _("Please use %(least)s to %(most)s letters.")
        raise ValidationError(message, code="length", params={"least": LEAST_LETTERS, "most": MOST_LETTERS})
