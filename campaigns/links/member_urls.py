from django.urls import path

from campaigns.links.placements.views.editing import add, delete, edit
from campaigns.links.placements.views.files import photo, sticker
from campaigns.links.placements.views.listing import placements_csv, placements_page
from campaigns.links.placements.views.stepping import displayed, removed, renewed, undo
from campaigns.links.results.members.views import results_csv, results_page

app_name = "placements"

urlpatterns = [
    path("my/<slug:slug>/placements/", placements_page, name="list"),
    path("my/<slug:slug>/placements/placements.csv", placements_csv, name="csv"),
    path("my/<slug:slug>/placements/add/", add, name="add"),
    path("my/<slug:slug>/placements/<int:pk>/edit/", edit, name="edit"),
    path("my/<slug:slug>/placements/<int:pk>/displayed/", displayed, name="displayed"),
    path("my/<slug:slug>/placements/<int:pk>/removed/", removed, name="removed"),
    path("my/<slug:slug>/placements/<int:pk>/renewed/", renewed, name="renewed"),
    path("my/<slug:slug>/placements/<int:pk>/undo/", undo, name="undo"),
    path("my/<slug:slug>/placements/<int:pk>/delete/", delete, name="delete"),
    path("my/<slug:slug>/placements/<int:pk>/photo.jpg", photo, name="photo"),
    path("my/<slug:slug>/placements/<int:pk>/sticker.pdf", sticker, name="sticker"),
    path("my/<slug:slug>/results/", results_page, name="results"),
    path("my/<slug:slug>/results/results.csv", results_csv, name="results_csv"),
]
