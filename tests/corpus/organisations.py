"""Organisations as nobody would invent them by hand: every script, every length, logos of odd shapes."""

import io
import unicodedata

from hypothesis import strategies as st
from PIL import Image, ImageDraw

from print_templates import logo
from print_templates.content import Imprint
from print_templates.proof import HOST
from tests.bench.faces import everyday
from tests.bench.members import LETTERS

#: The most characters of a name (BARS 3).
LONGEST = 60

EVERYDAY = sorted(character for code in everyday() if not (character := chr(code)).isspace())
KANJI = [character for character in EVERYDAY if "一" <= character <= "鿿"]
KANA = [character for character in EVERYDAY if "ぁ" <= character <= "ヺ"]
LATIN = [*"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", *"éèüöñçåøÉÜßŌōū"]
SYMBOLS = [*"0123456789", *"&+-.,'/()!?#@:;_~", *"・ー〜～「」『』（）＆！？。、々〆ヶ※☆★♪→①㈱㈲℡№"]
WIDE = [*"ＡＢＣＺａｂｃｚ０１９－＋．"]
#: Frequent in names, and in no everyday list; some only in the fallback face.
RARE = [*"髙﨑𠮷邊邉濵德惠榮櫻澤嶋廣國靜龍彌壽禮來戶黑曻祐神福靖祥蓮"]
#: Decomposed even in normal form C: kana with a half-voiced mark.
MARKED = ["か゚", "キ゚", "ト゚"]
#: Scripts and signs that our faces may lack.
FOREIGN = [*"们这为东车한국어กขนमन🎉😀ЖИשלום𓀀"]


def several(characters: list[str], least: int = 1, most: int = LONGEST) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(characters), min_size=least, max_size=most).map("".join)


def normal(text: str) -> str:
    """As the organisation's form keeps it: NFC, single spaces, no more than it may have."""
    return " ".join(unicodedata.normalize("NFC", text).split())[:LONGEST].strip()


def names() -> st.SearchStrategy[str]:
    """1 to 60 characters that a form lets through."""
    word = st.one_of(
        several(KANJI, 1, 12), several(KANA, 1, 10), several(LATIN, 1, 14), several(SYMBOLS, 1, 4),
        several(WIDE, 1, 6), several(RARE, 1, 5), several(MARKED, 1, 2),
        st.sampled_from(["特定非営利活動法人", "株式会社", "NPO法人", "かながわ", "Kanagawa", "の会"]),
    )  # fmt: skip
    joined = st.tuples(st.lists(word, min_size=1, max_size=6), st.sampled_from(["", "", " ", "・"])).map(
        lambda drawn: drawn[1].join(drawn[0])
    )
    unbroken = st.one_of(several(KANJI, 30), several(KANA, 30), several(LATIN, 20), several(EVERYDAY))
    foreign = st.tuples(word, several(FOREIGN, 1, 4), word).map("".join)
    return st.one_of(joined, joined, joined, unbroken, foreign).map(normal).filter(bool)


def contacts() -> st.SearchStrategy[str]:
    number = st.from_regex(r"0[1-9]{1,3}-[0-9]{2,4}-[0-9]{4}", fullmatch=True)
    return st.one_of(st.just(""), number.map("電話 {}".format), several(EVERYDAY, 1, 40).map(normal))


def drawn(width: int, height: int, seed: int) -> logo.Logo:
    """A logo of that shape as it is ready after upload: flat, outlined, or busy like a photograph."""
    ink = (seed * 53 % 200, seed * 97 % 200, seed * 31 % 200)
    image = Image.new("RGB", (width, height), "white" if seed % 3 else ink)
    if seed % 3 == 1:
        ImageDraw.Draw(image).rectangle((0, 0, width - 1, height - 1), outline=ink, width=3)
    if seed % 3 == 2:
        image = Image.effect_noise((width, height), 90).convert("RGB")
    out = io.BytesIO()
    image.save(out, "PNG")
    return logo.ready(logo.prepare(out.getvalue()))


def logos() -> st.SearchStrategy[logo.Logo | None]:
    """None at all, or from a hairline twelve times as wide as high to one as narrow, down to one pixel."""
    shape = st.sampled_from(
        [(1200, 100), (100, 1200), (600, 600), (900, 300), (300, 900), (500, 420), (1, 1), (3, 400)]
    )
    picture = st.tuples(shape, st.integers(0, 20)).map(lambda made: drawn(*made[0], made[1]))
    return st.one_of(st.none(), picture)


def imprints() -> st.SearchStrategy[Imprint]:
    return st.builds(imprint_of, names(), contacts(), logos(), several([*LETTERS], 7, 7))


def imprint_of(name: str, contact: str, picture: logo.Logo | None, code: str) -> Imprint:
    return Imprint(
        url=f"HTTPS://{HOST.upper()}/Q/{code}",
        address=f"{HOST}/q/{code}",
        name=name,
        contact=contact,
        logo=picture,
        code_alternative=f"{HOST}/q/{code}",
    )
