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
