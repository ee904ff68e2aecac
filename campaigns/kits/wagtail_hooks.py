"""What the admin offers of the print shop. Only registers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from campaigns.kits.admin.jobs import JobsPanel, PrintJobViewSet, permissions
from campaigns.kits.admin.orders import OrderViewSet
from campaigns.kits.admin.orders import permissions as order_permissions
from campaigns.kits.admin.print_shops import PrintShopViewSet


class PrintGroup(SnippetViewSetGroup):
    """How paper comes out."""

    items = (OrderViewSet, PrintShopViewSet, PrintJobViewSet)
    menu_label = _("Print shop (menu)")
    menu_icon = "doc-full"
    menu_order = 220


register_snippet(PrintGroup)


@hooks.register("construct_homepage_panels")
def show_jobs(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(JobsPanel())


@hooks.register("register_permissions")
def job_permissions() -> QuerySet[Permission]:
    return permissions() | order_permissions()
