"""The report of ageing pages among Wagtail's reports, and its button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from home.ageing.models import PageCheck
from home.ageing.old import DAYS, looked_at

MAY_SEE = ["add", "change", "publish"]


class AgeingView(AdminPage):
    """Pages that nobody has looked at for a year, the longest unseen first."""

    page_title = gettext_lazy("Pages to read again")
    header_icon = "history"
    permission_policy = page_permission_policy
    any_permission_required = MAY_SEE
    template_name = "ageing/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        every = looked_at()
        old = [each for each in every if each.is_old]
        return {**context, "rows": old, "recent": len(every) - len(old), "days": DAYS}


@require_POST
def checked(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who may change the page has read it."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    PageCheck.objects.update_or_create(
        page=page, defaults={"checked_on": timezone.localdate(), "checked_by_id": request.user.pk}
    )
    messages.success(request, _("Thank you. “%(page)s” comes back in a year.") % {"page": page.title})
    return redirect("ageing:index")


class AgeingViewSet(PermittedViewSet):
    name = "ageing"
    url_prefix = "ageing"
    icon = "history"
    menu_label = gettext_lazy("Pages to read again")
    menu_order = 1200
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", AgeingView.as_view(), name="index"), path("<int:pk>/", checked, name="checked")]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, MAY_SEE))
