"""A page of the admin that is none of a model's: with permissions, and itself at the end of the way to it."""

from typing import Any

from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin


class AdminPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
