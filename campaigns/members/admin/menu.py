"""An entry of the admin's menu that only those see who may use what it opens."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet


class PermittedViewSet(ViewSet):
    """Views with a menu entry; each says by `may_see` to whom it is shown."""

    def may_see(self, request: HttpRequest) -> bool:
        raise NotImplementedError

    def get_menu_item(self, order: int | None = None) -> MenuItem:
        return PermittedMenuItem(self, self.menu_order if order is None else order)


class PermittedMenuItem(MenuItem):
    def __init__(self, views: PermittedViewSet, order: int) -> None:
        super().__init__(views.menu_label, views.menu_url, name=views.name, icon_name=views.icon, order=order)
        self.views = views

    def is_shown(self, request: HttpRequest) -> bool:
        return self.views.may_see(request)
