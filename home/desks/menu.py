"""Desks that nobody has verified for long, among the reports."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.desks.models import Desk
from campaigns.desks.verification import LIST


class DesksToVerify(MenuItem):
    """Leads to the list of desks, narrowed down to those; the letter on them leads there too."""

    def __init__(self) -> None:
        super().__init__(
            _("Desks to verify"),
            f"{reverse(LIST)}?verified=stale",
            name="desks-to-verify",
            icon_name="mail",
            order=1220,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(ModelPermissionPolicy(Desk).user_has_any_permission(request.user, ["add", "change"]))
