"""Combinations that are built together: the default set, a print shop's press files, large sheets on A3."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaigns.kits.combinations import USUAL_PAPER, Combination, chosen, press, ticket
from campaigns.kits.models import PrintShop
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands
from print_templates.variants import STANDARD

DEFAULT, ON_A3, SHOP, VARIANT = "default", "a3", "shop", "variant"


@dataclass(frozen=True)
class Batch:
    """`key` is kept in a PrintJob: "default", "a3", or "shop:KEY:DIGEST" with the digest of the shop's demands.

    A variant's batches are "variant:NAME", "variant:NAME:a3" and "variant:NAME:shop:KEY:DIGEST".
    """

    key: str
    combinations: tuple[Combination, ...]


def default(variant: str = STANDARD) -> Batch:
    """What everybody needs: of the standard variant built when a campaign is published."""
    return Batch(key_of(variant, DEFAULT), tuple(chosen(variant=variant)))


def on_a3(variant: str = STANDARD) -> Batch:
    """Large posters on A3 paper."""
    tiled = tuple(each for each in chosen(paper="a3", variant=variant) if each.paper == "a3")
    return Batch(key_of(variant, ON_A3), tiled)


def for_shop(shop: Demands, variant: str = STANDARD) -> Batch:
    """All press files as one print shop wants them, and their job ticket."""
    key = key_of(variant, f"{SHOP}:{shop.key}:{shop.digest}")
    return Batch(key, (*press(shop, variant), ticket(shop, variant)))


def key_of(variant: str, part: str) -> str:
    if variant == STANDARD:
        return part
    return f"{VARIANT}:{variant}" + ("" if part == DEFAULT else f":{part}")


def parts_of(key: str) -> tuple[str, str]:
    """The variant and the rest of a batch's key, as `key_of` takes them."""
    if not key.startswith(f"{VARIANT}:"):
        return STANDARD, key
    variant, _colon, part = key.removeprefix(f"{VARIANT}:").partition(":")
    return variant, part or DEFAULT


def needed(shop: Demands = GENERIC, paper: str = USUAL_PAPER, variant: str = STANDARD) -> list[Batch]:
    """The batches that a kit of a variant for a print shop and a paper is made of."""
    batches = [default(variant)]
    if shop.key:
        batches.append(for_shop(shop, variant))
    if paper == "a3":
        batches.append(on_a3(variant))
    return batches


def find(key: str, presets: Mapping[str, PrintShop] | None = None) -> Batch | None:
    """The batch of a job; None when the print shop is gone or wants something else by now.

    `presets` are all print shops by key, for whoever looks up many.
    """
    variant, part = parts_of(key)
    if part == DEFAULT:
        return default(variant)
    if part == ON_A3:
        return on_a3(variant)
    wanted = shop_key(key)
    preset = presets.get(wanted) if presets is not None else PrintShop.objects.filter(key=wanted).first()
    batch = for_shop(preset.as_shop(), variant) if preset else None
    return batch if batch is not None and batch.key == key else None


def holding(combination: Combination) -> Batch:
    """The batch in which a combination is built."""
    return needed(combination.shop, combination.paper, combination.variant)[-1]


def shop_key(key: str) -> str:
    """The key of the print shop of a batch's key; empty for the other batches."""
    part = parts_of(key)[1]
    return part.split(":")[1] if part.startswith(f"{SHOP}:") else ""


def title(key: str, shops: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """What a batch is called; `shops` has the names of print shops by key, `labels` those of variants."""
    variant, part = parts_of(key)
    if part == DEFAULT:
        prints = _("Usual set")
    elif part == ON_A3:
        prints = _("Large posters on A3")
    else:
        prints = _("For %(shop)s") % {"shop": shops.get(shop_key(key), shop_key(key))}
    if variant == STANDARD:
        return prints
    return _("%(variant)s: %(prints)s") % {"variant": labels.get(variant, variant), "prints": prints}


def everything(variants: Iterable[str] = (STANDARD,)) -> Iterator[Combination]:
    """Every combination of some variants that could be asked for by name, the usual ones first."""
    presets: list[Demands] | None = None
    for variant in variants:
        yield from default(variant).combinations
        yield from on_a3(variant).combinations
        if presets is None:
            presets = [preset.as_shop() for preset in PrintShop.objects.all()]
        for shop in presets:
            yield from for_shop(shop, variant).combinations
