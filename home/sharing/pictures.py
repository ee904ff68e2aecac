"""The pictures as files: drawn once for equal words, then kept in private storage under a digest of them."""

import hashlib
import json
import logging
from datetime import timedelta
from functools import lru_cache
from typing import Any

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.urls import reverse
from django.utils import timezone

from campaigns.current import current_campaign
from campaigns.languages.codes import language_of
from home.sharing.kinds import KINDS, kind_of
from home.sharing.words import words_of
from print_templates import banner
from print_templates.bounded import bounded
from print_templates.content import Content
from print_templates.plate import CODE_VERSION

logger = logging.getLogger(__name__)

FOLDER = "sharing-pictures"
#: The size that networks show large.
SIZE = banner.BANNERS["1200x630"]
#: Seconds after which somebody else may draw a picture that was begun.
MOST_TIME = 60
#: Drawn ahead at most at one time; the others are drawn when they are first asked for, or next time.
AT_A_TIME = 20
#: How long a picture is kept that no page names any more: networks come back for it.
UNNAMED = timedelta(days=30)


def digest_of(words: Content) -> str:
    made_of = [CODE_VERSION, words.phrase, words.theme, words.issuer, words.language]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:32]


def address_of(thing: Any, words: Content) -> str:
    """The path of a thing's picture; it changes when the words do."""
    kind = kind_of(thing)
    assert kind is not None
    return reverse("sharing_picture", args=[kind.key, thing.pk, digest_of(words)])


def storage() -> Storage:
    return storages["private"]


def name_of(words: Content) -> str:
    return f"{FOLDER}/{digest_of(words)}.png"


def kept(words: Content) -> bytes | None:
    try:
        with storage().open(name_of(words), "rb") as file:
            return bytes(file.read())
    except FileNotFoundError:
        return None


def made(words: Content) -> bytes | None:
    """Draw and keep it, in a process of its own with limits; None while somebody else does. Raises NotMade."""
    being_made = f"sharing-picture-{digest_of(words)}"
    if not cache.add(being_made, True, MOST_TIME):
        return None
    try:
        png = bounded(banner.drawn, banner.page(words, SIZE), SIZE.width)
        wanted = name_of(words)
        saved = storage().save(wanted, ContentFile(png))
        if saved != wanted:
            # Another machine was first, with equal bytes.
            storage().delete(saved)
        return png
    finally:
        cache.delete(being_made)


def draw_ahead() -> None:
    """Draw what is new since the last time, so that nobody waits for it; forget what nobody names any more."""
    wanted = {name_of(words): words for words in all_words()}
    there = all_names()
    missing = [words for name, words in wanted.items() if name not in there]
    for words in missing[:AT_A_TIME]:
        try:
            made(words)
        except Exception:
            # One that cannot be drawn must not keep the others from it.
            logger.exception("the picture of “%s” could not be drawn", words.phrase)
    clear_away(there - wanted.keys())


def all_names() -> set[str]:
    """What is kept, in one look however many things there are."""
    try:
        _folders, files = storage().listdir(FOLDER)
    except FileNotFoundError:
        return set()
    return {f"{FOLDER}/{file}" for file in files}


def all_words() -> list[Content]:
    """Of everything that anybody may see; each language's campaign is looked up once."""
    current = lru_cache(current_campaign)
    things = (thing for kind in KINDS.values() for thing in kind.public())
    found = (words_of(thing, current(language_of(thing))) for thing in things)
    return [words for words in found if words is not None]


def clear_away(unnamed: set[str]) -> None:
    before = timezone.now() - UNNAMED
    for name in unnamed:
        if storage().get_modified_time(name) < before:
            storage().delete(name)
