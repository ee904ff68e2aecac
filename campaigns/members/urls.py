from django.urls import path

from campaigns.members.directory.views import directory, public_logo
from campaigns.members.invitations.views import invitation
from campaigns.members.joining.views import join, join_sent
from campaigns.members.overview.views import overview
from campaigns.members.people import views as people
from campaigns.members.profile import views as profile

app_name = "members"

urlpatterns = [
    path("join/", join, name="join"),
    path("join/sent/", join_sent, name="join_sent"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("my/<slug:slug>/people/", people.people, name="people"),
    path("my/<slug:slug>/people/leave/", people.leave, name="leave"),
    path("my/<slug:slug>/people/hand-over/", people.hand_over_to, name="hand_over"),
    path("my/<slug:slug>/people/<int:pk>/role/", people.change_role, name="change_role"),
    path("my/<slug:slug>/people/<int:pk>/remove/", people.remove_person, name="remove_person"),
    path("my/<slug:slug>/people/invitations/<int:pk>/again/", people.invite_again, name="invite_again"),
    path("my/<slug:slug>/people/invitations/<int:pk>/withdraw/", people.withdraw, name="withdraw"),
    path("members/", directory, name="directory"),
    path("members/<slug:slug>/<str:version>.png", public_logo, name="public_logo"),
    path("my/<slug:slug>/", overview, name="overview"),
    path("my/<slug:slug>/profile/", profile.profile, name="profile"),
    path("my/<slug:slug>/profile/logo/remove/", profile.remove_logo, name="remove_logo"),
    path("my/<slug:slug>/profile/logo/<str:ink>.png", profile.logo_picture, name="logo_picture"),
]
