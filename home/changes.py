"""Until when an answer is true: whatever shows something that changes by the clock says so here, on its request.

A page that is kept ends with `next_change(request, now)`.
"""

from datetime import datetime

from django.http import HttpRequest

from campaigns.opening.state import earliest, next_midnight


def note(request: HttpRequest | None, *moments: datetime | None) -> None:
    """Something on the answer changes at these moments; None says that it does not."""
    if request is not None:
        noted: datetime | None = getattr(request, "changes_at", None)
        request.changes_at = earliest([noted, *moments])  # type: ignore[attr-defined]


def next_change(request: HttpRequest, now: datetime) -> datetime:
    """When the answer to a request is first no longer true: what was noted, at the latest the next midnight here."""
    noted: datetime | None = getattr(request, "changes_at", None)
    return earliest([noted, next_midnight(now)]) or next_midnight(now)
