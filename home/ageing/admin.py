"""The report of ageing pages and places among Wagtail's reports, and its button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from campaigns.cases.models import Case
from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from home.ageing.old import DAYS, SORTS, looked_at
from home.sharing.kinds import KINDS

MAY_SEE = ["add", "change", "publish"]
#: Of pages and of places: whoever may work on either reads the report.
POLICIES = (page_permission_policy, ModelPermissionPolicy(Case))


def may_see(user: Any) -> bool:
    return any(policy.user_has_any_permission(user, MAY_SEE) for policy in POLICIES)


class AgeingView(AdminPage):
    """Pages and places that nobody has looked at for a year, the longest unseen first."""

    page_title = gettext_lazy("Pages and places to read again")
    header_icon = "history"
    any_permission_required = MAY_SEE
    template_name = "ageing/list.html"

    def user_has_any_permission(self, permissions: Any) -> bool:
        return may_see(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        every = looked_at()
        old = [each for each in every if each.is_old]
        rows = [(each, each.sort.may_change(self.request.user, each.thing)) for each in old]
        return {**context, "rows": rows, "recent": len(every) - len(old), "days": DAYS}


@require_POST
def checked(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Somebody who may change a page or place has read it."""
    if key not in SORTS:
        raise Http404
    sort = SORTS[key]
    thing = get_object_or_404(KINDS[key].public(), pk=pk)
    if not sort.may_change(request.user, thing):
        raise PermissionDenied
    said = {"checked_on": timezone.localdate(), "checked_by_id": request.user.pk}
    sort.check._default_manager.update_or_create(**{sort.field: thing}, defaults=said)
    title = KINDS[key].title(thing)
    messages.success(request, _("Thank you. “%(page)s” comes back in a year.") % {"page": title})
    return redirect("ageing:index")


def instead_of_wagtails(request: HttpRequest, items: list[Any]) -> None:
    """Hook of the menu of reports: Wagtail's list of old pages says less than ours, and knows no places."""
    items[:] = [item for item in items if item.name != "aging-pages"]


class AgeingViewSet(PermittedViewSet):
    name = "ageing"
    url_prefix = "ageing"
    icon = "history"
    menu_label = gettext_lazy("Pages and places to read again")
    menu_order = 1200
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", AgeingView.as_view(), name="index"),
            path("<slug:key>/<int:pk>/", checked, name="checked"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return may_see(request.user)
