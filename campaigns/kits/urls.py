from django.urls import path

from campaigns.kits import views

app_name = "kits"

urlpatterns = [
    path("", views.start, name="start"),
    path("poster.pdf", views.poster_for_anyone, name="open_poster"),
    path("<slug:slug>/", views.kit_page, name="kit"),
    path("<slug:slug>/kit.zip", views.download_zip, name="zip"),
    path("<slug:slug>/<slug:name>.pdf", views.download, name="file"),
    path("<slug:slug>/<slug:name>-<int:page>-<int:width>.png", views.picture, name="picture"),
]
