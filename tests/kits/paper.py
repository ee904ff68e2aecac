"""What a kit holds, and how its PDFs are read by a program that is not ours."""

import subprocess

FILES = (
    "poster-a2-press.pdf", "poster-a2-office.pdf", "poster-a3-press.pdf", "poster-a3-office.pdf",
    "poster-a4-press.pdf", "poster-a4-office.pdf", "flyer-a4-press.pdf", "flyer-a4-office.pdf",
    "fan-round240-press.pdf", "fan-a4-office.pdf",
)  # fmt: skip


def text_of(pdf: bytes) -> str:
    """The words of all pages without white space, as Poppler reads them."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(read.stdout.decode().split())
