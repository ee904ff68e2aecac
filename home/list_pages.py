"""What the pages that list places, desks and the like have in common."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fields import same_everywhere
from campaigns.page_form import SCHEDULE, TITLE, PageForm


class ListPage(InReadersLanguage, RoutablePageMixin, Page):
    """A list, once below the home page. Snippets have their pages below it by a route; pages are its children."""

    lead = models.TextField(
        _("lead"), max_length=200, blank=True, help_text=_("One or two sentences above the list.")
    )

    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = PageForm
    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels: ClassVar[list[Any]] = [TITLE, FieldPanel("lead")]
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere("slug")

    class Meta:
        abstract = True
