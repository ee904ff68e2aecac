from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from campaigns.cases.models import Case
from campaigns.languages.order import readers_language
from home.cases.card import card_response
from home.cases.choosing import Choice, all_areas, all_tags
from home.cases.forms import PlaceForm
from home.cases.listing import Listing
from home.cases.published import published
from home.cases.showing import case_context
from home.list_pages import ListPage


class CaseIndexPage(ListPage):
    """The list of places; each place has its page below it, and a card to print."""

    page_description = _("All places, to choose by municipality and by words")
    template = "pages/case_index.html"

    class Meta:
        verbose_name = _("list of places")
        verbose_name_plural = _("lists of places")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        """The list, narrowed down by what stands in the address."""
        language = readers_language()
        areas, tags = all_areas(language), all_tags(language)
        choice = Choice.of(request, areas, tags)
        listing = Listing(language, choice, areas, tags, request.GET.get("page"))
        form = PlaceForm(choice, areas, tags)
        context = {
            "listing": listing,
            "form": form,
            "choice": choice,
            "clear": self.get_url(request) if choice.is_anything else "",
            "query": f"{choice.query}&" if choice.query else "",
        }
        return self.render(request, context_overrides=context)

    @path("<slug:slug>/")
    def one(self, request: HttpRequest, slug: str) -> HttpResponse:
        """The page of one place."""
        context = case_context(self.case_of(slug), self, request)
        return self.render(request, template="pages/case.html", context_overrides=context)

    @path("<slug:slug>/card/")
    def card(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Small cards of one place as a PDF, for anyone."""
        return card_response(request, self.case_of(slug), self)

    def case_of(self, slug: str) -> Case:
        case = (
            published(readers_language())
            .select_related("area__parent", "picture", "locale")
            .prefetch_related("opening_rows", "special_days")
            .filter(slug=slug)
            .first()
        )
        if case is None:
            raise Http404
        return case
