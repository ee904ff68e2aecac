"""What a campaign says, as the print shop takes it."""

import io
from dataclasses import replace

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from campaigns.models import CampaignPage, Catchphrase, NoChosenPhrase
from campaigns.pictures.key_pictures import key_picture
from campaigns.shown import cases_of, desks_of, figure_of
from print_templates import fonts
from print_templates.content import Content, KeyPicture, Place
from print_templates.content import SmallThing as PrintedThing
from print_templates.themes import theme

#: Places an edition keeps, of which each organisation's kit prints those near it; a page must not grow without end.
MOST_PLACES = 60
#: What fits on the back of a flyer.
MOST_DESKS = 3


def content_of(campaign: CampaignPage, host: str) -> Content:
    """The campaign's words, saved or not, as print content; `host` is the address people may trust.

    Raises NoChosenPhrase, and UnusablePhotograph with a sentence.
    """
    phrase = campaign.chosen
    if phrase is None:
        raise NoChosenPhrase
    return replace(content_with(campaign, phrase, host), picture=picture_of(campaign))


def picture_of(campaign: CampaignPage) -> KeyPicture | None:
    """The campaign's photograph, converted if it has not been before. Raises UnusablePhotograph with a sentence."""
    return key_picture(campaign.key_picture) if campaign.key_picture else None


def content_with(campaign: CampaignPage, phrase: Catchphrase, host: str) -> Content:
    """The campaign's words under one of its phrases, chosen or not, without its photograph."""
    language = campaign.locale.language_code
    figure = figure_of(campaign, language)
    return Content(
        phrase=phrase.text,
        theme=phrase.theme,
        title=campaign.title,
        issuer=campaign.issuer,
        language=language,
        reading=phrase.reading,
        sub_copy=phrase.sub_copy,
        lead=campaign.lead,
        starts=campaign.starts.isoformat(),
        ends=campaign.ends.isoformat(),
        issuer_note=campaign.issuer_note,
        contact=campaign.contact_phone,
        loose_ties=campaign.loose_ties,
        site_host=host,
        small_things=tuple(PrintedThing(thing.title, thing.text) for thing in campaign.small_things.all()),
        places=places_of(campaign),
        desks=tuple(desk.as_line() for desk in desks_of(campaign, language) if desk.prints)[:MOST_DESKS],
        chart=figure.as_chart() if figure else None,
        readings=tuple(word.as_reading() for word in campaign.key_words.all()),
        audiences=tuple(version.as_audience() for version in campaign.audience_versions.all()),
    )


def places_of(campaign: CampaignPage) -> tuple[Place, ...]:
    """The campaign's published cases as they are printed, in its own order."""
    cases = cases_of(campaign, campaign.locale.language_code, MOST_PLACES)
    return tuple(case.as_place() for case in cases)


def lettering(content: Content) -> bytes:
    """A WOFF2 with the letters of the phrase alone, so that the page wears the poster's lettering."""
    fonts.require()
    face = fonts.lettering(theme(content.theme).lettering_weight, content.language)
    options = Options(flavor="woff2", hinting=False, layout_features=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=content.phrase)
    font = TTFont(face.path, lazy=True)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
