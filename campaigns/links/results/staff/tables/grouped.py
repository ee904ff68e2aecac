"""Readings by what codes are on, where, whose, in which edition and for whom; where prints are counted, per hundred."""

from collections.abc import Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.links.results.charts.rows import Line, chart
from campaigns.links.results.few import DASH, Rate, Reading, per_hundred
from campaigns.links.results.staff.categories import Category
from campaigns.links.results.staff.month import WITH_PRINTS
from campaigns.links.results.staff.shown import Shown
from campaigns.links.results.staff.tables.table import Row, Table, Value, Words

#: Lines that a chart has at most; its table has all.
MOST_LINES = 20

#: How each grouping is titled, and what its rows are.
TITLES = {
    "material": (gettext_lazy("By material"), gettext_lazy("material")),
    "area": (gettext_lazy("By municipality"), gettext_lazy("municipality")),
    "kind": (gettext_lazy("By kind of organisation"), gettext_lazy("kind")),
    "edition": (gettext_lazy("By edition"), gettext_lazy("edition")),
    "audience": (gettext_lazy("By audience version"), gettext_lazy("audience")),
    "organisation": (gettext_lazy("By organisation"), gettext_lazy("member organisation")),
}
NOTES = {
    "material": gettext_lazy(
        "Only a code of a place's own tells what it is printed on; a code that prints share may be on any of them."
    ),
    "area": gettext_lazy(
        "A place's own code counts where the place is, a shared one where the organisation is."
    ),
    "edition": gettext_lazy(
        "A place's own code counts for the edition that hangs there, a shared one for that in which it was first printed."
    ),
}


def grouped(grouping: str, shown: Shown, other: Shown | None) -> Table:
    found = shown.categories(grouping) | (other.categories(grouping) if other else set())
    categories = sorted(found)
    title, what = TITLES[grouping]
    rows = [Row(category.label, values(grouping, category, shown, other)) for category in categories]
    charts = [drawn(grouping, categories, shown, other)] if categories else []
    head = [str(what), *heads(grouping, compares=other is not None)]
    return Table(grouping, str(title), head, rows, charts, str(NOTES.get(grouping, "")))


def heads(grouping: str, *, compares: bool) -> list[str]:
    """What the columns of `values` are called."""
    prints = grouping in WITH_PRINTS
    found = [_("readings")]
    if prints:
        found += [_("prints displayed"), _("readings of their own codes"), _("per 100 prints")]
    if compares:
        found += [_("readings there"), *([_("per 100 prints there")] if prints else [])]
    return found


def values(grouping: str, category: Category, shown: Shown, other: Shown | None) -> list[Value]:
    """Readings, and where prints are counted their number, the readings of their own codes, and the rate."""
    prints = grouping in WITH_PRINTS
    found: list[Value] = [shown.of(grouping, category)]
    if prints:
        found += of_prints(grouping, category, shown)
    if other is not None:
        found.append(other.of(grouping, category))
        if prints:
            found.append(rate(grouping, category, other))
    return found


def of_prints(grouping: str, category: Category, shown: Shown) -> list[Value]:
    prints = shown.counts.prints[grouping, category]
    if not prints:
        return [Words(DASH)] * 3
    return [Reading(prints), shown.of_hung(grouping, category), rate(grouping, category, shown)]


def rate(grouping: str, category: Category, shown: Shown) -> Rate:
    return per_hundred(shown.of_hung(grouping, category), shown.counts.prints[grouping, category])


def drawn(grouping: str, categories: Sequence[Category], shown: Shown, other: Shown | None) -> SafeString:
    """The lines in the table's order; where they are many, those with the most readings."""
    readings = {category: shown.of(grouping, category) for category in categories}
    by_size = sorted(categories, key=lambda category: -(readings[category].count or 0))
    seen = sorted(by_size[:MOST_LINES])
    title, _what = TITLES[grouping]
    if len(seen) < len(categories):
        said = _("Bars: readings, %(title)s, the %(number)s with the most. The table has all numbers.")
    else:
        said = _("Bars: readings, %(title)s. The table has the numbers.")
    lines = [
        Line(category.label, readings[category], other.of(grouping, category) if other else None)
        for category in seen
    ]
    return chart(lines, said % {"title": title, "number": len(seen)})
