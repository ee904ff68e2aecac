from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.blocks import Body
from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fields import same_everywhere
from campaigns.languages.order import readers_language
from campaigns.page_form import SCHEDULE, TITLE, PageForm
from home.list_pages import ListPage
from home.news.published import published, shown

#: Pieces of news on a page of the list.
ON_A_PAGE = 20


class NewsIndexPage(ListPage):
    """The list of news, the latest first; each piece is a page below it."""

    page_description = _("News by date, the latest first")
    template = "pages/news_index.html"
    subpage_types: ClassVar[list[str]] = ["news.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        pages = Paginator(published(readers_language()), ON_A_PAGE).get_page(request.GET.get("page"))
        context = {"pages": pages, "news": shown(pages.object_list, request)}
        return self.render(request, context_overrides=context)


class NewsPage(InReadersLanguage, Page):
    """A piece of news with its day."""

    date = models.DateField(
        _("day"),
        default=timezone.localdate,
        help_text=_("As it stands beside the news; the latest stands first."),
    )
    lead = models.TextField(
        _("in one or two sentences"), max_length=200, help_text=_("What is new, and for whom it matters.")
    )
    body = StreamField(
        Body(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("More about it, if there is more. Press + and choose what to add."),
    )

    page_description = _("Something new, with its day")
    template = "pages/news.html"
    parent_page_types: ClassVar[list[str]] = ["news.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    base_form_class = PageForm
    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels = [TITLE, FieldPanel("date"), FieldPanel("lead"), FieldPanel("body")]
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere("slug", "date")

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("pieces of news")
