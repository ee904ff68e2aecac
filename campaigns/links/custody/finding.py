"""How one code is found, and what is kept of it: the last finding, and a line for each time that it changed."""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from campaigns.connection import Unreachable
from campaigns.links.custody.asking import SILENT, Astray, Pages, followed
from campaigns.links.custody.models import CheckChange, CodeCheck, Result
from campaigns.links.custody.states import FALLBACKS
from campaigns.links.destination import destination_of
from campaigns.links.models import ShortLink
from campaigns.links.resolution import to_resolve
from campaigns.whole_addresses import whole

#: Changes that are kept of a code, the newest.
KEPT = 20
LONGEST = CodeCheck._meta.get_field("led_to").max_length


@dataclass(frozen=True)
class Found:
    """A finding as the rows keep it."""

    result: str
    reason: str = ""
    led_to: str = ""


def look(link: ShortLink, pages: Pages) -> Found:
    """What comes of asking for the code; the link has its `state`. Raises Unreachable when its host is silent."""
    try:
        led_to = path_of(followed(link, pages))
        if led_to not in expected(link):
            # Those who answer know for some seconds more where it led before a page was changed just now.
            time.sleep(settings.LINK_LOOKUP_SECONDS)
            led_to = path_of(followed(link, pages))
            if led_to not in expected(link):
                raise Astray("another_page", led_to)
    except Unreachable as problem:
        if problem.reason in SILENT:
            raise
        return failed(problem)
    state: str = link.state  # type: ignore[attr-defined]  # annotated by `with_states`
    return Found(Result.FALLBACK if state in FALLBACKS else Result.FINE, "", led_to)


def expected(link: ShortLink) -> set[str]:
    """The paths, one for each language, of the page that the code should lead to now."""
    destination = destination_of(to_resolve().get(pk=link.pk))
    return {path_of(iri_to_uri(path)) for path in destination.paths.values() or [destination.path_for("")]}


def failed(problem: Unreachable) -> Found:
    return Found(
        Result.FAILED, problem.reason, path_of(problem.led_to) if isinstance(problem, Astray) else ""
    )


def path_of(url: str) -> str:
    """An address of the site without its host and without a query; anybody else's with its host."""
    own = url.removeprefix(whole("")) if url.startswith(f"{settings.PUBLIC_URL}/") else url
    return urlsplit(own)._replace(query="", fragment="").geturl()[:LONGEST]


def keep(link: ShortLink, found: Found) -> None:
    """Note how the code was found; a line of its history when that is not as it was."""
    before = CodeCheck.objects.filter(link=link).values_list("result", "reason", "led_to").first()
    values = {"result": found.result, "reason": found.reason, "led_to": found.led_to}
    with transaction.atomic():
        CodeCheck.objects.update_or_create(
            link=link, defaults={**values, "checked_at": timezone.now(), "is_wanted": False}
        )
        if before != (found.result, found.reason, found.led_to):
            CheckChange.objects.create(link=link, **values)
            old = CheckChange.objects.filter(link=link).values_list("pk", flat=True)[KEPT:]
            CheckChange.objects.filter(pk__in=list(old)).delete()
