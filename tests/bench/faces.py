"""Our faces cut down beforehand to everyday characters: a favour to engines that subset a face on every call."""

from pathlib import Path

import uharfbuzz as hb

from print_templates.fonts import FACES


def everyday() -> set[int]:
    """ASCII, kana, full-width forms and the 2,965 kanji of JIS level 1 (rows 1–8 and 16–47 of JIS X 0208)."""
    rows = [*range(1, 9), *range(16, 48)]
    japanese = "".join(
        bytes((row + 0xA0, cell + 0xA0)).decode("euc_jp", errors="ignore")
        for row in rows
        for cell in range(1, 95)
    )
    return {*range(0x20, 0x7F), *map(ord, japanese)}


def cut(folder: Path, texts: str) -> Path:
    """Write every face under its own file name with everyday characters and those of `texts` only."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(everyday() | set(map(ord, texts)))
        whole = hb.Face(hb.Blob.from_file_path(str(face.path)))
        (folder / face.filename).write_bytes(bytes(hb.subset(whole, wanted).blob.data))
    return folder
