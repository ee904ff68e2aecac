from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from campaigns.languages.order import readers_language
from campaigns.languages.shown import best_of
from campaigns.whole_addresses import whole
from home.sitemap.entries import entries
from home.sitemap.robots import rules
from home.sitemap.tree import tree

#: Seconds for which search engines may keep what they are told.
KEPT = 3600


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """All pages below the home page in the best language for the reader."""
    site = Site.find_for_request(request)
    key = {"translation_key": site.root_page.translation_key} if site else {"pk": 0}
    home = best_of(Page.objects.live().filter(**key, alias_of=None), readers_language()).first()
    return render(request, "sitemap/site_map.html", {"branches": tree(home, request) if home else []})


@require_safe
def sitemap_xml(request: HttpRequest) -> HttpResponse:
    """The same for search engines (https://www.sitemaps.org/protocol.html), with places, desks and all languages."""
    answer = render(request, "sitemap/sitemap.xml", {"entries": entries()}, content_type="application/xml")
    patch_cache_control(answer, public=True, max_age=KEPT)
    return answer


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """What search engines may leave out; read at the root of a host alone (RFC 9309)."""
    lines = ["User-agent: *", *rules(), "", f"Sitemap: {whole(reverse('sitemap_xml'))}", ""]
    answer = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    patch_cache_control(answer, public=True, max_age=KEPT)
    return answer
