"""The register's lines for a spreadsheet."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campaigns.links.custody.entries import Entry
from campaigns.links.custody.words import REASONS
from campaigns.members.spreadsheets import Cell

HEADINGS = {
    "code": pgettext_lazy("two-dimensional code", "Code"),
    "address": _("Printed address"),
    "campaign": _("campaign"),
    "organisation": _("member organisation"),
    "carrier": _("Prints on"),
    "place": _("place"),
    "area": _("municipality"),
    "edition": _("Edition"),
    "until": _("Until"),
    "title": _("Leads to now"),
    "path": _("Address of the page"),
    "state": _("Why there"),
    "alarms": _("To look after"),
    "checked": _("Last checked"),
    "result": _("Result"),
    "reason": _("Reason"),
    "week": _("Read this week"),
}


def cells(entry: Entry) -> list[Cell]:
    """One for each heading; a number of readings only as its band."""
    link, check = entry.link, entry.check
    checked = (
        timezone.localtime(check.checked_at, timezone.get_default_timezone())
        if check is not None and check.checked_at
        else None
    )
    return [
        entry.code,
        link.address,
        link.campaign.title if link.campaign is not None else "",
        entry.owner,
        entry.carrier,
        entry.place,
        str(entry.area or ""),
        entry.edition.number if entry.edition is not None else "",
        entry.until.isoformat() if entry.until is not None else "",
        entry.title,
        entry.path,
        str(entry.state.label),
        "、".join(str(kind.label) for kind in entry.alarms),
        f"{checked:%Y-%m-%d %H:%M}" if checked is not None else "",
        str(check.get_result_display()) if check is not None and checked is not None else "",
        str(REASONS.get(check.reason, "")) if check is not None else "",
        str(entry.week.words),
    ]
