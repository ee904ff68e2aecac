"""Kana in Latin letters (Hepburn, without marks of length), for addresses."""

import re
import unicodedata

ROWS = {
    "あいうえお": "a i u e o", "かきくけこ": "ka ki ku ke ko", "がぎぐげご": "ga gi gu ge go",
    "さしすせそ": "sa shi su se so", "ざじずぜぞ": "za ji zu ze zo", "たちつてと": "ta chi tsu te to",
    "だぢづでど": "da ji zu de do", "なにぬねの": "na ni nu ne no", "はひふへほ": "ha hi fu he ho",
    "ばびぶべぼ": "ba bi bu be bo", "ぱぴぷぺぽ": "pa pi pu pe po", "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo", "らりるれろ": "ra ri ru re ro", "わゐゑをん": "wa i e o n", "ゔ": "vu",
}  # fmt: skip
KANA = {
    kana: syllable
    for row, syllables in ROWS.items()
    for kana, syllable in zip(row, syllables.split(), strict=True)
}
#: Small letters change the vowel of the syllable before them.
GLIDES = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
SMALL_VOWELS = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
#: Syllables whose consonant already holds the glide: しゃ is sha, not shya.
WITH_GLIDE = ("sh", "ch", "j")
KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def romanised(text: str) -> str:
    """The text with its kana in Latin letters; all other characters as they are, in their usual width."""
    syllables: list[str] = []
    doubled = False
    for letter in unicodedata.normalize("NFKC", text).translate(KATAKANA):
        before = syllables[-1] if syllables else ""
        if letter in GLIDES and before.endswith("i"):
            stem = before[:-1]
            syllables[-1] = stem + ("" if stem.endswith(WITH_GLIDE) else "y") + GLIDES[letter]
        elif letter in SMALL_VOWELS and re.search("[aeiou]$", before):
            syllables[-1] = before[:-1] + SMALL_VOWELS[letter]
        elif letter == "っ":
            doubled = True
        elif letter != "ー":
            syllable = KANA.get(letter, letter)
            syllables.append(
                ("t" if syllable.startswith("ch") else syllable[0]) + syllable if doubled else syllable
            )
            doubled = False
    return "".join(syllables)
