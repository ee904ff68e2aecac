"""What a page paints, read from its operators: kind, ink and place, forms and patterns included."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Object

from print_templates.preflight.geometry import Rectangle
from print_templates.preflight.ink import Ink, space
from print_templates.preflight.paint import Kind, Paint, Place, State, thickness

#: Forms inside forms are followed so far; a form that shows itself would never end.
DEEPEST = 12
TEXT = {"Tj", "TJ", "'", '"'}
#: Path painting operators and what each does (ISO 32000-1, table 60).
PAINTING: dict[str, tuple[Kind, ...]] = {
    "f": ("fill",), "F": ("fill",), "f*": ("fill",), "S": ("stroke",), "s": ("stroke",), "n": (),
    "B": ("fill", "stroke"), "B*": ("fill", "stroke"), "b": ("fill", "stroke"), "b*": ("fill", "stroke"),
}  # fmt: skip
DEVICE_OPERATORS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
#: Text rendering modes that fill, that stroke, and what is neither is invisible.
FILLING, STROKING = {0, 2, 4, 6}, {1, 2, 5, 6}


def paints(page: pikepdf.Page) -> Iterator[Paint]:
    """Everything a page paints, in order."""
    yield from Reader(page.obj, inherited(page.obj, Name.Resources), State(), 0).read()


def inherited(node: Object, key: Name) -> Dictionary:
    for _level in range(32):
        if key in node:
            return node[key]  # type: ignore[return-value]
        if Name.Parent not in node:
            break
        node = node.Parent
    return Dictionary()


class Reader:
    """Reads one content stream: a page's, a form's or a pattern's."""

    def __init__(self, stream: Object, resources: Object, state: State, depth: int) -> None:
        self.stream, self.resources, self.depth = stream, resources, depth
        self.state = state
        self.base = state.matrix
        self.saved: list[State] = []
        self.pieces: list[list[Place]] = []
        self.steps: dict[str, Callable[[list[Object]], None]] = {
            "q": lambda _: self.saved.append(self.state),
            "Q": self.restore,
            "cm": lambda numbers: self.move(Matrix(*map(float, numbers))),
            "m": self.start,
            "l": self.extend,
            "c": self.extend,
            "v": self.extend,
            "y": self.extend,
            "re": self.rectangle,
            "cs": lambda named: self.ink("fill", self.space(named[0])),
            "CS": lambda named: self.ink("stroke", self.space(named[0])),
            "Tr": lambda mode: self.change(text_mode=int(mode[0])),
            "w": lambda width: self.change(line=float(width[0])),
            "gs": self.parameters,
        }

    def read(self) -> Iterator[Paint]:
        for instruction in pikepdf.parse_content_stream(self.stream):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                yield self.image(instruction.iimage.obj)
                continue
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator in self.steps:
                self.steps[operator](operands)
            elif operator.lower() in DEVICE_OPERATORS:
                device = space(Name(DEVICE_OPERATORS[operator.lower()]))
                self.ink(side(operator), device.with_values([float(value) for value in operands]))
            elif operator in {"sc", "scn", "SC", "SCN"}:
                yield from self.set_colour(side(operator), operands)
            else:
                yield from self.paint(operator, operands)

    def paint(self, operator: str, operands: list[Object]) -> Iterator[Paint]:
        if operator in PAINTING:
            yield from self.path(PAINTING[operator])
        elif operator in TEXT:
            over = self.state.overprints("text")
            if self.state.text_mode in FILLING:
                yield Paint("text", self.state.fill, overprints=over)
            if self.state.text_mode in STROKING:
                yield Paint("text", self.state.stroke, overprints=over)
        elif operator == "Do":
            yield from self.show(self.resource(Name.XObject, operands[0]), str(operands[0]))
        elif operator == "sh":
            shading = self.resource(Name.Shading, operands[0])
            if shading is not None:
                yield Paint("shading", self.space(shading.ColorSpace))

    def path(self, kinds: tuple[Kind, ...]) -> Iterator[Paint]:
        """What becomes of the path at hand; a lone point paints nothing."""
        pieces = [piece for piece in self.pieces if len(piece) > 1]
        boxes = tuple(Rectangle.around(piece) for piece in pieces)
        for kind in kinds:
            thick = tuple(map(thickness, pieces)) if kind == "fill" else (self.state.line * self.state.scale,)
            over = self.state.overprints(kind)
            yield Paint(kind, self.state.ink(kind), boxes, thick, overprints=over)
        self.pieces = []

    def show(self, shown: Object | None, named: str) -> Iterator[Paint]:
        """An image or a form."""
        if shown is None:
            return
        if shown.get(Name.Subtype) == Name.Image:
            yield self.image(shown, named.removeprefix("/"))
        elif shown.get(Name.Subtype) == Name.Form:
            yield from self.inside(shown)

    def inside(self, stream: Object) -> Iterator[Paint]:
        """What a form or pattern paints with the state at hand."""
        if self.depth >= DEEPEST:
            return
        own = Matrix(*map(float, stream.get(Name.Matrix, (1, 0, 0, 1, 0, 0))))
        state = replace(self.state, matrix=own @ self.state.matrix)
        yield from Reader(stream, stream.get(Name.Resources, self.resources), state, self.depth + 1).read()

    def image(self, picture: Object, named: str = "") -> Paint:
        box = Rectangle.around(self.at(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
        width, height = (
            int(picture.get(long, picture.get(short, 1)))
            for long, short in ((Name.Width, Name.W), (Name.Height, Name.H))
        )
        # One pixel is a surface, however large it is drawn.
        ppi = self.state.ppi(width, height) if width * height > 1 else 0.0
        if picture.get(Name.ImageMask, picture.get(Name.IM, False)):
            return Paint("fill", self.state.fill, (box,), ppi=ppi, resource=named)
        space_of = picture.get(Name.ColorSpace, picture.get(Name.CS))
        ink = self.space(space_of) if space_of is not None else Ink("other")
        return Paint("image", ink, (box,), ppi=ppi, resource=named)

    def set_colour(self, which: Literal["fill", "stroke"], operands: list[Object]) -> Iterator[Paint]:
        """sc and scn: values in the current space, or a pattern, whose own colours are painted once."""
        if operands and isinstance(operands[-1], Name):
            pattern = self.resource(Name.Pattern, operands[-1])
            if pattern is None:
                return
            if isinstance(pattern, pikepdf.Stream):
                yield from self.inside(pattern)
            elif Name.Shading in pattern:
                yield Paint("shading", self.space(pattern.Shading.ColorSpace))
            return
        now = self.state.fill if which == "fill" else self.state.stroke
        self.ink(which, now.with_values([float(value) for value in operands]))

    def resource(self, kind: Name, name: Object) -> Object | None:
        found = self.resources.get(kind, Dictionary()).get(str(name))
        return found if isinstance(found, Object) else None

    def space(self, named: Object) -> Ink:
        return space(named, self.resources.get(Name.ColorSpace))

    def change(self, **parts: object) -> None:
        self.state = replace(self.state, **parts)  # type: ignore[arg-type]

    def ink(self, which: Literal["fill", "stroke"], ink: Ink) -> None:
        self.change(**{which: ink})

    def parameters(self, named: list[Object]) -> None:
        given = self.resource(Name.ExtGState, named[0])
        if given is not None:
            self.state = self.state.with_parameters(given)

    def move(self, by: Matrix) -> None:
        self.change(matrix=by @ self.state.matrix)

    def restore(self, _operands: list[Object]) -> None:
        if self.saved:
            self.state = self.saved.pop()

    def at(self, x: float, y: float) -> Place:
        return self.state.matrix.transform((x, y))

    def start(self, numbers: list[Object]) -> None:
        self.pieces.append([])
        self.extend(numbers)

    def extend(self, numbers: list[Object]) -> None:
        """Points of a line or curve; a curve lies inside the box of its control points."""
        if not self.pieces:
            self.pieces.append([])
        values = [float(number) for number in numbers]
        self.pieces[-1] += [self.at(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]

    def rectangle(self, numbers: list[Object]) -> None:
        x, y, width, height = (float(number) for number in numbers)
        self.pieces.append(
            [self.at(x, y), self.at(x + width, y), self.at(x + width, y + height), self.at(x, y + height)]
        )


def side(operator: str) -> Literal["fill", "stroke"]:
    """Lower-case colour operators fill, upper-case ones stroke."""
    return "fill" if operator.islower() else "stroke"
