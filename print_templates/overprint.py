"""Black that overprints: full black on the black plate alone knocks nothing out below (PRINT.md 2).

A press that is off by a tenth of a millimetre would otherwise show paper around every black letter. All
other inks, white among them, must knock out, or they would mix with what lies below.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Operator, Pdf

#: Names of the graphics states by (fills overprint, strokes overprint).
STATES = {
    (fill, stroke): Name(f"/Over{'Fill' if fill else ''}{'Stroke' if stroke else ''}")
    for fill in (False, True)
    for stroke in (False, True)
}
#: Operators that set a colour by its components, and whether they set the stroke's.
COLOURS = {"k": False, "sc": False, "scn": False, "K": True, "SC": True, "SCN": True}
OTHER_COLOURS = {"g": False, "rg": False, "cs": False, "G": True, "RG": True, "CS": True}
#: The state in which an imprint is shown.
BLACK = STATES[True, True]


def state(fill: bool, stroke: bool) -> Dictionary:
    """An extended graphics state; OPM 1 lets a colour's zero inks leave alone what lies below."""
    return Dictionary(Type=Name.ExtGState, OP=stroke, op=fill, OPM=1)


def add_states(pdf: Pdf, page: pikepdf.Page) -> None:
    for (fill, stroke), name in STATES.items():
        page.add_resource(state(fill, stroke), Name.ExtGState, name)


def overprint_black(pdf: Pdf, page: pikepdf.Page) -> None:
    """Let the page's black fills and strokes overprint; its content becomes one stream."""
    page.contents_coalesce()
    instructions = list(with_states(pikepdf.parse_content_stream(page)))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    add_states(pdf, page)


def is_black(operator: str, operands: list[pikepdf.Object]) -> bool:
    """Whether a colour operator sets full black on the black plate alone; a grey would darken what it lies on."""
    if operator not in COLOURS or len(operands) != 4:
        return False
    *coloured, black = (float(value) for value in operands)
    return not any(coloured) and black == 1


Instruction = tuple[list[pikepdf.Object], Operator]


def with_states(
    instructions: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage],
) -> Iterator[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]:
    """The instructions, with a change of state behind each colour that needs another one."""
    now, saved = (False, False), []
    for instruction in instructions:
        yield instruction
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            continue
        operator = str(instruction.operator)
        if operator == "q":
            saved.append(now)
        elif operator == "Q" and saved:
            now = saved.pop()
        elif operator in COLOURS or operator in OTHER_COLOURS:
            strokes = {**COLOURS, **OTHER_COLOURS}[operator]
            black = is_black(operator, list(instruction.operands))
            wanted = (now[0], black) if strokes else (black, now[1])
            if wanted != now:
                now = wanted
                yield pikepdf.ContentStreamInstruction([STATES[now]], Operator("gs"))
