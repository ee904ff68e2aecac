"""Which languages a reader gets a thing in: the one asked for, else easy Japanese, else the installation's own."""

from django.conf import settings
from django.utils.translation import get_language

#: やさしい日本語: what somebody reads most easily whose own language a thing is not written in yet.
EASY = "ja-x-easy"


def order(language: str) -> tuple[str, ...]:
    """The languages to look in, best first. The installation's own is never replaced by another."""
    if language == settings.LANGUAGE_CODE:
        return (language,)
    return tuple(dict.fromkeys((language, EASY, settings.LANGUAGE_CODE)))


def readers_language() -> str:
    """The language of the page that is being read."""
    return get_language() or settings.LANGUAGE_CODE
