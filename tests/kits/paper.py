"""What a kit holds, and how its PDFs are read by a program that is not ours."""

import subprocess

FILES = (
    "poster-a1-press.pdf", "poster-a1-tiled.pdf", "poster-b2-press.pdf", "poster-b2-tiled.pdf",
    "poster-a2-press.pdf", "poster-a2-tiled.pdf", "poster-b3-press.pdf", "poster-b3-tiled.pdf",
    "poster-a3-press.pdf", "poster-a3-office.pdf", "poster-a3-tiled.pdf",
    "poster-a4-press.pdf", "poster-a4-office.pdf",
    "flyer-a4-press.pdf", "flyer-a4-office.pdf", "flyer-b5-press.pdf", "flyer-b5-office.pdf",
    "flyer-a5-press.pdf", "flyer-a5-nup.pdf",
    "fan-round240-press.pdf", "fan-round210-press.pdf", "fan-round200-press.pdf", "fan-a4-office.pdf",
    "ticket-a4-office.pdf",
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    """The words of all pages without white space, as Poppler reads them."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(read.stdout.decode().split())
