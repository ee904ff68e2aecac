"""The places, desks and figure of a campaign as a reader of some language sees them.

Every translation of a campaign points at the same ones, chosen once; which of their translations is shown is looked
up when a page is read or printed, so that one that is translated later appears by itself.
"""

from typing import Any, NamedTuple, Protocol

from django.db.models import prefetch_related_objects

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.desks.opening import ROWS
from campaigns.figures.models import Figure
from campaigns.freshness.kept import kept
from campaigns.languages.shown import in_language, one_in_language


class Showing(Protocol):
    """A campaign, saved or not."""

    pk: Any
    cases: Any
    desks: Any
    figure: Any


class Shown(NamedTuple):
    cases: list[Case]
    desks: list[Desk]
    figure: Figure | None


def shown_by(campaign: Showing, language: str) -> Shown:
    return Shown(cases_of(campaign, language), desks_of(campaign, language), figure_of(campaign, language))


def published_by(campaign: Showing, language: str) -> Shown:
    """The same of a published campaign, whose posters open its page near every municipality.

    Read once until something changes, and never altered.
    """
    return kept(("shown by campaign", campaign.pk, language), lambda: shown_by(campaign, language))


def cases_of(campaign: Showing, language: str, most: int | None = None) -> list[Case]:
    """The first `most` of its published cases with their municipalities, in the campaign's own order."""
    shown = in_language(campaign.cases.filter(live=True)[:most], Case.objects.filter(live=True), language)
    prefetch_related_objects(shown, "area__parent")
    return shown


def desks_of(campaign: Showing, language: str) -> list[Desk]:
    """With all that their hours follow from."""
    shown = in_language(campaign.desks.all(), Desk.objects.all(), language)
    prefetch_related_objects(shown, *ROWS)
    return shown


def figure_of(campaign: Showing, language: str) -> Figure | None:
    """With its parts."""
    figure = one_in_language(campaign.figure, Figure.objects.all(), language)
    prefetch_related_objects([figure] if figure is not None else [], "parts")
    return figure
