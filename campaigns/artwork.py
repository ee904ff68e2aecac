"""What a campaign says, as the print shop takes it."""

import io

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from campaigns.models import CampaignPage, Catchphrase, NoChosenPhrase
from print_templates.content import Content
from print_templates.content import SmallThing as PrintedThing
from print_templates.fonts import LETTERING, require
from print_templates.themes import theme

#: What fits on the back of a flyer.
MOST_PLACES, MOST_DESKS = 2, 3


def content_of(campaign: CampaignPage, host: str) -> Content:
    """The campaign's words, saved or not, as print content; `host` is the address people may trust.

    Raises NoChosenPhrase.
    """
    phrase = campaign.chosen
    if phrase is None:
        raise NoChosenPhrase
    return content_with(campaign, phrase, host)


def content_with(campaign: CampaignPage, phrase: Catchphrase, host: str) -> Content:
    """The campaign's words under one of its phrases, chosen or not."""
    return Content(
        phrase=phrase.text,
        theme=phrase.theme,
        title=campaign.title,
        issuer=campaign.issuer,
        language=campaign.locale.language_code,
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
        places=tuple(case.as_place() for case in campaign.cases.all()[:MOST_PLACES]),
        desks=tuple(desk.as_line() for desk in campaign.desks.all() if desk.prints)[:MOST_DESKS],
        chart=campaign.figure.as_chart() if campaign.figure else None,
    )


def lettering(content: Content) -> bytes:
    """A WOFF2 with the letters of the phrase alone, so that the page wears the poster's lettering."""
    require()
    face = LETTERING[theme(content.theme).lettering_weight]
    options = Options(flavor="woff2", hinting=False, layout_features=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text=content.phrase)
    font = TTFont(face.path, lazy=True)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
