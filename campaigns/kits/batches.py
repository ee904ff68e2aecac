"""Combinations that are built together: the default set, a print shop's press files, large sheets on A3."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaigns.kits.combinations import USUAL_PAPER, Combination, chosen, press, ticket
from campaigns.kits.models import PrintShop
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands

DEFAULT, ON_A3, SHOP = "default", "a3", "shop"


@dataclass(frozen=True)
class Batch:
    """`key` is kept in a PrintJob; a print shop's has the digest of its demands in it."""

    key: str
    combinations: tuple[Combination, ...]


def default() -> Batch:
    """What everybody needs: built when a campaign is published."""
    return Batch(DEFAULT, tuple(chosen()))


def on_a3() -> Batch:
    """Large posters on A3 paper."""
    return Batch(ON_A3, tuple(each for each in chosen(paper="a3") if each.paper == "a3"))


def for_shop(shop: Demands) -> Batch:
    """All press files as one print shop wants them, and their job ticket."""
    return Batch(f"{SHOP}:{shop.key}:{shop.digest}", (*press(shop), ticket(shop)))


def needed(shop: Demands = GENERIC, paper: str = USUAL_PAPER) -> list[Batch]:
    """The batches that a kit for a print shop and a paper is made of."""
    batches = [default()]
    if shop.key:
        batches.append(for_shop(shop))
    if paper == "a3":
        batches.append(on_a3())
    return batches


def find(key: str, presets: Mapping[str, PrintShop] | None = None) -> Batch | None:
    """The batch of a job; None when the print shop is gone or wants something else by now.

    `presets` are all print shops by key, for whoever looks up many.
    """
    if key == DEFAULT:
        return default()
    if key == ON_A3:
        return on_a3()
    wanted = shop_key(key)
    preset = presets.get(wanted) if presets is not None else PrintShop.objects.filter(key=wanted).first()
    batch = for_shop(preset.as_shop()) if preset else None
    return batch if batch is not None and batch.key == key else None


def holding(combination: Combination) -> Batch:
    """The batch in which a combination is built."""
    return needed(combination.shop, combination.paper)[-1]


def shop_key(key: str) -> str:
    """The key of the print shop of a batch's key; empty for the other batches."""
    return key.split(":")[1] if key.startswith(f"{SHOP}:") else ""


def title(key: str, shops: dict[str, str]) -> str:
    """What a batch is called; `shops` has the names of print shops by key."""
    if key == DEFAULT:
        return _("Usual set")
    if key == ON_A3:
        return _("Large posters on A3")
    return _("For %(shop)s") % {"shop": shops.get(shop_key(key), shop_key(key))}


def everything() -> Iterator[Combination]:
    """Every combination that could be asked for by name, the usual ones first."""
    yield from default().combinations
    yield from on_a3().combinations
    for preset in PrintShop.objects.all():
        yield from for_shop(preset.as_shop()).combinations
