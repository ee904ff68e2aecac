"""Invented organisations, the same in every run: names of every length, a telephone, a code and a logo each."""

import io
import random
from functools import cache
from itertools import product

from PIL import Image, ImageDraw

from print_templates import logo, qr
from print_templates.content import Imprint
from print_templates.proof import HOST

KINDS = ("", "NPO法人", "特定非営利活動法人", "社会福祉法人", "一般社団法人", "株式会社")
PLACES = ("みどり台", "かもめ町", "潮見", "北の丘", "本町", "髙﨑", "𠮷野", "渡邊", "あおば", "Harbour")
WORKS = ("子ども食堂", "見守り", "おしゃべり", "花だん", "商店", "読書", "薬局", "Café", "ラジオ体操", "将棋")
ENDS = ("の会", "の家", "クラブ", "ひろば", "組合", "の輪", "サロン", "ネット")
#: Letters of codes.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
COLOURS = ("#1d5fa8", "#e07a1f", "#3a8f5c", "#b0304f", "#6b4fa0", "#f2c230", "#20818c", "#444444")


@cache
def names() -> list[str]:
    """4,800 different names in a fixed disorder."""
    found = ["".join(parts) for parts in product(KINDS, PLACES, WORKS, ENDS)]
    random.Random(3).shuffle(found)
    return found


def name(number: int) -> str:
    """The name of an organisation; beyond the list they are branches of the earlier ones."""
    branch, place = divmod(number, len(names()))
    return names()[place] + (f"第{branch + 1}支部" if branch else "")


def code(number: int) -> str:
    """A code of seven letters, different for every number below ten thousand."""
    chosen = random.Random(number)
    tail = "".join(chosen.choice(LETTERS) for _ in range(4))
    return "".join(LETTERS[number // 31**power % 31] for power in range(3)) + tail


@cache
def mark(number: int) -> logo.Logo:
    """A logo as it is ready after upload: 600 pixels wide, discs in some of eight colours."""
    chosen = random.Random(number)
    height = chosen.choice((200, 300, 450, 600))
    image = Image.new("RGB", (600, height), chosen.choice(COLOURS))
    draw = ImageDraw.Draw(image)
    for _ in range(chosen.randint(2, 6)):
        x, y, radius = chosen.randint(0, 600), chosen.randint(0, height), chosen.randint(30, 160)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), chosen.choice(COLOURS))
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=1)
    return logo.ready(logo.prepare(out.getvalue()))


@cache
def encoded(url: str) -> qr.Code:
    """The code as it is kept with its link."""
    return qr.encode(url)


def member(number: int, *, logo_of: int | None = None, code_of: int | None = None) -> Imprint:
    """One organisation; `logo_of` and `code_of` lend it the logo and code of another."""
    letters = code(number if code_of is None else code_of)
    url = f"HTTPS://{HOST.upper()}/Q/{letters}"
    return Imprint(
        url=url,
        address=f"{HOST}/q/{letters}",
        name=name(number),
        contact=f"電話 045-000-{number:04d}",
        logo=mark(number if logo_of is None else logo_of),
        code_alternative=f"{HOST}/q/{letters}",
        code=encoded(url),
    )


def pool(size: int) -> list[Imprint]:
    """That many different organisations, each with a code and a logo of its own."""
    return [member(number) for number in range(size)]
