"""Photographs of what hangs: made small and clean when they come in, gone when nothing needs them."""

import io
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from campaigns.links.models import Placement
from print_templates.logo import MOST_BYTES, MOST_PIXELS
from print_templates.photograph.original import converted

#: What Pillow calls the files that may come in; a phone's JPEG with a second picture inside is an MPO.
FORMATS = {"PNG", "JPEG", "WEBP", "MPO"}
#: Of a photograph kept, in pixels: enough to see what hangs where.
LONGER_SIDE = 1600
#: The brands of ISO 23008-12 in the first box of a file, by which an iPhone's photograph is told.
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")

#: What to say for each reason a photograph is refused.
PROBLEMS = {
    "too_large": _("This file is larger than 5 MB. Please choose a smaller one."),
    "heic": _(
        "This is a HEIC file, which many computers cannot show. "
        "Please save the photograph as JPEG, or take a screenshot of it, and choose that."
    ),
    "not_an_image": _("This file is not a picture. Please choose a PNG, JPEG or WebP file."),
    "format": _("Please choose a PNG, JPEG or WebP file."),
    "pixels": _("This picture has more than 25 megapixels. Please choose a smaller one."),
    "frames": _("This picture moves. Please choose a photograph."),
    "damaged": _("This picture is damaged. Please save it again and try once more."),
}


class UnusablePhoto(ValueError):
    """The upload cannot be kept; `reason` is a key of PROBLEMS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def prepare(upload: bytes) -> bytes:
    """A JPEG of the upload: turned upright, at most 1,600 px, nothing but pixels. Raises UnusablePhoto."""
    image = opened(upload)
    try:
        image.load()
        profile = image.info.get("icc_profile") or b""
        flat = converted(ImageOps.exif_transpose(image) or image, profile)
        flat.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.LANCZOS)
        # Pasted, because a copy of the image would take its metadata along.
        clean = Image.new("RGB", flat.size)
        clean.paste(flat)
        out = io.BytesIO()
        clean.save(out, "JPEG", quality=82, optimize=True)
    except Exception as error:  # a broken file makes the decoders raise whatever they stumble over
        raise UnusablePhoto("damaged") from error
    return out.getvalue()


def opened(upload: bytes) -> Image.Image:
    """The upload as an image whose kind and size are allowed, but whose pixels are not yet read."""
    if len(upload) > MOST_BYTES:
        raise UnusablePhoto("too_large")
    if upload[4:8] == b"ftyp" and upload[8:12] in HEIC_BRANDS:
        raise UnusablePhoto("heic")
    try:
        image = Image.open(io.BytesIO(upload))
        moves = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
    except Image.DecompressionBombError as error:
        raise UnusablePhoto("pixels") from error
    except Exception as error:  # as above
        raise UnusablePhoto("not_an_image") from error
    if image.format not in FORMATS:
        raise UnusablePhoto("format")
    if image.width * image.height > MOST_PIXELS:
        raise UnusablePhoto("pixels")
    if moves:
        raise UnusablePhoto("frames")
    return image


def keep(placement: Placement, photo: ContentFile[bytes] | None) -> None:
    """Keep a clean photograph in place of the present one, or with None nothing; the old file goes."""
    old = placement.photo.name
    if photo is None:
        placement.photo = ""
    else:
        placement.photo.save(f"{get_random_string(16)}.jpg", photo, save=False)
    placement.save(update_fields=["photo"])
    forget(placement, old)


def forget(placement: Placement, name: str | None) -> None:
    """Delete a file that no placement needs, once that is certain."""
    if name:
        transaction.on_commit(lambda: placement.photo.storage.delete(name))


def placement_deleted(instance: Placement, **_kwargs: Any) -> None:
    """A signal's receiver: whatever deletes a placement, its photograph goes with it."""
    forget(instance, instance.photo.name)
