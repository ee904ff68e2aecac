"""The addresses of the register and its entry in the menu, and what the admin's home shows of it."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from campaigns.links.custody.admin.access import may_see
from campaigns.links.custody.admin.checks import check_many, check_one
from campaigns.links.custody.admin.code import CodeView, picture
from campaigns.links.custody.admin.listing import RegisterView
from campaigns.links.custody.alarms import alarms
from campaigns.members.admin.menu import PermittedViewSet


class CustodyViewSet(PermittedViewSet):
    name = "custody"
    url_prefix = "codes"
    icon = "list-ul"
    menu_label = _("Codes (menu)")
    menu_order = 215
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", RegisterView.as_view(), name="index"),
            path("results/", RegisterView.as_view(results_only=True), name="index_results"),
            path("check/", check_many, name="check_many"),
            path("<int:pk>/", CodeView.as_view(), name="code"),
            path("<int:pk>/check/", check_one, name="check"),
            path("<int:pk>/code.svg", picture, name="picture"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return may_see(request)


class AlarmsPanel(Component):
    """On the admin's home while there is something to look after."""

    name = "code_alarms"
    template_name = "custody/home_panel.html"
    order = 80

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"alarms": alarms() if may_see(parent_context["request"]) else []}
