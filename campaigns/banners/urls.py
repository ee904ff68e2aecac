from django.urls import path

from campaigns.banners import views

app_name = "banners"

urlpatterns = [
    path("my/<slug:slug>/banners/", views.banners, name="banners"),
    path("my/<slug:slug>/banners/check/", views.check, name="check"),
    path("banner/<slug:digest>/<str:name>", views.file, name="file"),
]
