"""How readings went: day by day, week by week or month by month."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from campaigns.links.results.charts.columns import MOST_NAMED, Bar, chart
from campaigns.links.results.charts.svg import most_of
from campaigns.links.results.few import DASH, Reading
from campaigns.links.results.staff.periods import name, short
from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.tables.table import Row, Table, Value, Words

#: Readings by the first days of what they are of.
Times = Sequence[tuple[date, Reading]]


def over_time(shown: Shown, other: Shown | None, step: str) -> Table:
    """The first time of one campaign's period stands beside the first of the other's."""
    sides = [(side, times(side, step)) for side in (shown, other) if side is not None]
    most = most_of([reading for _side, found in sides for _start, reading in found])
    charts = [drawn(side, found, step, most) for side, found in sides]
    narrow = any(len(found) > MOST_NAMED for _side, found in sides)
    note = _("A short thin line in place of a bar is a number withheld.") if narrow else ""
    if other is None:
        rows = [Row(name(start, step), [reading]) for start, reading in sides[0][1]]
        return Table("time", _("Over time"), [_("time"), _("readings")], rows, charts, note)
    head = [_("time"), _("readings"), _("time compared with"), _("readings then")]
    pairs = zip_longest(
        *([(name(start, step), reading) for start, reading in found] for _side, found in sides)
    )
    rows = [beside(*pair) for pair in pairs]
    return Table("time", _("Over time"), head, rows, charts, note)


def beside(one: tuple[str, Reading] | None, other: tuple[str, Reading] | None) -> Row:
    """The longer of two periods has dashes beside its end."""
    label, first = one or (DASH, Words(DASH))
    other_label, second = other or (DASH, Words(DASH))
    values: list[Value] = [first, Words(other_label), second]
    return Row(label, values)


def times(shown: Shown, step: str) -> Times:
    return [(start, shown.at(start, step)) for start in shown.counts.period.starts(step)]


def drawn(shown: Shown, found: Times, step: str, most: int) -> SafeString:
    starts = [start for start, _reading in found]
    # Where not every bar has its name, none leaves out what another says.
    befores = [None, *starts[:-1]] if len(starts) <= MOST_NAMED else [None] * len(starts)
    bars = [
        Bar(short(start, before, step), reading)
        for (start, reading), before in zip(found, befores, strict=True)
    ]
    said = _("Bars: readings over time, %(campaign)s, from %(first)s to %(last)s. The table has the numbers.")
    words = {
        "campaign": shown.counts.campaign.title,
        "first": name(starts[0], step),
        "last": name(starts[-1], step),
    }
    return chart(bars, most, said % words)
