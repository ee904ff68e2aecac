from django.urls import path

from campaigns.kits.views.downloads import download, download_press_zip, download_zip, poster_for_anyone
from campaigns.kits.views.kit_page import kit_page, start
from campaigns.kits.views.pictures import picture
from campaigns.kits.views.waiting import wait, wait_for_poster

app_name = "kits"

urlpatterns = [
    path("", start, name="start"),
    path("poster.pdf", poster_for_anyone, name="open_poster"),
    path("poster.pdf/wait/", wait_for_poster, name="wait_for_poster"),
    path("<slug:slug>/", kit_page, name="kit"),
    path("<slug:slug>/kit.zip", download_zip, name="zip"),
    path("<slug:slug>/press.zip", download_press_zip, name="press_zip"),
    path("<slug:slug>/<slug:name>.pdf", download, name="file"),
    path("<slug:slug>/<str:what>/wait/", wait, name="wait"),
    path("<slug:slug>/<slug:name>-<int:page>-<int:width>.png", picture, name="picture"),
]
