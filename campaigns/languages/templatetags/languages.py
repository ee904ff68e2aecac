"""What templates say of languages: in which one something is written, and what stands in for a translation."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info
from wagtail.models import TranslatableMixin

from campaigns.languages.brackets import brackets, with_aside
from campaigns.languages.codes import language_of
from campaigns.languages.order import EASY

register = template.Library()
register.filter("with_aside", with_aside)


@register.simple_tag
def lang_of(thing: Any) -> SafeString:
    """The attribute for an element with words of a page or snippet; nothing where they are in the page's language.

    What is not translated is in the installation's language, unless it says itself what it is `written_in`.
    """
    usual = getattr(thing, "written_in", settings.LANGUAGE_CODE)
    language = language_of(thing) if isinstance(thing, TranslatableMixin) else usual
    return format_html(' lang="{}"', language) if language != get_language() else SafeString("")


@register.simple_tag
def lang_is(language: str) -> SafeString:
    """The same for words whose language is known by its code."""
    return format_html(' lang="{}"', language) if language and language != get_language() else SafeString("")


@register.filter
def usual_words(words: str) -> SafeString:
    """In brackets, what staff write in the installation's language alone: others are told which one it is."""
    opening, closing = brackets()
    usual = settings.LANGUAGE_CODE
    if (get_language() or "").partition("-")[0] == usual:
        return format_html("{}{}{}", opening, words, closing)
    name = get_language_info(usual)["name_translated"]
    return format_html('{}{}: <span lang="{}">{}</span>{}', opening, name, usual, words, closing)


@register.inclusion_tag("components/stand_in_note.html", takes_context=True)
def stand_in_note(context: Context) -> dict[str, Any]:
    """That a page is not in the reader's language yet, and which one it is in instead.

    `written` is what is read, where that is not the page itself but, for example, one desk.
    """
    thing = context.get("written") or context.get("page")
    language = language_of(thing) if isinstance(thing, TranslatableMixin) and thing.locale_id else None
    return {"stands_in": language not in (None, get_language()), "is_easy": language == EASY}
