"""Link checks as staff see them: a list to read; only members enter pages, and only looking changes results."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.banners.models import LinkCheck
from campaigns.banners.words import what_next


class OnlyToRead(ModelPermissionPolicy):
    """Whoever may see or change the model may see it; nobody adds, changes or deletes."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        may = super().user_has_permission
        return action == "view" and (may(user, "view") or may(user, "change"))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action)


def said(check: LinkCheck) -> str:
    return what_next(check)


class LinkCheckViewSet(SnippetViewSet):
    model = LinkCheck
    icon = "link"
    permission_policy = OnlyToRead(LinkCheck)
    list_display = [
        "organisation",
        "url",
        Column("result", label=_("result"), accessor="get_result_display"),
        Column("said", label=_("what the organisation is told"), accessor=said),
        DateColumn("checked_at", label=_("last looked at"), sort_key="checked_at"),
        DateColumn("written_at", label=_("letter sent"), sort_key="written_at"),
    ]
    list_filter = ["result"]
    search_fields = ["organisation__name", "url"]
    list_export = ["organisation", "url", "result", "reason", "checked_at"]
    menu_label = _("Link checks")
    # Among the reports; were it nowhere, the menu would have an entry “snippets” for this alone.
    menu_hook = "register_reports_menu_item"
    menu_order = 1220
