"""Key pictures as editions need them: converted once, kept in private under their digest for as long as they print.

The library's own file may be replaced or deleted at any time; what an edition prints stays.
"""

import hashlib
from collections.abc import Collection
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.utils import timezone
from PIL import Image

from campaigns.pictures.models import Picture
from print_templates.content import KeyPicture
from print_templates.photograph.conversion import ink_jpeg, srgb_jpeg
from print_templates.photograph.original import MOST_BYTES, UnusablePhotograph
from print_templates.sheet import Finish, medium
from print_templates.shop import GENERIC, PrintShop

FOLDER = "key-pictures"
SRGB = "srgb"
#: Raised whenever the same original would be converted otherwise; part of its digest.
CONVERSION_VERSION = 1
#: What nobody has published for so long is not about to be.
UNPUBLISHED = timedelta(days=1)


def key_picture(image: Picture) -> KeyPicture:
    """A picture of the library as an edition names it; converted now if it has not been before.

    Raises UnusablePhotograph with a sentence.
    """
    original = original_of(image)
    digest = hashlib.sha256(b"%d %s" % (CONVERSION_VERSION, original)).hexdigest()
    if not kept(digest, SRGB):
        keep(digest, SRGB, srgb_jpeg(original))
    if not kept(digest, GENERIC.inks):
        keep(digest, GENERIC.inks, ink_jpeg(read(digest, SRGB), GENERIC))
    width, height = size(digest)
    focus_x, focus_y = focus(image)
    return KeyPicture(digest, width, height, focus_x, focus_y, image.default_alt_text)


def original_of(image: Picture) -> bytes:
    """The library's file, as far as one may be that is not too large."""
    try:
        with image.file.open("rb") as file:
            return bytes(file.read(MOST_BYTES + 1))
    except (OSError, ValueError) as error:
        raise UnusablePhotograph("missing") from error


def focus(image: Picture) -> tuple[float, float]:
    """The focal point that staff have set as shares of width and height, else the middle.

    It is set on the upright picture, but counted in the file's own width and height, so that its shares are right.
    """
    point = image.get_focal_point()
    if point is None or not image.width or not image.height:
        return 0.5, 0.5
    shares = point.centroid_x / image.width, point.centroid_y / image.height
    across, down = (round(min(max(share, 0.0), 1.0), 4) for share in shares)
    return across, down


def whole(picture: KeyPicture, finish: Finish, shop: PrintShop = GENERIC) -> bytes:
    """The whole picture as a JPEG in sRGB, for the press in a shop's inks, to which it is converted on first need.

    Raises UnusablePhotograph when it is gone.
    """
    if medium(finish) != "press":
        return read(picture.digest, SRGB)
    if not kept(picture.digest, shop.inks):
        keep(picture.digest, shop.inks, ink_jpeg(read(picture.digest, SRGB), shop))
    return read(picture.digest, shop.inks)


def size(digest: str) -> tuple[int, int]:
    with storage().open(name(digest, SRGB), "rb") as file:
        return Image.open(file).size


def storage() -> Storage:
    return storages["private"]


def name(digest: str, colours: str) -> str:
    return f"{FOLDER}/{digest}-{colours}.jpg"


def kept(digest: str, colours: str) -> bool:
    return storage().exists(name(digest, colours))


def keep(digest: str, colours: str, jpeg: bytes) -> None:
    """Store a conversion; of two at once one stays, which says the same."""
    wanted = name(digest, colours)
    saved = storage().save(wanted, ContentFile(jpeg))
    if saved != wanted:
        storage().delete(saved)


def read(digest: str, colours: str) -> bytes:
    try:
        with storage().open(name(digest, colours), "rb") as file:
            return bytes(file.read())
    except FileNotFoundError as error:
        raise UnusablePhotograph("missing") from error


def clear_away(needed: Collection[str]) -> None:
    """Delete conversions whose digest is not among the needed ones, unless somebody may be about to publish them."""
    try:
        _folders, files = storage().listdir(FOLDER)
    except FileNotFoundError:
        return
    before = timezone.now() - UNPUBLISHED
    for file in files:
        path = f"{FOLDER}/{file}"
        if file.partition("-")[0] not in needed and storage().get_modified_time(path) < before:
            storage().delete(path)
