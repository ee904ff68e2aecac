"""The demo in easy Japanese and English, from campaigns/demo/*.po: what is written there is translated, nothing else.

Loaded as staff translate, so that the admin shows the translations side by side.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import polib
from django.apps import apps
from django.db import models
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from campaigns.kits.publishing import plates_on_request
from cms.demo_data import DATA

#: Languages that the demo is complete in, besides its own.
LANGUAGES = ("ja-x-easy", "en")
#: Snippets, in an order in which what is pointed at comes first.
SNIPPETS = ("cases.Case", "desks.Desk", "figures.Figure")


@cache
def memory(language: str) -> Mapping[str, str]:
    """Every text of the demo that is translated into a language, with its translation."""
    catalogue = polib.pofile(str(DATA / f"{language}.po"))
    return {entry.msgid: entry.msgstr for entry in catalogue.translated_entries()}


def load_translations(original: Locale) -> None:
    """Translate what is not translated yet and whose every text is in the catalogue; the rest stays as it is."""
    for language in LANGUAGES:
        target = Locale.objects.get_or_create(language_code=language)[0]
        for thing in to_translate(original, target):
            if all(text in memory(language) for text in texts_of(thing)):
                translate(thing, target)


def to_translate(original: Locale, target: Locale) -> Iterator[models.Model]:
    """Published pages, parents first, and snippets, that have no translation."""
    for label in SNIPPETS:
        model = apps.get_model(label)
        there = model.objects.filter(locale=target).values("translation_key")
        yield from model.objects.filter(locale=original).exclude(translation_key__in=there)
    there = Page.objects.filter(locale=target).values("translation_key")
    pages = Page.objects.live().filter(locale=original, depth__gt=1).exclude(translation_key__in=there)
    yield from pages.order_by("path").specific()


def texts_of(thing: models.Model) -> list[str]:
    """Every text of a page or snippet that is translated."""
    return [each.string.data for each in extract_segments(thing) if isinstance(each, StringSegmentValue)]


def translate(thing: models.Model, target: Locale) -> None:
    """Fill in the translation as if staff had typed it, and publish it; a campaign's plates are built when needed."""
    source, _made = TranslationSource.update_or_create_from_instance(thing)
    Translation.objects.get_or_create(source=source, target_locale=target)
    known = memory(target.language_code)
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            locale=target,
            context=segment.context,
            data=known[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for segment in StringSegment.objects.filter(source=source).select_related("string", "context")
    )
    is_page = isinstance(thing, Page)
    translated, _made = source.create_or_update_translation(
        target, publish=not is_page, copy_parent_pages=True
    )
    if is_page:
        with plates_on_request():
            translated.get_latest_revision().publish()
