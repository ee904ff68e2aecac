"""What a print shop's preset leaves behind when it changes or goes: its profile, its plates, and their jobs."""

from functools import partial
from typing import Any

from django.db import transaction

from campaigns.kits import batches
from campaigns.kits.models import Plate, PrintJob, PrintShop


def preset_changed(sender: type[PrintShop], instance: PrintShop, **kwargs: Any) -> None:
    """Signal handler for saving and deleting."""
    names = {instance.former_profile, instance.profile.name or ""}
    instance.former_profile = instance.profile.name or ""
    # The preset is saved by then, whatever happens here; what stays goes with the next change.
    transaction.on_commit(partial(clear_away, names), robust=True)


def clear_away(profiles: set[str]) -> None:
    """Take away what no preset has any more; of profiles only those named, since another may be on its way in."""
    presets = list(PrintShop.objects.all())
    used = {preset.profile.name for preset in presets}
    storage = PrintShop._meta.get_field("profile").storage
    for name in profiles - used - {""}:
        storage.delete(name)
    wanted = [batches.for_shop(preset.as_shop()) for preset in presets]
    digests = {combination.shop_digest for batch in wanted for combination in batch.combinations}
    for plate in Plate.objects.exclude(shop="").exclude(shop__in=digests):
        plate.delete()
    PrintJob.objects.filter(batch__startswith=f"{batches.SHOP}:").exclude(
        batch__in=[batch.key for batch in wanted]
    ).delete()
