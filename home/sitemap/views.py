from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from campaigns.languages.order import readers_language
from campaigns.languages.shown import best_of
from home.sitemap.tree import tree


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """All pages below the home page in the best language for the reader."""
    site = Site.find_for_request(request)
    key = {"translation_key": site.root_page.translation_key} if site else {"pk": 0}
    home = best_of(Page.objects.live().filter(**key, alias_of=None), readers_language()).first()
    return render(request, "sitemap/site_map.html", {"branches": tree(home, request) if home else []})
