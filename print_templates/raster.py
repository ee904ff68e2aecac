"""PDF pages as pictures; the only importer of pypdfium2."""

from io import BytesIO

import pypdfium2
from PIL import Image


def page_count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def png(image: Image.Image, *, effort: int = 6) -> bytes:
    """A picture as PNG. `effort` from 1 to 9 makes it smaller and takes longer: 1 a quarter of the time of 6."""
    out = BytesIO()
    image.save(out, "PNG", optimize=False, compress_level=effort)
    return out.getvalue()


def picture(pdf: bytes, width: int, *, page: int = 0) -> Image.Image:
    """One page, cut to its trim box, `width` pixels wide: the artefact as it will hang."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        source = document[page]
        left, bottom, right, top = source.get_trimbox()
        _, _, media_width, media_height = source.get_mediabox()
        crop = (left, bottom, media_width - right, media_height - top)
        return source.render(scale=width / (right - left), crop=crop).to_pil().convert("RGB")
    finally:
        document.close()
