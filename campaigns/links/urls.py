from django.urls import path

from campaigns.links import views

app_name = "links"

# Codes are printed in upper case, because that makes them smaller; both spellings lead home.
urlpatterns = [
    path("q/", views.type_in, name="type_in"),
    path("q", views.type_in),
    path("Q/", views.type_in),
    path("Q", views.type_in),
    path("q/<path:code>", views.follow, name="follow"),
    path("Q/<path:code>", views.follow),
]
