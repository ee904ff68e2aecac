"""Where staff see the municipalities, and correct how they are written in Latin letters."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.areas.models import Area


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "site"
    menu_label = _("Municipalities")
    list_display = ["full_name", "code", "reading", "latin_name"]
    search_fields = ["name", "reading", "latin", "code"]
    ordering = ["code"]
    panels = [
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
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Area]:
        return Area.objects.select_related("parent")
