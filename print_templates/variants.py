"""The versions in which an edition can be printed: standard, vertical, with readings, and one per audience."""

from dataclasses import replace

from django.utils.translation import gettext as _

from print_templates.content import Content

STANDARD, VERTICAL, FURIGANA = "standard", "vertical", "furigana"

#: The designs each of these is made of; an audience's version is made of AUDIENCE_DESIGNS.
DESIGNS = {VERTICAL: ("poster",), FURIGANA: ("poster", "flyer", "fan")}
AUDIENCE_DESIGNS = ("poster", "flyer")
#: Surfaces that another one stands for in a variant.
INSTEAD = {VERTICAL: {"poster": "poster_vertical"}}


def is_japanese(language: str) -> bool:
    """Whether words in a language are written with kanji that have readings, and in columns."""
    return language.partition("-")[0] == "ja"


def variants(content: Content) -> tuple[str, ...]:
    """The variants at hand for an edition's words, the standard one first."""
    read = (FURIGANA,) if content.reading or content.readings else ()
    by_script = (VERTICAL, *read) if is_japanese(content.language) else ()
    return (STANDARD, *by_script, *(audience.key for audience in content.audiences))


def version(content: Content, variant: str) -> Content:
    """The words of a variant. Raises KeyError when it is not at hand."""
    if variant not in variants(content):
        raise KeyError(variant)
    words = replace(content, variant=variant)
    for audience in content.audiences:
        if audience.key == variant:
            words = replace(
                words, sub_copy=audience.sub_copy or words.sub_copy, lead=audience.lead or words.lead
            )
    return words


def labels(content: Content) -> dict[str, str]:
    """What each of an edition's variants is called, by key, in the order of `variants`."""
    usual = {STANDARD: _("Standard"), VERTICAL: _("Vertical"), FURIGANA: _("With readings")}
    named = usual | {audience.key: audience.label for audience in content.audiences}
    return {variant: named[variant] for variant in variants(content)}


def audience_of(content: Content, variant: str) -> str:
    """The audience that a variant is for, by its key; empty when it is for everybody."""
    return variant if any(audience.key == variant for audience in content.audiences) else ""


def designs(variant: str, every: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of the designs that a variant is made of, out of `every` design."""
    if variant == STANDARD:
        return every
    return tuple(key for key in every if key in DESIGNS.get(variant, AUDIENCE_DESIGNS))


def surfaces(usual: tuple[str, ...], variant: str) -> tuple[str, ...]:
    """The surfaces that a design's pages show in a variant."""
    instead = INSTEAD.get(variant, {})
    return tuple(instead.get(surface, surface) for surface in usual)
