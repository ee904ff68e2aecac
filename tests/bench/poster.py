"""The poster everyone prints: one theme, A2 with bleed on a medium with room for marks, the same words for all."""

from functools import cache

from print_templates.content import Content
from print_templates.design import Design, all_designs
from print_templates.plate import Plate, lay_out
from print_templates.proof import sample_content
from print_templates.sheet import Finish, Layout, Sheet
from print_templates.shop import GENERIC, PrintShop

THEME = "coast"


class PressSized(PrintShop):
    """The press's medium and bleed in sRGB too, for engines that know no ink values."""

    def layout(self, sheet: Sheet, finish: Finish) -> Layout:
        return super().layout(sheet, "press")


IN_SRGB = PressSized()


def design() -> Design:
    return all_designs()["poster"]


def sheet() -> Sheet:
    return design().sheet("a2")


def content() -> Content:
    return sample_content(THEME)


def place() -> Layout:
    return GENERIC.layout(sheet(), "press")


@cache
def plate() -> Plate:
    """Our plate of the poster, laid out once."""
    return lay_out(design(), content(), sheet(), "press")
