"""Logos for engines that know no ink values."""

import io
from functools import cache

from print_templates.logo import Logo
from print_templates.reference import image


@cache
def jpeg(logo: Logo) -> bytes:
    """A logo as a JPEG, which every engine passes on as it is."""
    out = io.BytesIO()
    image(logo.office).save(out, "JPEG", quality=92)
    return out.getvalue()
