"""What somebody should look after: kinds of alarms, on which codes they are, and the sentence that tells each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from campaigns.links.custody import hosts
from campaigns.links.custody.hanging import with_hanging
from campaigns.links.custody.hosts import Host
from campaigns.links.custody.models import Result
from campaigns.links.custody.states import State, with_states
from campaigns.links.custody.words import REASONS
from campaigns.links.days import today
from campaigns.links.models import ShortLink


@dataclass(frozen=True)
class Kind:
    """A kind of alarm on codes: `on` says of a link of `watched` whether it has it."""

    key: str
    label: Any
    sentence: Any
    on: Q


#: In the order in which they are told; the label names it in the list, the sentence says how many and what to do.
KINDS = (
    Kind(
        "failed", gettext_lazy("Leads nowhere"),
        ngettext_lazy(
            "%(count)s code did not lead to a page when it was last checked. See why, and check it again.",
            "%(count)s codes did not lead to a page when they were last checked. See why, and check them again.",
            "count",
        ),
        Q(last_check__result=Result.FAILED),
    ),
    Kind(
        "unpublished", gettext_lazy("Its page is not published"),
        ngettext_lazy(
            "The page of %(count)s code is not published. Publish it again, or name its successor.",
            "The pages of %(count)s codes are not published. Publish them again, or name their successors.",
            "count",
        ),
        Q(state=State.UNPUBLISHED),
    ),
    Kind(
        "fallback", gettext_lazy("Leads to a fallback"),
        ngettext_lazy(
            "The page of %(count)s code was deleted, is closed to some, or is outside the site. Open it again, or name "
            "its successor under “Codes on paper” of the page.",
            "The pages of %(count)s codes were deleted, are closed to some, or are outside the site. Open them again, "
            "or name their successors under “Codes on paper” of each page.",
            "count",
        ),
        Q(state__in=[State.RESTRICTED, State.OUTSIDE, State.DELETED]),
    ),
    Kind(
        "place", gettext_lazy("The place on its cards is not public"),
        ngettext_lazy(
            "The place on the cards of %(count)s code is not public; the code leads to the list of places. Publish the "
            "place again, or have the cards put away.",
            "The places on the cards of %(count)s codes are not public; the codes lead to the list of places. Publish "
            "the places again, or have the cards put away.",
            "count",
        ),
        Q(state=State.PLACE),
    ),
    Kind(
        "overdue", gettext_lazy("Still hangs after its end"),
        ngettext_lazy(
            "%(count)s code still hangs though its last day has passed. Ask the organisation to take it down.",
            "%(count)s codes still hang though their last days have passed. Ask the organisations to take them down.",
            "count",
        ),
        Q(is_overdue=True),
    ),
    Kind(
        "outdated", gettext_lazy("An old edition still hangs"),
        ngettext_lazy(
            "%(count)s code hangs in an edition that a newer one replaces.",
            "%(count)s codes hang in editions that newer ones replace.",
            "count",
        ),
        Q(is_outdated=True),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Alarm:
    """One alarm as it is told. `key` names it and how urgent it is; `kind` the list that shows its codes, if any."""

    key: str
    sentence: str
    count: int = 1
    kind: str = ""


def watched(links: QuerySet[ShortLink] | None = None) -> QuerySet[ShortLink]:
    """Links with all that `KINDS` look at."""
    return with_hanging(with_states(ShortLink.objects.all() if links is None else links))


def on_codes() -> list[Alarm]:
    """The alarms on codes: one query for all of them, and one for successors."""
    numbers = watched().order_by().aggregate(**{kind.key: Count("pk", filter=kind.on) for kind in KINDS})
    return [
        Alarm(kind.key, kind.sentence % {"count": numbers[kind.key]}, numbers[kind.key], kind.key)
        for kind in KINDS
        if numbers[kind.key]
    ]


def on_hosts() -> list[Alarm]:
    """The alarms on what is printed on everything: the hosts."""
    entered = hosts.dates()
    found: list[Alarm] = []
    for host in hosts.hosts(entered):
        found += [*of_answer(host), *of_name(host, entered.contact), *of_certificate(host)]
    return found


def alarms() -> list[Alarm]:
    """All there are, those first that concern every print."""
    return [*on_hosts(), *on_codes()]


def of_answer(host: Host) -> Iterator[Alarm]:
    if host.answers is False:
        said = _("%(host)s could not be asked by the weekly check: %(reason)s")
        reason = str(REASONS.get(host.reason, REASONS["connection"]))
        yield Alarm(f"silent:{host.name}:{host.reason}", said % {"host": host.name, "reason": reason})


def of_name(host: Host, contact: str) -> Iterator[Alarm]:
    """That the domain has to be renewed; each of its warnings is an alarm of its own."""
    due = hosts.stage(host.renews_on, hosts.RENEWAL)
    if host.renews_on is None or due is None:
        return
    said = passed(
        host.renews_on,
        _("The domain of %(host)s ran out on %(day)s. Without it no print leads anywhere."),
        ngettext(
            "The domain of %(host)s has to be renewed by %(day)s, in %(days)s day.",
            "The domain of %(host)s has to be renewed by %(day)s, in %(days)s days.",
            days_until(host.renews_on),
        ),
        host.name,
    )
    asked = _("Ask: %(contact)s") % {"contact": contact} if contact else ""
    yield Alarm(f"domain:{host.name}:{host.renews_on}:{due}", " ".join(filter(None, [said, asked])))


def of_certificate(host: Host) -> Iterator[Alarm]:
    due = hosts.stage(host.certificate_until, hosts.CERTIFICATE)
    if host.certificate_until is None or due is None:
        return
    said = passed(
        host.certificate_until,
        _("The certificate of %(host)s ended on %(day)s. Telephones warn whoever reads a code."),
        ngettext(
            "The certificate of %(host)s ends on %(day)s, in %(days)s day.",
            "The certificate of %(host)s ends on %(day)s, in %(days)s days.",
            days_until(host.certificate_until),
        ),
        host.name,
    )
    yield Alarm(f"certificate:{host.name}:{host.certificate_until}:{due}", said)


def days_until(day: date) -> int:
    return (day - today()).days


def passed(day: date, past: str, coming: str, host: str) -> str:
    """The sentence for a day that has passed, or for one to come."""
    left = days_until(day)
    values = {"host": host, "day": date_format(day, "DATE_FORMAT"), "days": left}
    return (past if left < 0 else coming) % values
