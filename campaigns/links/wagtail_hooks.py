"""What the admin offers of codes. Only registers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks

from campaigns.links.admin.hiding import warn_in_editor
from campaigns.links.custody.admin.access import permissions
from campaigns.links.custody.admin.views import AlarmsPanel, CustodyViewSet


@hooks.register("register_admin_viewset")
def register_of_codes() -> CustodyViewSet:
    return CustodyViewSet()


hooks.register("before_edit_page", warn_in_editor)


@hooks.register("construct_homepage_panels")
def show_alarms(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(AlarmsPanel())


@hooks.register("register_permissions")
def code_permissions() -> QuerySet[Permission]:
    return permissions()
