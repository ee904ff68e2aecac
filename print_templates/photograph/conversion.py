"""A photograph converted once: a JPEG in sRGB, and one in the inks of a print shop."""

import io

from PIL import Image

from print_templates.logo import in_ink, within
from print_templates.photograph.original import in_srgb, strips
from print_templates.shop import PrintShop

#: JPEG qualities of what is kept, and of what is cut from it for a sheet: the loss is seen at no viewing distance.
KEPT, CUT = 95, 88
#: Percent of ink that later steps may add: resampling and JPEG both round a little upwards.
HEADROOM = 6


def srgb_jpeg(original: bytes) -> bytes:
    """The photograph upright in sRGB, without metadata. Raises UnusablePhotograph."""
    return jpeg(in_srgb(original), KEPT)


def ink_jpeg(srgb: bytes, shop: PrintShop) -> bytes:
    """What `srgb_jpeg` made, in a print shop's inks and within its limit."""
    image = Image.open(io.BytesIO(srgb))
    image.load()
    inked = Image.new("CMYK", image.size)
    for top, strip in strips(image):
        inked.paste(within(in_ink(strip, shop.profile), shop.ink_limit - HEADROOM), (0, top))
    return jpeg(inked, KEPT)


def jpeg(image: Image.Image, quality: int) -> bytes:
    """The bytes of a new image, which has no metadata that could be saved with it."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()
