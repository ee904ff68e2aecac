"""Who may see the register: whoever may see or change codes."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.links.models import ShortLink

policy = ModelPermissionPolicy(ShortLink)
MAY_SEE = ["view", "change"]


def may_see(request: HttpRequest) -> bool:
    return bool(policy.user_has_any_permission(request.user, MAY_SEE))


def must_see(request: HttpRequest) -> None:
    """Raises PermissionDenied, which the admin turns into a sentence."""
    if not may_see(request):
        raise PermissionDenied


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to do with codes."""
    names = [get_permission_codename("view", ShortLink._meta)]
    return Permission.objects.filter(content_type__app_label="links", codename__in=names)
