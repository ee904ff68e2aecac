from typing import Any, ClassVar

from django import forms
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.blocks import Body
from campaigns.cases.models import CaseTag
from campaigns.desks.models import TopicTag
from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fields import same_everywhere
from campaigns.languages.order import readers_language
from campaigns.page_form import SCHEDULE, TITLE, PageForm
from campaigns.tags import in_usual_language
from home.list_pages import ListPage
from home.situations.kinds import SituationKind
from home.situations.published import published
from home.situations.showing import by_kind, situation_context


class SituationIndexPage(ListPage):
    """The list of situations: stages of life, and surroundings of every day."""

    page_description = _("Stages of life and everyday surroundings")
    template = "pages/situation_index.html"
    subpage_types: ClassVar[list[str]] = ["situations.SituationPage"]

    class Meta:
        verbose_name = _("list of situations")
        verbose_name_plural = _("lists of situations")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        groups = by_kind(published(readers_language()), request)
        return self.render(request, context_overrides={"groups": groups})


class SituationPage(InReadersLanguage, Page):
    """A stage of life or a surrounding: a few words, and what there is for it, by the words that things have.

    Nobody is called anything here: the page speaks of what happens, and of places and people to go to.
    """

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=SituationKind,
        default=SituationKind.STAGE,
        help_text=_("Under which of the two headings it stands in the list."),
    )
    lead = models.TextField(
        _("lead"), max_length=200, help_text=_("To whoever is in the middle of it. No advice, no labels.")
    )
    body = StreamField(
        Body(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("Short. Questions and answers belong here as well."),
    )
    words = ParentalManyToManyField(
        CaseTag, blank=True, related_name="+", limit_choices_to=in_usual_language,
        verbose_name=_("places and events by these words"),
        help_text=_("What has one of them is named on the page. Nothing chosen: no places and no events."),
    )  # fmt: skip
    topics = ParentalManyToManyField(
        TopicTag, blank=True, related_name="+", limit_choices_to=in_usual_language,
        verbose_name=_("desks by these topics"),
        help_text=_("Nothing chosen: those that answer first. There are desks on the page in any case."),
    )  # fmt: skip

    page_description = _("A few words, and the places, desks and events that have its words")
    template = "pages/situation.html"
    parent_page_types: ClassVar[list[str]] = ["situations.SituationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = PageForm
    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels = [
        TITLE,
        FieldPanel("kind"),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("words", widget=forms.CheckboxSelectMultiple),
                FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
            ],
            _("What belongs to it"),
        ),
    ]
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere("slug", "kind", "words", "topics")

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | situation_context(self, request)
