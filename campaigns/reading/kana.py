"""What is kana and what is kanji."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: Hiragana, katakana, the long vowel, iteration marks, middle dot, and a space between words.
KANA = re.compile(r"[ぁ-ゖァ-ヺーゝゞヽヾ・ ]+")
#: Unified ideographs with their extensions and compatibility forms, and what repeats one.
KANJI = re.compile(r"[㐀-䶿一-鿿豈-\ufaff\U00020000-\U000323af々〆]")
#: Other forms of common kanji in names, each as the dictionary writes it. One letter for one, so places stay.
USUAL_FORM = str.maketrans(
    "髙﨑𠮷栁濵濱邉邊德淸渕嶋澤齋齊國廣惠櫻龍會學體條縣", "高崎吉柳浜浜辺辺徳清淵島沢斎斉国広恵桜竜会学体条県"
)


def has_kanji(text: str) -> bool:
    return KANJI.search(text) is not None


def is_kana(text: str) -> bool:
    return KANA.fullmatch(text) is not None


def validate_kana(text: str) -> None:
    """Refuse a reading that would have to be read itself."""
    if not is_kana(text):
        raise ValidationError(_("Please write the reading in hiragana or katakana."), code="kana")
