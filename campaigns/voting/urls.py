from django.urls import path

from campaigns.voting import views

app_name = "voting"

urlpatterns = [
    path("my/<slug:slug>/vote/", views.vote, name="vote"),
    path("my/<slug:slug>/vote/<int:candidate>/<str:design>-<int:width>.png", views.picture, name="picture"),
]
