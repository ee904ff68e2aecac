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
        FieldRowPanel([FieldPanel("name"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("reading"), FieldPanel("latin")]),
        FieldPanel("parent"),
        FieldPanel("neighbours"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Area]:
        return Area.objects.select_related("parent")
