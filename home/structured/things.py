"""Organisation, site, places, desks and events. Empty values are left out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from campaigns.opening.timetable import Timetable
from home.structured.hours import special, usual

Node = dict[str, Any]
COUNTRY = "JP"


def filled(**values: Any) -> Node:
    """Without what is empty; `type_` and `id_` stand for @type and @id."""
    names = {"type_": "@type", "id_": "@id"}
    return {names.get(key, key): value for key, value in values.items() if value not in ("", None, [], {})}


def organisation(name: str, url: str, telephone: str = "") -> Node:
    return filled(type_="Organization", id_=f"{url}#organization", name=name, url=url, telephone=telephone)


def website(name: str, url: str, language: str) -> Node:
    publisher = {"@id": f"{url}#organization"}
    return filled(
        type_="WebSite", id_=f"{url}#website", name=name, url=url, inLanguage=language, publisher=publisher
    )


def address(street: str, locality: str = "") -> Node | None:
    """None without a street or a municipality; a street that says its municipality says it once."""
    if not street and not locality:
        return None
    return filled(
        type_="PostalAddress", streetAddress=street, addressLocality="" if locality in street else locality,
        addressCountry=COUNTRY,
    )  # fmt: skip


def place(
    name: str, url: str, timetable: Timetable, today: date, *, summary: str = "", street: str = "",
    locality: str = "", telephone: str = "", website: str = "",
) -> Node:  # fmt: skip
    """A place where anybody may go; it need not be a business."""
    return filled(
        type_="CivicStructure", id_=f"{url}#place", name=name, url=url, description=summary,
        address=address(street, locality), telephone=telephone, sameAs=website,
        openingHoursSpecification=usual(timetable),
        specialOpeningHoursSpecification=special(timetable, today),
    )  # fmt: skip


def desk(
    name: str, url: str, timetable: Timetable, today: date, *, topics: str = "", telephone: str = "",
    website: str = "", street: str = "", languages: Sequence[str] = (), area: str = "",
) -> Node:  # fmt: skip
    """Somebody who listens: a service that is reached by telephone, on the web or at a counter."""
    hours = [*usual(timetable), *special(timetable, today)]
    number = filled(type_="ContactPoint", telephone=telephone, hoursAvailable=hours) if telephone else None
    where = address(street, area)
    counter = filled(type_="Place", name=name, address=where) if street and where else None
    channel = filled(
        type_="ServiceChannel", servicePhone=number, serviceUrl=website, serviceLocation=counter,
        availableLanguage=list(languages),
    )  # fmt: skip
    return filled(
        type_="Service", id_=f"{url}#desk", name=name, url=url, serviceType=topics, availableChannel=channel,
        areaServed=area,
    )  # fmt: skip


def event(
    name: str, url: str, starts: datetime, ends: datetime | None = None, *, summary: str = "", where: str = "",
    street: str = "", locality: str = "", organiser: str = "", is_cancelled: bool = False, is_online: bool = False,
) -> Node:  # fmt: skip
    """Something that takes place; moments carry their time zone. `where` is the name of the place, if there is one.

    Whoever takes part online finds out how on the event's page.
    """
    place = filled(type_="Place", name=where, address=address(street, locality)) if where or street else None
    online = filled(type_="VirtualLocation", url=url) if is_online else None
    locations = [each for each in (place, online) if each is not None]
    attendance = {(True, False): "Offline", (False, True): "Online", (True, True): "Mixed"}
    mode = attendance.get((place is not None, is_online), "")
    state = "EventCancelled" if is_cancelled else "EventScheduled"
    return filled(
        type_="Event", id_=f"{url}#event", name=name, url=url, description=summary,
        startDate=starts.isoformat(), endDate=ends.isoformat() if ends else "",
        eventStatus=f"https://schema.org/{state}",
        eventAttendanceMode=f"https://schema.org/{mode}EventAttendanceMode" if mode else "",
        location=locations[0] if len(locations) == 1 else locations,
        organizer=filled(type_="Organization", name=organiser) if organiser else None,
    )  # fmt: skip


def crumbs(entries: Sequence[tuple[str, str]]) -> Node:
    """Where a page stands: titles and whole addresses, the home page first."""
    return filled(
        type_="BreadcrumbList",
        itemListElement=[
            filled(type_="ListItem", position=number, name=name, item=url)
            for number, (name, url) in enumerate(entries, 1)
        ],
    )
