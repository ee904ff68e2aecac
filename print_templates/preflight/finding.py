"""What is found wrong with a PDF, and what the PDF is meant to be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from print_templates.sheet import BLEED, Finish

#: An error keeps a file from being offered; a warning is worth a look before a thousand copies are printed.
Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: the check's key, one sentence that says what to do, and the page from 1.

    `field` is what causes it, by a key of fields.LABELS; empty when it is the design or the file itself.
    `artefact` is the file's name in a kit without its ending, such as poster-a2-press; empty when unknown.
    """

    check: str
    message: str
    page: int | None = None
    severity: Severity = "error"
    field: str = ""
    artefact: str = ""


@dataclass(frozen=True)
class Expected:
    """What the file is meant to be, as far as is known; what is empty is not checked.

    `name` is the file's name in a kit, `url` the code's text, `trim_mm` width and height after cutting,
    `fields` the words by their field's key (fields.fields_of), `ink_limit` a print shop's own limit in percent,
    `bleed_mm` what it asks for around the trim, `marks` whether it wants crop marks (None: when there is room).
    """

    name: str = ""
    url: str = ""
    trim_mm: tuple[float, float] | None = None
    pages: int | None = None
    finish: Finish | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    ink_limit: int | None = None
    bleed_mm: float = BLEED
    marks: bool | None = None

    @property
    def artefact(self) -> str:
        """The name without its ending, such as poster-a2-press."""
        return self.name.removesuffix(".pdf")

    @property
    def is_tiled(self) -> bool:
        """Whether each page is a part of a poster that is glued together."""
        return self.finish == "tiled" or "tiled" in self.artefact.split("-")
