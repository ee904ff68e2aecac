"""Each candidate on real artefacts: laid out by the print shop like any other sheet, and kept as pictures.

They are made by the print shop's worker when a vote is opened. A picture that is not there yet, or not any more, is
made by the request for that picture, never by the page that shows it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from django_tasks import task

from campaigns.artwork import content_with, picture_of
from campaigns.models import CampaignPage, Catchphrase
from campaigns.pictures import key_pictures
from campaigns.preview import sample_words
from print_templates import raster
from print_templates.bounded import make_bounded
from print_templates.content import Content
from print_templates.design import Design, all_designs
from print_templates.imprint import imprint
from print_templates.photograph import window
from print_templates.plate import CODE_VERSION, Plate, job
from print_templates.sheet import Sheet
from print_templates.shop import GENERIC

#: What is shown of each candidate, in this order: the first page of a design on a sheet.
SHEETS = {"poster": "a3", "flyer": "a4", "fan": "round240"}
#: Widths of a picture in pixels: side by side, and to look at closely.
WIDTHS = (480, 1200)
#: Seconds that a picture is kept; a vote lasts some weeks.
KEPT = 60 * 24 * 3600

#: A process lays out one sheet at a time, whoever looks: those who wait find the picture made by the first.
one_at_a_time = Lock()


@dataclass(frozen=True)
class Artefact:
    """One candidate's words on one design. `digest` names its pictures: other words, other pictures."""

    design: Design
    content: Content

    @property
    def sheet(self) -> Sheet:
        return self.design.sheet(SHEETS[self.design.key])

    @property
    def digest(self) -> str:
        made_of = [CODE_VERSION, settings.PUBLIC_URL, self.design.key, WIDTHS, self.content.as_json()]
        return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()[:32]


def artefact(campaign: CampaignPage, phrase: Catchphrase, design: str) -> Artefact:
    """A candidate as it would be printed. Raises UnusablePhotograph with a sentence."""
    content = content_with(campaign, phrase, settings.PUBLIC_HOST)
    return Artefact(all_designs()[design], replace(content, picture=picture_of(campaign)))


def picture(shown: Artefact, width: int) -> bytes:
    """The artefact's front as PNG, made if it is not kept. Raises bounded.NotMade, DoesNotFit, UnusablePhotograph."""
    kept = cache.get(name(shown, width))
    if kept is None:
        with one_at_a_time:
            kept = cache.get(name(shown, width)) or made(shown)[name(shown, width)]
    found: bytes = kept
    return found


def name(shown: Artefact, width: int) -> str:
    return f"vote-picture-{shown.digest}-{width}"


def made(shown: Artefact) -> Mapping[str, bytes]:
    """Lay out the artefact once and keep its pictures in all widths."""
    # The words that stand where a member's will be are part of the picture: in the site's language for everybody.
    with translation.override(settings.LANGUAGE_CODE):
        pdf = imprint(lay_out(shown), sample_words(shown.content))
    pictures = {name(shown, width): raster.png(raster.picture(pdf, width)) for width in WIDTHS}
    cache.set_many(pictures, KEPT)
    return pictures


def lay_out(shown: Artefact) -> Plate:
    """In a child process with limits. Raises bounded.NotMade with a sentence."""
    sheet, finish = shown.sheet, shown.sheet.finishes[0]
    assets = window.assets(shown.design, shown.content, sheet, finish, GENERIC, key_pictures.whole)
    return make_bounded(job(shown.design, shown.content, sheet, finish, assets=assets))


@task(backend="print", queue_name="print")
def make_pictures(campaign_pk: int) -> None:
    """Make what members will look at, before they do."""
    campaign = CampaignPage.objects.get(pk=campaign_pk)
    for phrase in campaign.catchphrases.all():
        for design in SHEETS:
            picture(artefact(campaign, phrase, design), WIDTHS[0])
