"""The things that pages show, as what machines read of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.languages.addresses import in_address
from campaigns.languages.codes import language_of
from campaigns.models import CampaignPage
from campaigns.whole_addresses import whole
from home.models import HomePage
from home.sharing.kinds import path_of
from home.structured.things import Node, crumbs, desk, organisation, place, website

#: The entries of a page's crumbs, as `home.crumbs.entry` makes them.
Above = Iterable[Mapping[str, str]]


def of_home(page: HomePage, campaign: CampaignPage | None) -> list[Node]:
    """The network and its site."""
    url = whole(path_of(page))
    issuer, telephone = (campaign.issuer, campaign.contact_phone) if campaign else (page.title, "")
    return [organisation(issuer, url, telephone), website(page.title, url, language_of(page))]


def of_place(case: Case, path: str, above: Above = ()) -> list[Node]:
    url = own_address(case, path)
    node = place(
        case.name, url, case.timetable, timezone.localdate(), summary=case.summary, street=case.address,
        locality=str(case.area), telephone=case.phone, website=case.website,
    )  # fmt: skip
    return [node, *way_to(case.name, url, above)]


def of_desk(shown: Desk, path: str, above: Above = ()) -> list[Node]:
    url = own_address(shown, path)
    node = desk(
        shown.name, url, shown.timetable, timezone.localdate(), topics=shown.topics,
        telephone=shown.phone_alternative or shown.phone, website=shown.website, street=shown.address,
        languages=shown.languages, area=str(shown.area or ""),
    )  # fmt: skip
    return [node, *way_to(shown.name, url, above)]


def own_address(thing: Any, path: str) -> str:
    """In the language that it is written in."""
    return whole(in_address(path, language_of(thing)))


def way_to(name: str, url: str, above: Above) -> list[Node]:
    """The crumbs of a page, itself last; nothing for a page without any above it."""
    entries = [(each["title"], whole(each["url"])) for each in above]
    return [crumbs([*entries, (name, url)])] if entries else []
