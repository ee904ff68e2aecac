"""What somebody wants to do with prints, and the files that suit: the first of each is recommended."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaigns.kits.kit_file import KitFile
from print_templates.sheet import Finish

#: A text that is translated when it is shown.
Sentence = str | Promise


@dataclass(frozen=True)
class Pick:
    """A design on a sheet in a finish, and why one would take it."""

    design: str
    sheet: str
    finish: Finish
    sentence: Sentence


@dataclass(frozen=True)
class Preset:
    """Files for one kind of place, such as a notice board of a certain size, the recommended one first."""

    key: str
    label: Sentence
    picks: tuple[Pick, ...]

    def files(self, files: Sequence[KitFile]) -> list[tuple[Pick, KitFile]]:
        """Those of a kit's files that suit, in order; what the kit does not have is left out."""
        by_print = {
            (file.combination.design.key, file.combination.sheet.key, file.combination.finish): file
            for file in files
        }
        found = ((pick, by_print.get((pick.design, pick.sheet, pick.finish))) for pick in self.picks)
        return [(pick, file) for pick, file in found if file is not None]


@dataclass(frozen=True)
class Need:
    """Something to do with prints; `ask` is the question that its presets answer, empty with a single one."""

    key: str
    label: Sentence
    sentence: Sentence
    presets: tuple[Preset, ...]
    ask: Sentence = ""

    def preset(self, key: str) -> Preset:
        """The preset of that key, or the first."""
        return next((preset for preset in self.presets if preset.key == key), self.presets[0])


GLUED = _("Sheets for your own printer, to glue together.")
TO_THE_SHOP = _("A file for the print shop.")

BOARD = Need(
    "board",
    _("Hang it on a notice board"),
    _("A poster that is read in passing."),
    (
        Preset(
            "a3",
            _("A3, upright"),
            (
                Pick(
                    "poster", "a3", "office", _("One sheet from an A3 printer or from a convenience store.")
                ),
                Pick("poster", "a3", "tiled", GLUED),
                Pick("poster", "a3", "press", TO_THE_SHOP),
            ),
        ),
        Preset(
            "b3",
            _("B3, upright"),
            (Pick("poster", "b3", "tiled", GLUED), Pick("poster", "b3", "press", TO_THE_SHOP)),
        ),
        Preset(
            "a4",
            _("Little room"),
            (
                Pick("poster", "a4", "office", _("One sheet from any printer.")),
                Pick("poster", "a4", "press", TO_THE_SHOP),
            ),
        ),
        Preset(
            "large",
            _("A large wall"),
            (
                Pick("poster", "a2", "tiled", GLUED),
                Pick("poster", "a2", "press", TO_THE_SHOP),
                Pick("poster", "b2", "press", TO_THE_SHOP),
                Pick("poster", "a1", "press", TO_THE_SHOP),
            ),
        ),
    ),
    _("How large is the board?"),
)
COUNTER = Need(
    "counter",
    _("Lay it on a counter"),
    _("A flyer with two sides: the phrase in front, places and telephone numbers behind."),
    (
        Preset(
            "flyer",
            _("Flyer"),
            (
                Pick("flyer", "a4", "office", _("Easy to read. Print it on both sides.")),
                Pick("flyer", "a5", "nup", _("Half the paper: two on one A4 sheet, cut in the middle.")),
                Pick("flyer", "b5", "office", _("Fits stands for B5.")),
                Pick("poster", "a4", "office", _("To stand beside the flyers.")),
            ),
        ),
    ),
)
EVENT = Need(
    "event",
    _("Hand it out at an event"),
    _("A paper fan for the summer, a small flyer for every other day."),
    (
        Preset(
            "fan",
            _("Paper fan"),
            (
                Pick(
                    "fan",
                    "a4",
                    "office",
                    _(
                        "Print it on A4, cut it out and glue both sides together with thick paper between them."
                    ),
                ),
                Pick(
                    "fan",
                    "round240",
                    "press",
                    _("For the print shop: on board, cut with a hole for the thumb."),
                ),
                Pick("flyer", "a5", "nup", _("A small flyer: two on one A4 sheet.")),
                Pick("flyer", "a5", "press", _("Small flyers in quantity from the print shop.")),
            ),
        ),
    ),
)
SHOP = Need(
    "shop",
    _("Have it printed"),
    _("Everything that a print shop needs in one ZIP: press files, the job ticket and hints for the order."),
    (
        Preset(
            "press",
            _("Print shop"),
            (
                Pick("poster", "a2", "press", _("For walls and large boards.")),
                Pick("poster", "b3", "press", _("For notice boards of towns and neighbourhoods.")),
                Pick("flyer", "a4", "press", _("Two sides.")),
                Pick("fan", "round240", "press", _("On board, cut with a hole for the thumb.")),
                Pick("ticket", "a4", "office", _("What the print shop asks for, and hints for the order.")),
            ),
        ),
    ),
)
NEEDS = {need.key: need for need in (BOARD, COUNTER, EVENT, SHOP)}
#: What the kit page shows to whoever has not chosen yet, and what shows every file.
FIRST, EVERYTHING = "board", "all"
#: What is wanted of prints for a place, by what hangs or lies there.
BY_MATERIAL = {"poster": "board", "flyer": "counter", "fan": "event"}
