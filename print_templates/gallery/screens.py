"""What a theme shows on screens: heroes and banners with their words, as one page each."""

from pathlib import Path

from django.template import Context
from django.utils.safestring import mark_safe

from print_templates import designs
from print_templates.content import Content
from print_templates.design import engine, variables
from print_templates.gallery.drawing import size, whole
from print_templates.page_art import page_art
from print_templates.plate import typeset
from print_templates.sheet import Sheet
from print_templates.themes.theme import Theme


def screen(theme: Theme, surface: str, content: Content) -> bytes:
    """A surface with the words that the theme has room for, as a PDF. Raises KeyError for an unknown surface."""
    width, height = size(surface)
    place = whole(width, height)
    context = Context(
        {
            "content": content,
            "art": page_art(theme, surface, content, place, "office"),
            "variables": mark_safe(variables(theme, Sheet(surface, width, height), place, "office")),
            "style": mark_safe((Path(designs.__path__[0]) / "page.css").read_text()),
        }
    )
    return typeset(engine().get_template("gallery/screen.html").render(context), "office")
