"""On which sheets a photograph is sharp, said before anything is laid out."""

from django.utils.translation import gettext as _

from print_templates.content import Content, KeyPicture
from print_templates.design import Design
from print_templates.photograph.focus import ppi
from print_templates.photograph.window import windows
from print_templates.preflight.pictures import REFUSED, ROUNDING, SOFT
from print_templates.sheet import Sheet, paper_name
from print_templates.shop import GENERIC
from print_templates.themes import theme


def sharpness(design: Design, content: Content) -> str:
    """Up to which sheet of a design the edition's photograph is sharp on a press; empty without a photograph."""
    if content.picture is None:
        return ""
    found = resolutions(design, content, content.picture)
    if not found:
        return _("The theme “%(theme)s” shows no photograph here.") % {"theme": _(theme(content.theme).label)}
    sharp = [sheet for sheet, value in found if value >= SOFT - ROUNDING]
    coarse = [sheet for sheet, value in found if value < REFUSED - ROUNDING]
    soft = [sheet for sheet, _value in found if sheet not in sharp and sheet not in coarse]
    if len(sharp) == len(found):
        return _("The picture is sharp on every sheet, up to %(sheet)s.") % {"sheet": named(sharp[-1:])}
    told = [
        _("The picture is sharp up to %(sheet)s.") % {"sheet": named(sharp[-1:])}
        if sharp
        else _("The picture is sharp on no sheet.")
    ]
    if soft:
        told.append(_("On %(sheets)s it is a little blurred.") % {"sheets": named(soft)})
    if coarse:
        told.append(
            _("On %(sheets)s it is too coarse to be printed; please choose a larger picture.")
            % {"sheets": named(coarse)}
        )
    return " ".join(told)


def resolutions(design: Design, content: Content, picture: KeyPicture) -> list[tuple[Sheet, float]]:
    """The sheets of a design for the press, small ones first, with the picture's fewest pixels per inch on each."""
    found = []
    for sheet in sorted(design.sheets, key=lambda sheet: sheet.width):
        shown = windows(design, content, sheet, "press", GENERIC) if "press" in sheet.finishes else {}
        if shown:
            found.append((sheet, min(ppi(picture, box) for box in shown.values())))
    return found


def named(sheets: list[Sheet]) -> str:
    return _(", ").join(paper_name(sheet) for sheet in sheets)
