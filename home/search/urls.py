from django.urls import path

from home.search.views import search

app_name = "search"

urlpatterns = [path("search/", search, name="search")]
