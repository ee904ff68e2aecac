"""What the kit page offers for a need: few files, the recommended one first."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from campaigns.kits.choices import Choice, parameters, query
from campaigns.kits.kit import Kit
from campaigns.kits.needs import NEEDS, Need, Preset
from campaigns.kits.shelf import ShelfFile, shelf_file, title_of


@dataclass(frozen=True)
class Offer:
    """One file that suits a need, with its name in words and why one would take it."""

    shown: ShelfFile
    title: str
    sentence: str | Promise

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages to picture: of glued sheets the first, which shows them all."""
        file = self.shown.file
        return (1,) if file.combination.finish == "tiled" else tuple(range(1, file.surfaces + 1))

    @property
    def is_round(self) -> bool:
        """Whether its picture is cut round."""
        sheet = self.shown.file.combination.sheet
        return sheet.die is not None and sheet.paper is None


def offers(kit: Kit, preset: Preset) -> list[Offer]:
    """What of a kit suits, the recommended one first."""
    return [
        Offer(shelf_file(file), title_of(file.combination), pick.sentence)
        for pick, file in preset.files(kit.files)
    ]


@dataclass(frozen=True)
class NeedChoice(Choice):
    """A need as one of the large choices at the top of the page."""

    key: str
    sentence: str | Promise


def need_choices(kit: Kit, chosen: str) -> list[NeedChoice]:
    """The needs as links that keep everything but what the page shows."""
    return [
        NeedChoice(
            str(need.label), address(kit, {"need": need.key}), need.key == chosen, need.key, need.sentence
        )
        for need in NEEDS.values()
    ]


def preset_choices(kit: Kit, need: Need, chosen: Preset) -> list[Choice]:
    """The presets of a need as links; none when there is nothing to choose."""
    if len(need.presets) == 1:
        return []
    return [
        Choice(str(preset.label), address(kit, {"need": need.key, "size": preset.key}), preset == chosen)
        for preset in need.presets
    ]


def address(kit: Kit, page: Mapping[str, str]) -> str:
    return reverse("kits:kit", args=[kit.slug]) + query({**page, **parameters(kit)})
