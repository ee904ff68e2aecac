"""The words, what to say instead, and why. A further word is one line more.

The reasons are what members told the network: few people call themselves 孤独 or 孤立, many do not want to be
supported, and one place avoids コミュニティ on purpose.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_THEIR_WORD = _("Few people call themselves that, and whoever is called so goes away.")
NOT_WANTED = _("Many do not want to be supported; they come for a place, for company, for a chat.")
ON_PURPOSE = _("Places avoid this word on purpose: it sounds as if one had to belong first.")
A_LABEL = _("It makes a person a case. Say what there is, or what somebody may want to do.")
NO_VERDICT = _("Nothing here measures or judges anybody.")
ONE_NAME = _("In Japanese we have one name for it, which everybody can read.")

#: Whose pages a word is looked for on.
EVERYWHERE, CASES = "everywhere", "cases"


@dataclass(frozen=True)
class Word:
    """`name` is how staff read it, `pattern` how it is found; `instead` are examples of better words."""

    name: str
    pattern: str
    instead: str
    reason: str | Promise
    where: str = EVERYWHERE


WORDS = (
    Word("孤独、孤立", "孤独・孤立|孤独死?|孤立死?", "ひとりの時間、話し相手がほしいとき", NOT_THEIR_WORD),
    Word("支援", "要支援者|支援(?!学校)", "手伝い、いっしょに、話を聞く", NOT_WANTED),
    Word("弱者、困窮者、対象者", "(?:社会的)?弱者|困窮者|対象者", "だれでも、気が向いた方", A_LABEL),
    Word("ひきこもり", "引きこもり|ひきこもり", "家で過ごすことが多い方", A_LABEL),
    Word("独居", "独居(?:老人|高齢者)?", "ひとりで暮らす方", A_LABEL),
    Word("居場所のない", "居場所のない|居場所がない", "寄れる場所をさがしている", A_LABEL),
    Word("診断、判定、スコア", "診断|判定|スコア", "問い、答え", NO_VERDICT),
    Word("コミュニティ", "コミュニティ", "場所、集まり、ご近所", ON_PURPOSE, CASES),
    Word("QRコード", "[QＱ][RＲ]コード", "二次元コード", ONE_NAME),
)

#: Names of laws and offices are as they are.
NAMES = (
    "孤独・孤立対策推進法",
    "孤独・孤立対策推進室",
    "孤独・孤立対策",
    "孤独・孤立の実態把握に関する全国調査",
    "孤独・孤立相談ダイヤル",
    "孤独・孤立そうだんダイヤル",
    "支援センター",
)
