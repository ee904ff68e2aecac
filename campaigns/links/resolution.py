"""Where a code leads now: a live page that helps, whatever happened since it was printed, in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.db.models import QuerySet
from wagtail.models import Page, Site

from campaigns.current import current_campaign
from campaigns.links.models import ShortLink
from campaigns.links.successors import successors_of
from campaigns.public import languages_of

#: The columns of a link that `pages` looks at: links that are equal in them lead to the same pages.
LOOKED_AT = ("target", "campaign", "audience", "edition__campaign__locale", "case")

#: As what a page is tried.
ROLES = MEANT, SUCCESSOR, TRANSLATION, CAMPAIGN, CURRENT, HOME = (
    "meant", "successor", "translation", "campaign", "current", "home",
)  # fmt: skip


def to_resolve() -> "QuerySet[ShortLink]":
    """Links with all that is looked at, in one query."""
    found = ShortLink.objects.select_related(
        "target", "campaign__locale", "edition__campaign__locale", "placement__area", "case"
    )
    return found.defer("campaign__body", "edition__campaign__body", "edition__words", "edition__lettering")


def intended(link: ShortLink) -> Page | None:
    """What staff have set for the link's audience by now; once that version is gone, what it was issued for."""
    version = link.campaign.version_for(link.audience) if link.audience and link.campaign else None
    return version.page if version is not None else link.target


def printed_in(link: ShortLink) -> str | None:
    """The language of the paper; None when nothing is left that knows it."""
    campaign = link.edition.campaign if link.edition is not None else link.campaign
    return campaign.locale.language_code if campaign is not None else None


@dataclass(frozen=True)
class Step:
    """What a code may lead to: as what it is tried (`ROLES`), the page, and its public languages, itself first."""

    role: str
    page: Page
    found: list[Page]


def pages(link: ShortLink) -> list[Page]:
    """The page that a code leads to, in each of its languages, that of the paper first; empty when none is public."""
    found = next((step.found for step in steps(link) if step.found), [])
    own = printed_in(link)
    return sorted(found, key=lambda page: page.locale.language_code != own)


def destination(link: ShortLink) -> Page | None:
    """The page for readers who ask for no language that it has."""
    return next(iter(pages(link)), None)


def steps(link: ShortLink) -> Iterator[Step]:
    """What a code may lead to, the best first; each is asked for when it is needed. It leads to the first with a page.

    What it is meant for and what takes its place, the same of its campaign, the current campaign, home.
    """
    for role, page in ((MEANT, intended(link)), (CAMPAIGN, link.campaign)):
        if page is not None:
            yield from in_place_of(page, role)
    current = current_campaign()
    if current is not None:
        yield Step(CURRENT, current, languages_of(current))
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is not None:
        yield Step(HOME, site.root_page, languages_of(site.root_page))


def in_place_of(page: Page, role: str) -> Iterator[Step]:
    """The page, or a successor that staff have named; then either of them in another language."""
    elsewhere = []
    for each in chain([page], successors_of(page)):
        found = languages_of(each)
        is_public = bool(found) and found[0].pk == each.pk
        yield Step(role if each.pk == page.pk else SUCCESSOR, each, found if is_public else [])
        if found and not is_public:
            elsewhere.append(Step(TRANSLATION, found[0], found))
    yield from elsewhere
