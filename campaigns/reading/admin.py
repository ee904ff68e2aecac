"""Where editors write down how words are read."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.reading.models import ReadingOverride


class ReadingOverrideViewSet(SnippetViewSet):
    model = ReadingOverride
    icon = "openquote"
    menu_label = _("Readings of words")
    list_display = ["surface", "reading", "context"]
    search_fields = ["surface", "reading", "context"]
