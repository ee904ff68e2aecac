"""What a member chooses on the kit page, each choice a link that keeps the rest, and how addresses say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from campaigns.kits.combinations import USUAL_PAPER
from campaigns.kits.kit import Kit
from campaigns.kits.models import PrintShop
from print_templates import variants
from print_templates.sheet import PAPERS
from print_templates.variants import STANDARD

#: The order of parameters: what the page shows, which kit, and its words.
ORDER = ("need", "size", "variant", "shop", "paper", "placement", "language", "name", "message", "contact")


@dataclass(frozen=True)
class Choice:
    """A link that changes one thing; the chosen one is marked."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Choices:
    """Variants, print shops (none when staff have entered none), and papers for what is glued together.

    What leaves nothing to choose is empty.
    """

    variants: tuple[Choice, ...]
    shops: tuple[Choice, ...]
    papers: tuple[Choice, ...]


def choices(kit: Kit, page: Mapping[str, str], presets: Sequence[PrintShop]) -> Choices:
    """Links that keep the rest of the choice, and what the page itself shows (`page`)."""
    kept = {**page, **parameters(kit)}

    def link(label: str, name: str, value: str, usual: str) -> Choice:
        changed = {key: old for key, old in kept.items() if key != name}
        if value != usual:
            changed[name] = value
        return Choice(
            label, reverse("kits:kit", args=[kit.slug]) + query(changed), kept.get(name, usual) == value
        )

    labels = variants.labels(kit.edition.content)
    versions = [link(label, "variant", key, STANDARD) for key, label in labels.items()]
    shops = [link(_("Any print shop"), "shop", "", "")] if presets else []
    shops += [link(preset.name, "shop", preset.key, "") for preset in presets]
    tiled = any(each.finish == "tiled" for each in kit.combinations)
    papers = [link(key.upper(), "paper", key, USUAL_PAPER) for key in PAPERS] if tiled else []
    return Choices(tuple(versions if len(versions) > 1 else []), tuple(shops), tuple(papers))


def parameters(kit: Kit) -> dict[str, str]:
    """The choice that leads to a kit, as an address says it; nothing for the usual one."""
    chosen = {"variant": kit.variant, "shop": kit.shop.key, "paper": kit.paper}
    usual = {"variant": STANDARD, "shop": "", "paper": USUAL_PAPER}
    return {key: value for key, value in chosen.items() if value != usual[key]} | words_of(kit)


def words_of(kit: Kit) -> dict[str, str]:
    """What a file's name does not say: the language, the place it is for, and the organisation's own words."""
    place = {"placement": str(kit.placement.pk)} if kit.placement is not None else {}
    return ({"language": kit.language} if kit.language else {}) | place | kit.wording.parameters


def query(parameters: Mapping[str, str]) -> str:
    """Parameters as they follow an address, in one order, so that equal choices are equal addresses."""
    known = {key: parameters[key] for key in ORDER if key in parameters}
    return f"?{urlencode({**known, **parameters})}" if parameters else ""


def query_of(kit: Kit) -> str:
    """The choice that leads to a kit."""
    return query(parameters(kit))
