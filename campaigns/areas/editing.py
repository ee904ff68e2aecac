"""Where staff see the municipalities, and correct how they are written in Latin letters."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.areas.models import Area


def with_cities() -> QuerySet[Area]:
    """All municipalities with what naming them asks for."""
    return Area.objects.select_related("parent")


class AreaForm(WagtailAdminModelForm):
    """What it is part of, and its neighbours, are chosen among municipalities that are named with their cities."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("parent", "neighbours"):
            self.fields[name].queryset = with_cities()


FORM = ObjectList(
    [
        FieldRowPanel(
            [
                FieldPanel(
                    "name", help_text=_("Without its city, as it is written. For example: Tsurumi Ward.")
                ),
                FieldPanel(
                    "code",
                    help_text=_("Five or six digits, as the national list of municipalities has them."),
                ),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("reading", help_text=_("In hiragana, without the city. For example: つるみく.")),
                FieldPanel("latin"),
            ]
        ),
        FieldPanel("parent", help_text=_("For a ward, its city. Empty for cities, towns and villages.")),
        FieldPanel("neighbours", help_text=_("What lies next to it. Places there are shown as “nearby”.")),
    ],
    base_form_class=AreaForm,
)


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    menu_label = _("Municipalities")
    list_display = ["full_name", "code", "reading", "latin_name"]
    search_fields = ["name", "reading", "latin", "code"]
    ordering = ["code"]
    edit_handler = FORM

    def get_queryset(self, request: HttpRequest) -> QuerySet[Area]:
        return with_cities()
