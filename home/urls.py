"""Pages for residents that are the same on every installation."""

from django.urls import include, path

from home.cases.first_card import first_card
from home.feeds.views import News
from home.leaving.views import leaving
from home.selfcheck.views import answers
from home.sitemap.views import site_map

urlpatterns = [
    path("", include("home.search.urls")),
    path("sitemap/", site_map, name="site_map"),
    path("selfcheck/<int:pk>/", answers, name="selfcheck_answers"),
    path("cards/<int:pk>/", first_card, name="first_card"),
    path("leaving/", leaving, name="leaving"),
    path("feeds/<slug:key>/", News(), name="feed"),
]
