"""What is handed to the print shop: frozen words of an edition, and what is imprinted for one member."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from print_templates.logo import Logo
from print_templates.qr import Code


@dataclass(frozen=True)
class SmallThing:
    """One small thing to try, for the back of the fan."""

    title: str
    text: str


@dataclass(frozen=True)
class Place:
    """A case as it is printed: a place or activity near by."""

    name: str
    area: str
    address: str
    summary: str
    #: The municipality's code, by which the nearest places are found.
    area_code: str = ""

    @property
    def whereabouts(self) -> str:
        """Area and address on one line; an address that says its area says it once."""
        return self.address if self.area in self.address else f"{self.area} {self.address}".rstrip()


@dataclass(frozen=True)
class DeskLine:
    """A desk as it is printed: what it is for, its number, and its hours in plain words."""

    name: str
    phone: str
    hours: str
    topics: str = ""


@dataclass(frozen=True)
class ChartPart:
    label: str
    value: float


@dataclass(frozen=True)
class Chart:
    """A cited figure with the parts of its distribution in percent; `alternative` says it in words."""

    title: str
    value: str
    unit: str
    source: str
    alternative: str
    parts: tuple[ChartPart, ...] = ()


@dataclass(frozen=True)
class Reading:
    """How a word of the prints is read (ふりがな)."""

    word: str
    reading: str


@dataclass(frozen=True)
class Audience:
    """Words of its own for some readers, such as people at work; empty ones are the campaign's."""

    key: str
    label: str
    sub_copy: str = ""
    lead: str = ""


@dataclass(frozen=True)
class KeyPicture:
    """The campaign's photograph: what names its file, its size in pixels, its focal point, what it shows.

    `focus_x` and `focus_y` are shares of the picture's width and height.
    """

    digest: str
    width: int
    height: int
    focus_x: float = 0.5
    focus_y: float = 0.5
    alternative: str = ""


@dataclass(frozen=True)
class Content:
    """All words of one edition in one language. `edition` 0 is an unpublished proof.

    `variant` is which of its versions this is (`print_templates.variants`); an edition keeps the standard one.
    """

    phrase: str
    theme: str
    title: str
    issuer: str
    language: str = "ja"
    edition: int = 0
    #: The day the edition was published (ISO 8601); empty for a proof.
    published: str = ""
    reading: str = ""
    sub_copy: str = ""
    lead: str = ""
    starts: str = ""
    ends: str = ""
    issuer_note: str = ""
    contact: str = ""
    loose_ties: str = ""
    #: The host people may type and trust, such as tsunagari.example.jp.
    site_host: str = ""
    small_things: tuple[SmallThing, ...] = ()
    places: tuple[Place, ...] = ()
    desks: tuple[DeskLine, ...] = ()
    chart: Chart | None = None
    variant: str = "standard"
    readings: tuple[Reading, ...] = ()
    audiences: tuple[Audience, ...] = ()
    picture: KeyPicture | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back to an equal Content."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        known = {field.name for field in fields(cls)}
        words = {key: value for key, value in data.items() if key in known}
        words["small_things"] = tuple(SmallThing(**item) for item in words.get("small_things", ()))
        words["places"] = tuple(Place(**item) for item in words.get("places", ()))
        words["desks"] = tuple(DeskLine(**item) for item in words.get("desks", ()))
        chart = words.get("chart")
        if chart is not None:
            parts = tuple(ChartPart(**part) for part in chart.get("parts", ()))
            words["chart"] = Chart(**{**chart, "parts": parts})
        words["readings"] = tuple(Reading(**item) for item in words.get("readings", ()))
        words["audiences"] = tuple(Audience(**item) for item in words.get("audiences", ()))
        picture = words.get("picture")
        words["picture"] = KeyPicture(**picture) if picture else None
        return cls(**words)


@dataclass(frozen=True)
class Imprint:
    """What is laid into a plate's panels. An empty `name` is the unbranded kit of the network itself.

    `logo` is what `logo.ready` made at upload, `code` what `qr.encode` made when the link was issued; without
    the latter the code is encoded now, which takes longer than all the rest.
    """

    url: str
    address: str
    name: str = ""
    contact: str = ""
    logo: Logo | None = None
    #: What a screen reader says of the code; the address when empty.
    code_alternative: str = ""
    code: Code | None = None
    #: Further texts, one for each of the panel's `lines`.
    lines: tuple[str, ...] = ()
    #: The places nearest to the organisation, one for each of the panel's `places`.
    places: tuple[Place, ...] = ()
    #: A sentence of the organisation's own, between name and contact.
    message: str = ""
    #: What is to be written by hand instead of name and contact, one label for each of the panel's `blanks`.
    by_hand: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """Names everything that is imprinted."""
        logo = self.logo.digest if self.logo else ""
        parts = [self.url, self.address, self.name, self.message, self.contact, logo, self.code_alternative]
        parts += (*self.lines, f"{len(self.by_hand)} by hand", *self.by_hand)
        for place in self.places:
            parts += (place.name, place.area, place.address, place.summary)
        return "\0".join(parts)
