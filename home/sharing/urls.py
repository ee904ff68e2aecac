from django.urls import path

from home.sharing.views import sharing_picture

urlpatterns = [
    path("sharing/<slug:key>/<int:pk>-<slug:digest>.png", sharing_picture, name="sharing_picture"),
]
