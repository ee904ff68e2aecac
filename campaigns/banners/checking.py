"""Looking at members' pages: one when somebody asks, all of them once a week."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from queue import Empty, SimpleQueue
from threading import Thread
from time import sleep
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from campaigns.banners.fetching import Page, fetch
from campaigns.banners.models import LinkCheck
from campaigns.banners.reading import leads_to
from campaigns.connection import Unreachable
from campaigns.current import current_campaign
from campaigns.members.addresses import addresses_of
from campaigns.members.letters import post
from campaigns.models import CampaignPage

logger = logging.getLogger(__name__)

#: A page is looked at again after this long, and its organisation written to when it has failed for so long.
AGAIN, PATIENCE = timedelta(days=7), timedelta(days=14)
#: Pages looked at in one run, how many hosts at once, and seconds between two pages of one host.
MOST, AT_ONCE, PAUSE = 200, 8, 1.0

#: What came of fetching a page.
Seen = Page | Unreachable


def check_due() -> None:
    """The daily run: what was not looked at for a week, or not for the current campaign. May be cut off at any time."""
    campaign = current_campaign()
    if campaign is None:
        return
    for check, seen in looked_at(list(due(campaign)[:MOST])):
        keep(check, campaign, seen)
        write_if_failing(check)


def due(campaign: CampaignPage) -> QuerySet[LinkCheck]:
    """The pages to look at, longest unseen first."""
    unseen = Q(checked_at=None) | Q(checked_at__lte=timezone.now() - AGAIN) | ~Q(campaign=campaign)
    approved = LinkCheck.objects.filter(unseen | Q(campaign=None), organisation__is_approved=True)
    return approved.select_related("organisation").order_by(F("checked_at").asc(nulls_first=True), "pk")


def looked_at(checks: list[LinkCheck]) -> Iterator[tuple[LinkCheck, Seen]]:
    """Each with what came of it, as it comes. Threads only fetch; the database is the caller's."""
    hosts: dict[str, list[LinkCheck]] = defaultdict(list)
    for check in checks:
        hosts[urlsplit(check.url).netloc].append(check)
    turns: SimpleQueue[list[LinkCheck]] = SimpleQueue()
    seen: SimpleQueue[tuple[LinkCheck, Seen]] = SimpleQueue()
    for of_host in hosts.values():
        turns.put(of_host)
    for _thread in range(min(AT_ONCE, len(hosts))):
        # Daemons, so that a worker that is told to stop does not wait for other people's servers.
        Thread(target=work, args=(turns, seen), daemon=True).start()
    for _check in checks:
        yield seen.get()


def work(turns: "SimpleQueue[list[LinkCheck]]", seen: "SimpleQueue[tuple[LinkCheck, Seen]]") -> None:
    """Host after host until none is left; the pages of one, one after the other and not in haste."""
    while True:
        try:
            checks = turns.get_nowait()
        except Empty:
            return
        for number, check in enumerate(checks):
            if number:
                sleep(PAUSE)
            seen.put((check, see(check)))


def see(check: LinkCheck) -> Seen:
    """What comes of fetching the page; whatever goes wrong, something comes."""
    try:
        return fetch(check.url)
    except Unreachable as problem:
        return problem
    except Exception:
        logger.exception("%s was not read", check.url)
        return Unreachable("connection")


def check_now(check: LinkCheck, campaign: CampaignPage) -> None:
    """Look at one page while somebody waits, ten seconds at the most."""
    keep(check, campaign, see(check))


def keep(check: LinkCheck, campaign: CampaignPage, seen: Seen) -> None:
    """Note what was seen, unless another address was entered meanwhile."""
    check.campaign, check.checked_at = campaign, timezone.now()
    check.result, check.reason = judged(seen, campaign)
    if check.result == LinkCheck.Result.LINKS:
        check.failing_since = check.written_at = None
    else:
        check.failing_since = check.failing_since or check.checked_at
    LinkCheck.objects.filter(pk=check.pk, url=check.url).update(
        campaign=campaign, checked_at=check.checked_at, result=check.result, reason=check.reason,
        failing_since=check.failing_since, written_at=check.written_at,
    )  # fmt: skip


def judged(seen: Seen, campaign: CampaignPage) -> tuple[str, str]:
    """Result and reason."""
    if isinstance(seen, Unreachable):
        return LinkCheck.Result.UNREACHABLE, seen.reason
    if leads_to(seen, campaign):
        return LinkCheck.Result.LINKS, ""
    return (LinkCheck.Result.NO_LINK, "") if seen.whole else (LinkCheck.Result.UNREACHABLE, "too_large")


def write_if_failing(check: LinkCheck) -> None:
    """One letter to the organisation's administrators when no link was seen for two weeks."""
    if check.failing_since is None or check.failing_since > timezone.now() - PATIENCE:
        return
    addresses = addresses_of(check.organisation)
    with transaction.atomic():
        # Whoever sets the day sends the letter; another address entered meanwhile begins anew.
        untold = LinkCheck.objects.filter(
            pk=check.pk, url=check.url, failing_since=check.failing_since, written_at=None
        )
        if not addresses or not untold.update(written_at=timezone.now()):
            return
        for email in addresses:
            post("link_not_found", email, {"organisation": check.organisation, "check": check})
