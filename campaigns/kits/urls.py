from django.urls import path

from campaigns.kits.views.downloads import download, download_press_zip, download_zip, poster_for_anyone
from campaigns.kits.views.guide import guide
from campaigns.kits.views.kit_page import kit_page, start
from campaigns.kits.views.pictures import picture
from campaigns.kits.views.starter import starter, starter_file, starter_picture, wait_for_starter
from campaigns.kits.views.waiting import wait, wait_for_poster

app_name = "kits"

urlpatterns = [
    path("printing/", guide, name="guide"),
    path("starter/", starter, name="starter"),
    path("starter/<slug:name>.pdf", starter_file, name="starter_file"),
    path("starter/<slug:name>.pdf/wait/", wait_for_starter, name="wait_for_starter"),
    path("starter/<slug:name>-<int:page>-<int:width>.png", starter_picture, name="starter_picture"),
    path("kit/", start, name="start"),
    path("kit/poster.pdf", poster_for_anyone, name="open_poster"),
    path("kit/poster.pdf/wait/", wait_for_poster, name="wait_for_poster"),
    path("kit/<slug:slug>/", kit_page, name="kit"),
    path("kit/<slug:slug>/kit.zip", download_zip, name="zip"),
    path("kit/<slug:slug>/press.zip", download_press_zip, name="press_zip"),
    path("kit/<slug:slug>/<slug:name>.pdf", download, name="file"),
    path("kit/<slug:slug>/<str:what>/wait/", wait, name="wait"),
    path("kit/<slug:slug>/<slug:name>-<int:page>-<int:width>.png", picture, name="picture"),
]
