"""Whether an uploaded file really is a CMYK output profile (ICC.1:2010, 7.2)."""

from io import BytesIO

from PIL import ImageCms

#: Large output profiles have 2–3 MB; every press file carries its own.
MOST_BYTES = 4 * 1024 * 1024
#: The header's length, and where in it stand size, device class, colour space and signature.
HEADER = 128
SIZE, DEVICE_CLASS, COLOUR_SPACE, SIGNATURE = (slice(at, at + 4) for at in (0, 12, 16, 36))


class UnusableProfile(ValueError):
    """The upload cannot be a print shop's profile; `reason`: too_large, not_a_profile, not_cmyk, not_output, damaged."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def checked(upload: bytes) -> bytes:
    """The same bytes when they are a CMYK output profile. Raises UnusableProfile."""
    if len(upload) > MOST_BYTES:
        raise UnusableProfile("too_large")
    if len(upload) < HEADER or upload[SIGNATURE] != b"acsp":
        raise UnusableProfile("not_a_profile")
    if upload[COLOUR_SPACE] != b"CMYK":
        raise UnusableProfile("not_cmyk")
    if upload[DEVICE_CLASS] != b"prtr":
        raise UnusableProfile("not_output")
    if int.from_bytes(upload[SIZE], "big") != len(upload) or not converts(upload):
        raise UnusableProfile("damaged")
    return upload


def converts(profile: bytes) -> bool:
    """Whether colours can be converted with it, as pictures and logos are."""
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), opened, "RGB", "CMYK")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True
