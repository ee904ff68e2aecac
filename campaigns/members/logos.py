"""Logos converted once, at upload: reading their pixels is all that a print needs."""

from django.db import IntegrityError, transaction

from campaigns.members.models import ConvertedLogo, Organisation
from print_templates.logo import Logo, Pixels, ready
from print_templates.shop import GENERIC, PrintShop


def logo_for(organisation: Organisation, shop: PrintShop = GENERIC) -> Logo | None:
    """The organisation's logo in sRGB and in a print shop's inks; converted now if it has not been before."""
    if not organisation.logo:
        return None
    kept = ConvertedLogo.objects.filter(
        organisation=organisation, source=organisation.logo.name, inks=shop.inks
    ).first()
    return pixels_of(kept or convert(organisation, shop))


def convert(organisation: Organisation, shop: PrintShop) -> ConvertedLogo:
    """Convert and keep; two at once give one. What was kept of an earlier logo goes."""
    source = str(organisation.logo.name)
    made = ready(organisation.logo_png, shop)
    fields = {
        "width": made.office.width, "height": made.office.height, "digest": made.digest,
        "office": made.office.data, "press": made.press.data,
    }  # fmt: skip
    ConvertedLogo.objects.filter(organisation=organisation).exclude(source=source).delete()
    try:
        with transaction.atomic():
            return ConvertedLogo.objects.create(
                organisation=organisation, source=source, inks=shop.inks, **fields
            )
    except IntegrityError:
        return ConvertedLogo.objects.get(organisation=organisation, source=source, inks=shop.inks)


def pixels_of(kept: ConvertedLogo) -> Logo:
    size = kept.width, kept.height
    return Logo(Pixels(*size, 3, bytes(kept.office)), Pixels(*size, 4, bytes(kept.press)), kept.digest)


def organisation_saved(sender: type[Organisation], instance: Organisation, **kwargs: object) -> None:
    """Signal handler: a new logo is converted for the generic print shop at once; of a removed one nothing stays."""
    if not instance.logo:
        ConvertedLogo.objects.filter(organisation=instance).delete()
    logo_for(instance)
