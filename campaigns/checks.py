"""What an editor or a member is told that no printed page shows: words that deserve a look, or are too long."""

from django.utils.translation import gettext as _

from campaigns.versions import has_kanji
from print_templates.content import Content
from print_templates.placing import line_share
from print_templates.preflight import Finding
from print_templates.themes import theme
from print_templates.variants import FURIGANA, variants

#: The share of a poster's height that a line of the phrase takes at least to be read from afar (PRINT.md 7).
READABLE_LINE = 0.12


def warnings(content: Content) -> list[Finding]:
    """What deserves a look in a campaign's words; nothing here keeps them from being printed."""
    return [*unread_phrase(content), *small_phrase(content)]


def small_phrase(content: Content) -> list[Finding]:
    """The phrase has so many letters that its lines become small on the poster."""
    share = line_share(theme(content.theme), content)
    if share >= READABLE_LINE:
        return []
    message = _(
        "The catchphrase has little room: one line takes %(share)s %% of the poster's height, and %(enough)s %% reads"
        " well from afar. A shorter phrase, or another place for the line break, makes it larger."
    ) % {"share": round(100 * share), "enough": round(100 * READABLE_LINE)}
    return [Finding("phrase", message, severity="warning", field="phrase")]


def unread_phrase(content: Content) -> list[Finding]:
    """The version with readings is at hand, but the largest words on it would have none."""
    if FURIGANA not in variants(content) or content.reading or not has_kanji(content.phrase):
        return []
    message = _("The catchphrase has kanji but no reading. The version with readings prints it without.")
    return [Finding("reading", message, severity="warning", field="reading")]


def misfit_sentence(field: str, case: str = "") -> str:
    """What a member or staff are to shorten; `case` is whose text it is when the field is `places`."""
    if field == "places":
        message = _("The words of the case “%(case)s” are too long for this print. Please make them shorter.")
        return message % {"case": case}
    if field == "message":
        return _("The message is too long for this print. Please enter a shorter one.")
    if field == "contact":
        return _("The telephone number is too long for this print. Please enter a shorter one.")
    return _("The name is too long for this print. Please enter a shorter name for prints.")
