"""Where a line may break: between phrases as Japanese is read, and never against kinsoku (JIS X 4051)."""

import re
from functools import cache

import budoux

#: Letters that begin no line: closing marks, small kana, the long vowel mark and repetition marks.
NOT_FIRST = frozenset(
    "、。，．・：；？！!?,.:;）)］]｝}〕〉》」』】〙〗｠»’”〟‐–〜～…‥—―ー々ゝゞヽヾ％%℃"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ゙゚"
)
#: Letters that end no line: opening marks and signs that belong to the number behind them.
NOT_LAST = frozenset("（([［{｛〔〈《「『【〘〖｟«‘“〝￥¥$＄#＃№")
#: A unit of more letters may be broken in running text.
LONG = 10
#: Marks inside a time of day or a span of hours: 13:00〜17:15 stays on one line.
BETWEEN_DIGITS = frozenset(":：/〜～~–")
#: Written twice these are one mark.
PAIRED = frozenset("…‥—―")

KATAKANA = re.compile(r"[ァ-ヺー]")
HIRAGANA = re.compile(r"[ぁ-ゖ]")
LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ'’.,\-]")
KANJI = re.compile(r"[々〆\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Where a line may break although BudouX keeps the phrase whole: before a polite request, behind an invitation
#: that more words follow (つながろう／みんなで), and behind a comma, a stop, or a mark of question or exclamation.
ALSO_BREAKS = re.compile(
    r"(?<=[てで])(?=ください)|(?<=[あかがさざただなはばまやらわ]ろう)(?=[ぁ-ゖ]{3})|(?<=[、。！？!?])(?=.)"
)

#: Where BudouX cuts a word in two: a verb before the ending that invites (支え合／おう, つなが／ろう), an adjective
#: before its ending (ゆる／やか), a corporation before its last letter (特定非営利活動法／人), and any word before or
#: behind a single kana (かなが／わ, と／なりの).
NEVER_BREAKS = re.compile(
    r"[一-龠々]\n[おこごそとのぼもろ]う(?=\n|$)|法\n人|\n(?=ろう|やか|らか)|\n(?=[ぁ-ゖ](?:\n|$))|^[ぁ-ゖ]\n"
)
#: Particles that a Chinese line never begins with.
PARTICLES = frozenset("的了吗嗎呢吧们們着著过過")


@cache
def parser(language: str = "ja") -> budoux.Parser | None:
    """What finds the phrases of a language; None where words are written apart."""
    if language.startswith("zh"):
        traditional = language.lower().startswith(("zh-hant", "zh-tw", "zh-hk"))
        if traditional:
            return budoux.load_default_traditional_chinese_parser()
        return budoux.load_default_simplified_chinese_parser()
    return budoux.load_default_japanese_parser() if language.startswith("ja") else None


def phrase_units(word: str, language: str = "ja") -> list[str]:
    """The phrases of one word, in order; together they are the word."""
    finds = parser(language)
    if finds is None:
        return [word] if word else []
    phrases = "\n".join(finds.parse(word))
    whole = NEVER_BREAKS.sub(lambda cut: cut[0].replace("\n", ""), phrases)
    never = PARTICLES if language.startswith("zh") else frozenset[str]()
    return joined([unit for phrase in whole.split("\n") for unit in ALSO_BREAKS.split(phrase) if unit], never)


def chunks(text: str, language: str = "ja") -> list[str]:
    """The units between which a line may break: words at spaces, and phrases inside them."""
    return [unit for word in text.split() for unit in phrase_units(word, language)]


def joined(units: list[str], never_first: frozenset[str] = frozenset()) -> list[str]:
    """The units with those put together between which no line may break."""
    found: list[str] = []
    for unit in units:
        if found and (unit[0] in never_first or not may_part(found[-1][-1], unit[0])):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def may_part(before: str, behind: str) -> bool:
    """Whether a line may end with one letter and the next begin with the other."""
    if behind in NOT_FIRST or before in NOT_LAST or (before == behind and before in PAIRED):
        return False
    if before in BETWEEN_DIGITS and behind.isdigit():
        return False
    return not (LATIN.match(before) and LATIN.match(behind))


def letters(unit: str) -> list[str]:
    """The smallest pieces of a unit that a line may break between when it must: inside compounds of kanji and names
    in katakana, and inside hiragana only where there are very many.
    """
    pieces = joined(list(unit))
    if len(unit) > LONG:
        return pieces
    found = pieces[:1]
    for piece in pieces[1:]:
        if HIRAGANA.match(piece) and not KATAKANA.match(found[-1][-1]):
            found[-1] += piece
        else:
            found.append(piece)
    return found
