"""When in the week readings happen: known of the campaign as a whole alone, of no code and of no place."""

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from campaigns.links.results.charts.dots import chart
from campaigns.links.results.staff.month import HOURS
from campaigns.links.results.staff.month import WEEKDAYS as DAYS
from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.tables.table import Row, Table


def by_hour(shown: Shown) -> Table:
    """A row for each hour of the day, a column for each weekday, all of the period's Mondays together."""
    readings = [[shown.by_hour(day, hour) for day in DAYS] for hour in HOURS]
    rows = [Row(f"{hour}:00", [*readings[hour], shown.by_hour(hour=hour)]) for hour in HOURS]
    rows.append(Row(_("in all"), [*(shown.by_hour(day) for day in DAYS), shown.by_hour()]))
    head = [_("hour"), *(str(WEEKDAYS_ABBR[day]) for day in DAYS), _("in all")]
    said = _(
        "Dots: readings by weekday and hour; the larger a dot, the more. A ring is few, a cross is withheld. "
        "The table has the numbers."
    )
    columns = [str(WEEKDAYS_ABBR[day]) for day in DAYS]
    charts = [chart(columns, [(str(hour), readings[hour]) for hour in HOURS], said)]
    note = _(
        "Hours are counted for the campaign as a whole, not for codes or places. An hour begins at the time named."
    )
    if not shown.has_hours():
        rows, charts = [], []
    return Table("hours", _("By hour and weekday"), head, rows, charts, note)
