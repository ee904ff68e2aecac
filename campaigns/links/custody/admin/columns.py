"""The columns of the register."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn

from campaigns.links.custody.entries import Entry


class EntryColumn(BaseColumn):
    """A column whose cell is a template of its own, with the entry as `instance`."""

    def __init__(self, name: str, **kwargs: object) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"custody/cells/{name}.html"


def page_of(entry: Entry) -> str:
    return reverse("custody:code", args=[entry.pk])


COLUMNS = [
    TitleColumn(
        "code",
        label=pgettext_lazy("two-dimensional code", "Code"),
        get_url=page_of,
        sort_key="code",
        classname="custody-code",
    ),
    EntryColumn("carrier", label=_("Prints on"), sort_key="organisation__name"),
    EntryColumn("place", label=_("Where"), sort_key="where"),
    EntryColumn("edition", label=_("Edition"), sort_key="printed_edition"),
    EntryColumn("until", label=_("Until"), sort_key="hangs_until"),
    EntryColumn("leads_to", label=_("Leads to now")),
    EntryColumn("checked", label=_("Last checked"), sort_key="checked"),
    Column(
        "week",
        label=_("Read this week"),
        accessor="week.words",
        sort_key="week",
        classname="custody-number",
    ),
]
