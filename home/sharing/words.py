"""What stands on a thing's picture: the campaign's catchphrase, or the thing's own title in the campaign's look."""

from typing import Any

from django.utils.text import Truncator

from campaigns.current import current_campaign
from campaigns.languages.codes import language_of
from campaigns.languages.site import name_in
from campaigns.models import CampaignPage
from home.models import HomePage
from home.sharing.kinds import kind_of
from print_templates.content import Content
from print_templates.themes import theme
from print_templates.typeset import unset_characters

#: The look while there is no campaign.
USUAL_THEME = "coast"
#: Letters of a title; more would be too small to read in somebody's list of messages.
MOST = 60


def words_of(thing: Any, campaign: CampaignPage | None = None) -> Content | None:
    """None where the lettering has no shapes for what would stand there.

    `campaign` spares the look-up of whoever knows the current one in the thing's language.
    """
    language = language_of(thing)
    if isinstance(thing, CampaignPage):
        campaign = thing
    elif campaign is None:
        campaign = current_campaign(language)
    edition = campaign.edition if campaign is not None else None
    said = edition.content if edition is not None else None
    ways = [] if said is None else [only(said.phrase, said.theme, said.issuer, said.language)]
    if said is None or not isinstance(thing, (HomePage, CampaignPage)):
        look, issuer = (said.theme, said.issuer) if said else (USUAL_THEME, name_in(language).text)
        ways.insert(0, only(title_of(thing), look, issuer, language))
    return next((way for way in ways if can_be_set(way)), None)


def title_of(thing: Any) -> str:
    kind = kind_of(thing)
    return kind.title(thing) if kind else str(thing)


def only(phrase: str, look: str, issuer: str, language: str) -> Content:
    """The words of a picture and nothing that it does not show."""
    phrase = Truncator(phrase).chars(MOST)
    return Content(phrase=phrase, theme=look, title="", issuer=issuer, language=language)


def can_be_set(words: Content) -> bool:
    weight = theme(words.theme).lettering_weight
    return bool(words.phrase.strip()) and not unset_characters(words.phrase, weight, words.language)
