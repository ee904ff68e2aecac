"""What is left behind: by a print shop's preset its profile, plates and jobs; by editions their pictures."""

from functools import partial
from typing import Any

from django.db import transaction

from campaigns.kits import batches
from campaigns.kits.models import Plate, PrintJob, PrintShop
from campaigns.models import Edition
from campaigns.pictures import key_pictures


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
    by_key = {preset.key: preset for preset in presets}
    for key in set(PrintJob.objects.values_list("batch", flat=True)):
        if batches.find(key, by_key) is None:
            PrintJob.objects.filter(batch=key).delete()


def edition_gone(sender: type[Edition], instance: Edition, **kwargs: Any) -> None:
    """Signal handler for deleting."""
    transaction.on_commit(clear_pictures_away, robust=True)


def clear_pictures_away() -> None:
    """Take away the converted pictures that no edition prints."""
    needed = Edition.objects.filter(words__picture__digest__isnull=False)
    key_pictures.clear_away(set(needed.values_list("words__picture__digest", flat=True)))
