"""The grid of the flyer's back: where the lead, the places near by, the room below them and the foot begin.

Only the sheet and the number of places decide, since the places are laid in for each organisation while the
plate waits. All lengths in mm from the trim's top left unless a name says pt.
"""

from dataclasses import dataclass

from print_templates.design import PlaceSlot, TextSlot
from print_templates.qr import QUIET_ZONE
from print_templates.sheet import Sheet, points
from print_templates.themes.theme import BACK_FOOT, BACK_HEAD, Box

#: The margin left and right, a share of the width: the poster's.
MARGIN = 0.06
#: Air between the artwork and words, in mm: an office printer's border pushes the artwork inwards by 4 to 5.
AIR = 6.0
#: The code's side, a share of the width, its distance from the air above the artwork's foot and the number of
#: its modules that its white margin is reckoned with.
CODE, CODE_RISE, MODULES = 0.16, 0.019, 29
#: Lines that the lead has room for, and the distance of its baselines in em.
LEAD_LINES, LEADING = 4.3, 1.32
#: The same where no places follow.
LEAD_ALONE = 5
#: A place in em of the body: its heading's and its own height, its number and where its words begin.
HEADING, PLACE, NUMBER, INDENT = 2.1, 4.2, 1.9, 2.6
#: Air above a place and the heights of its lines in em, and how the first is shared by its name and its address.
ABOVE, NAME, SUMMARY, NAME_SHARE = 0.2, 1.48, 2.46, 0.44
#: The smallest type of a place's name and address in pt: a rare long one is set small rather than refused.
SMALLEST = 6.0
#: Between one section and the next, and above a heading that stands on paper, in em.
GAP, BEFORE = 0.6, 1.0


@dataclass(frozen=True)
class Grid:
    """A sheet's grid; `em` is the size of running text in mm, `note` that of notes in pt."""

    sheet: Sheet
    em: float
    note: float
    places: int

    @property
    def left(self) -> float:
        return MARGIN * self.sheet.width

    @property
    def width(self) -> float:
        return (1 - 2 * MARGIN) * self.sheet.width

    @property
    def lead(self) -> Box:
        top = BACK_HEAD * self.sheet.height + AIR
        lines = LEAD_LINES if self.places else LEAD_ALONE
        return Box(self.left, top, self.width, lines * LEADING * self.em)

    @property
    def near(self) -> Box:
        """The places with their heading; without places it has no height."""
        lead = self.lead
        tall = (HEADING + PLACE * self.places) * self.em if self.places else 0.0
        return Box(self.left, lead.y + lead.height + BEFORE * self.em, self.width, tall)

    @property
    def rest(self) -> Box:
        """What the desks, the figure and the loose ties share."""
        near = self.near
        top = near.y + near.height + (0.5 * GAP * self.em if self.places else 0)
        return Box(self.left, top, self.width, self.foot.y - GAP * self.em - top)

    @property
    def code(self) -> Box:
        side = CODE * self.sheet.width
        rise = self.base + CODE_RISE * self.sheet.width
        return Box(self.sheet.width - self.left - side, self.sheet.height - rise - side, side, side)

    @property
    def base(self) -> float:
        """How far above the lower edge the foot's last line may reach."""
        return BACK_FOOT * self.sheet.height + AIR

    @property
    def foot(self) -> Box:
        """The panel of whoever hands the flyer out."""
        code = self.code
        top = code.y - code.width * QUIET_ZONE / MODULES
        return Box(self.left, top, self.width, self.sheet.height - self.base - top)

    @property
    def rows(self) -> tuple[Box, ...]:
        """The places without their numbers, one below the other."""
        near, em = self.near, self.em
        indent = INDENT * em
        return tuple(
            Box(near.x + indent, near.y + (HEADING + PLACE * row) * em, near.width - indent, PLACE * em)
            for row in range(self.places)
        )

    def slots(self) -> tuple[PlaceSlot, ...]:
        """Name at the left and address at the right on one line, the sentence below them."""
        body, em, found = self.body, self.em, []
        for row in self.rows:
            top, name_width, tall = row.y + ABOVE * em, NAME_SHARE * row.width, NAME * em
            beside = Box(row.x + name_width, top + 0.09 * em, row.width - name_width, tall)
            below = Box(row.x, top + tall, row.width, SUMMARY * em)
            name = Box(row.x, top, name_width - em, tall)
            found.append(
                PlaceSlot(
                    name=TextSlot(name, 1.12 * body, SMALLEST, 2, 700),
                    summary=TextSlot(below, body, 0.85 * self.note, 3, above=0.1),
                    address=TextSlot(beside, self.note, SMALLEST, 2, align="right"),
                )
            )
        return tuple(found)

    @property
    def body(self) -> float:
        """Running text in pt."""
        return points(self.em)
