from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path, reverse
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.images import urls as wagtailimages_urls

from campaigns import views as campaign_views
from campaigns.links.admin.hiding import set_privacy_with_codes
from campaigns.links.admin.single import UnpublishWithCodes
from cms.sheets import sheet_css


def one_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's own login form would pass by the second factor; there is one login for everybody."""
    query = request.GET.urlencode()
    return HttpResponseRedirect(reverse("account_login") + (f"?{query}" if query else ""))


urlpatterns = [
    path("", include("campaigns.links.urls")),
    path("theme/<str:key>.css", campaign_views.theme_css, name="theme_css"),
    path("theme/<str:key>.woff2", campaign_views.theme_font, name="theme_font"),
    path(
        "theme/<slug:key>/<slug:screen>.<str:digest>.svg", campaign_views.theme_artwork, name="theme_artwork"
    ),
    path("style/<slug:name>.css", sheet_css, name="sheet"),
    path("", include("home.sharing.urls")),
    path("", include("home.sitemap.urls")),
    path("admin/login/", one_login),
    # Wagtail's own view of this address has no hook that could ask before it is confirmed.
    path("admin/pages/<int:page_id>/unpublish/", require_admin_access(UnpublishWithCodes.as_view())),
    # Nor has the dialogue that restricts who may see a page.
    path("admin/pages/<int:page_id>/privacy/", require_admin_access(set_privacy_with_codes)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("images/", include(wagtailimages_urls)),
]

if settings.DEBUG:
    from django.conf.urls.static import static

    from cms.styleguide.views import urlpatterns as styleguide

    urlpatterns += styleguide
    urlpatterns += static(
        settings.MEDIA_URL.removeprefix(settings.FORCE_SCRIPT_NAME or ""), document_root=settings.MEDIA_ROOT
    )

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.urls")),
    path("", include("campaigns.kits.urls")),
    path("", include("campaigns.members.urls")),
    path("", include("campaigns.links.member_urls")),
    path("", include("campaigns.banners.urls")),
    path("", include("campaigns.voting.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
