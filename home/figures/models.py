from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from campaigns.figures.models import Figure
from campaigns.languages.order import readers_language
from campaigns.languages.shown import best_of
from home.list_pages import ListPage


class FigureIndexPage(ListPage):
    """The figures that may be shown today, newest surveys first. What has expired is left out until staff renew it."""

    page_description = _("All figures that may be shown today, with chart, table and source")
    template = "pages/figure_index.html"

    class Meta:
        verbose_name = _("page of figures")
        verbose_name_plural = _("pages of figures")

    @path("")
    def index_route(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, context_overrides={"figures": list(current(readers_language()))})


def current(language: str) -> QuerySet[Figure]:
    """Each figure that has not expired, once, in the best language for a reader, with its parts."""
    unexpired = Figure.objects.filter(Q(expires_on=None) | Q(expires_on__gte=timezone.localdate()))
    return best_of(unexpired, language).prefetch_related("parts").order_by("-year", "pk")
