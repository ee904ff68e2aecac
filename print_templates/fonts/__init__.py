"""Where the installed faces are, and what is said when one is missing.

No font file is committed: `python -m print_templates.fonts.install` builds them from the packages
pinned in package-lock.json, so that the same edition gives the same bytes on every machine.
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: The folder of the built TTF files; an operator moves it with FONT_DIR.
FONT_DIR = Path(os.environ.get("FONT_DIR") or Path(__file__).resolve().parents[2] / "var" / "fonts")


@dataclass(frozen=True)
class Face:
    """One built face: its CSS family and weight, its file, and the package it comes from."""

    family: str
    weight: int
    filename: str
    package: str

    def __hash__(self) -> int:
        """Faces are looked up for every run of text: their file names differ."""
        return hash(self.filename)

    @property
    def path(self) -> Path:
        return FONT_DIR / self.filename


LETTERING = {
    700: Face("Zen Maru Gothic", 700, "zen-maru-gothic-700.ttf", "@fontsource/zen-maru-gothic"),
    900: Face("Zen Maru Gothic", 900, "zen-maru-gothic-900.ttf", "@fontsource/zen-maru-gothic"),
}
BODY = {
    400: Face("BIZ UDPGothic", 400, "biz-udpgothic-400.ttf", "@fontsource/biz-udpgothic"),
    700: Face("BIZ UDPGothic", 700, "biz-udpgothic-700.ttf", "@fontsource/biz-udpgothic"),
}
#: What the body face lacks (rare characters of names such as 𠮷) falls back to this one.
FALLBACK = {
    400: Face("Noto Sans JP", 400, "noto-sans-jp-400.ttf", "@fontsource-variable/noto-sans-jp"),
    700: Face("Noto Sans JP", 700, "noto-sans-jp-700.ttf", "@fontsource-variable/noto-sans-jp"),
}


def faces_of(family: str, package: str) -> dict[int, Face]:
    """The faces of a script of its own: two weights for running text, the heaviest for the phrase."""
    stem = package.rsplit("/", 1)[1]
    return {weight: Face(family, weight, f"{stem}-{weight}.ttf", package) for weight in (400, 700, 900)}


#: The faces of languages that are written in another script, by how their tag begins. One more is one line more.
SCRIPTS = {
    "zh-hans": faces_of("Noto Sans SC", "@fontsource-variable/noto-sans-sc"),
    "zh-hant": faces_of("Noto Sans TC", "@fontsource-variable/noto-sans-tc"),
}
FACES = (
    *LETTERING.values(),
    *BODY.values(),
    *FALLBACK.values(),
    *(face for faces in SCRIPTS.values() for face in faces.values()),
)


def of_script(language: str) -> dict[int, Face] | None:
    """The faces of a language's own script; None where Japanese and Latin letters do."""
    tag = language.lower()
    return next((faces for start, faces in SCRIPTS.items() if tag.startswith(start)), None)


def lettering(weight: int, language: str = "ja") -> Face:
    """The face of the phrase in a language."""
    own = of_script(language)
    return own[max(own)] if own else LETTERING[weight]


def body(weight: int, language: str = "ja") -> Face:
    """The face of running text in a language."""
    return (of_script(language) or BODY)[weight]


def script_style(language: str) -> str:
    """CSS that names the faces of a language's own script before the usual ones; nothing where it has none."""
    if of_script(language) is None:
        return ""
    own = body(400, language).family
    rest = [faces[400].family for faces in (BODY, *SCRIPTS.values(), FALLBACK) if faces[400].family != own]
    families = ",".join(f'"{family}"' for family in (own, *rest))
    return f'html{{--body-face:{families};--lettering-face:"{lettering(900, language).family}"}}'


class MissingFont(RuntimeError):
    """A face is not installed; the message names its package and the command that mends it."""


def missing() -> list[Face]:
    return [face for face in FACES if not face.path.is_file()]


def require() -> None:
    """Raise MissingFont when a face is not installed: a poster in a substitute face is a wrong poster."""
    absent = missing()
    if absent:
        packages = ", ".join(sorted({face.package for face in absent}))
        raise MissingFont(f"Fonts of {packages} are not installed in {FONT_DIR}. Run: make fonts")


@cache
def fontconfig_file() -> Path:
    """A private fontconfig that names only our faces, so that a machine's own fonts cannot slip in."""
    require()
    path = FONT_DIR / "fonts.conf"
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{FONT_DIR}</dir><cachedir>{FONT_DIR / 'cache'}</cachedir></fontconfig>\n"
    )
    if not path.is_file() or path.read_text() != text:
        path.write_text(text)
    return path
