"""The safe area: nothing that must be read comes near the cut, the rim or the finger hole."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding
from print_templates.preflight.geometry import Circle, Rectangle
from print_templates.preflight.words import by_field

#: Nothing that must be read comes nearer to a cut than this (PRINT.md 1), in mm.
SAFE = 5.0
#: A guillotine may be off by this much in mm, and must not cut into a code's white margin.
DRIFT = 1.0
#: A letter may stick out by its own roundness.
ROUNDING = 0.2
#: The fan that is cut out of A4 (PRINT.md 1): its diameter, its hole and the hole's centre above the edge, in mm.
OFFICE_FAN, OFFICE_HOLE, OFFICE_HOLE_RISE = 190.0, 19.0, 23.75


@dataclass(frozen=True)
class SafeArea:
    """Where letters may stand: inside the paper, for a fan also inside the rim and outside the hole.

    What stands wholly below an office fan's rim is an instruction for whoever cuts it out.
    """

    paper: Rectangle
    rim: Circle | None = None
    hole: Circle | None = None
    below: float | None = None

    def grown(self, by: float) -> "SafeArea":
        """The area with less keeping out, by so many mm."""
        rim = self.rim and Circle(self.rim.x, self.rim.y, self.rim.radius + by)
        hole = self.hole and Circle(self.hole.x, self.hole.y, self.hole.radius - by)
        return SafeArea(self.paper.grown(by), rim, hole, self.below)

    def has(self, letter: Rectangle) -> bool:
        if not self.paper.holds(letter, ROUNDING):
            return False
        if self.below is not None and letter.top < self.below:
            return True
        in_rim = self.rim is None or self.rim.holds(letter)
        off_hole = self.hole is None or not self.hole.touches(letter)
        return in_rim and off_hole


def inside_safe_area(document: Document) -> Iterator[Finding]:
    """Every letter and every code lies in the safe area; what the cut itself hits is told by `overflow`."""
    for number, letters in enumerate(document.letters):
        area, trim = safe_area(document, number), document.trim(document.pdf.pages[number])
        if area is None or trim is None:
            continue
        strays = [
            letter for letter in letters if not area.has(letter.box) and trim.holds(letter.box, ROUNDING)
        ]
        for field, text, _letters in by_field(strays, letters, document.expected.fields):
            message = _(
                "“%(text)s” stands less than %(mm)s mm from a cut; move it inwards or make it shorter."
            )
            yield Finding("safe", message % {"text": text, "mm": f"{SAFE:g}"}, number + 1, field=field)
        for code in (code for code in document.codes if code.page == number and code.modules):
            if not area.has(code.box) or not area.grown(SAFE - DRIFT).has(code.card):
                message = _("The code or its white margin is too near to a cut; move it inwards.")
                yield Finding("safe", message, number + 1, field="code")


def safe_area(document: Document, number: int) -> SafeArea | None:
    """The safe area of a page (from 0); None when the page does not even say its size."""
    trim = document.trim(document.pdf.pages[number])
    if trim is None:
        return None
    paper = trim.grown(-SAFE)
    cuts = document.cuts(number)
    if cuts:
        return SafeArea(paper, shrunk(cuts[0]), grown(cuts[1]) if len(cuts) > 1 else None)
    if not document.is_fan:
        return SafeArea(paper)
    x, y = (trim.left + trim.right) / 2, (trim.bottom + trim.top) / 2
    if document.is_press:
        return SafeArea(paper, shrunk(Circle(x, y, trim.width / 2)))
    radius = OFFICE_FAN / 2
    hole = Circle(x, y - radius + OFFICE_HOLE_RISE, OFFICE_HOLE / 2)
    return SafeArea(paper, shrunk(Circle(x, y, radius)), grown(hole), below=y - radius)


def shrunk(rim: Circle) -> Circle:
    return Circle(rim.x, rim.y, rim.radius - SAFE + ROUNDING)


def grown(hole: Circle) -> Circle:
    return Circle(hole.x, hole.y, hole.radius + SAFE - ROUNDING)
