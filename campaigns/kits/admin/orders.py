"""Orders for all in the admin: a list, a new one, and the table of who gets how many copies of what."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from campaigns.current import current_campaign
from campaigns.kits.admin import order_files
from campaigns.kits.admin.order_files import order_of, policy
from campaigns.kits.admin.order_forms import OrderForm, TableForm, TableUpload
from campaigns.kits.models import Order
from campaigns.kits.orders import spreadsheet
from campaigns.kits.orders.quantities import Copies, Frozen, begin, change, copied, table
from campaigns.members.admin.menu import PermittedViewSet
from campaigns.models import Edition

#: Orders that are listed, the newest first.
SHOWN = 100


class OrderPage(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What the pages of orders share: who may see them, and where they stand."""

    header_icon = "mail"
    permission_policy = policy
    any_permission_required = ["view", "add", "change"]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def may(self, action: str) -> bool:
        return bool(policy.user_has_permission(self.request.user, action))


class OrderListView(OrderPage):
    template_name = "kits/admin/orders.html"
    page_title = gettext_lazy("Orders for all")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        orders = Order.objects.select_related("edition__campaign", "shop").annotate(
            copies=Sum("lines__quantity")
        )
        return {
            **super().get_context_data(**kwargs),
            "orders": orders[:SHOWN],
            "may_add": self.may("add"),
            "edition": current_edition(),
        }


class NewOrderView(OrderPage):
    template_name = "kits/admin/order_new.html"
    page_title = gettext_lazy("New order for all")
    any_permission_required = ["add"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"form": OrderForm(), "edition": current_edition(), **super().get_context_data(**kwargs)}

    def post(self, request: HttpRequest) -> HttpResponse:
        edition, form = current_edition(), OrderForm(request.POST)
        if edition is None or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        form.instance.edition = edition
        begin(form.instance, form.wanted)
        messages.success(request, _("The order was saved. Now see who gets how many copies."))
        return redirect("orders:table", pk=form.instance.pk)


class TableView(OrderPage):
    """Who gets how many copies; after the first download only to read."""

    template_name = "kits/admin/order.html"

    def get_page_title(self) -> str:
        return str(self.order)

    @property
    def order(self) -> Order:
        if "order" not in self.__dict__:
            self.__dict__["order"] = order_of(self.kwargs["pk"])
        found: Order = self.__dict__["order"]
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or TableForm(table(self.order))
        return {
            "upload": TableUpload(),
            **super().get_context_data(**kwargs),
            "order": self.order,
            "table": form.table,
            "form": form,
            "may_change": self.may("change") and not self.order.is_frozen,
            "may_add": self.may("add"),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may("change"):
            raise PermissionDenied
        form = TableForm(table(self.order), {name: str(value) for name, value in request.POST.items()})
        copies = form.copies(for_all=request.POST.get("action") == "for_all")
        if form.problems:
            return self.render_to_response(self.get_context_data(form=form))
        return saved(request, self.order, copies)


class UploadView(TableView):
    """The same page, taking a filled-in table."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("orders:table", pk=kwargs["pk"])

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may("change"):
            raise PermissionDenied
        upload, problems = TableUpload(request.POST, request.FILES), []
        if upload.is_valid():
            try:
                return saved(
                    request, self.order, spreadsheet.read(upload.cleaned_data["file"], table(self.order))
                )
            except spreadsheet.Unreadable as error:
                problems = error.problems
        return self.render_to_response(self.get_context_data(upload=upload, upload_problems=problems))


def saved(request: HttpRequest, order: Order, copies: Copies) -> HttpResponse:
    """Keep the quantities, unless somebody has downloaded the order meanwhile."""
    try:
        change(order, copies)
    except Frozen:
        messages.error(
            request,
            _(
                "This order was downloaded, so its quantities stay as they are. Copy it as a new order to change them."
            ),
        )
    else:
        messages.success(request, _("The quantities were saved."))
    return redirect("orders:table", pk=order.pk)


@require_safe
def quantities(request: HttpRequest, pk: int) -> HttpResponse:
    """The table as CSV, to fill in."""
    order_files.must_see(request)
    order = order_of(pk)
    name = f"order-{order.pk}-quantities.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(
        spreadsheet.as_csv(table(order)), content_type="text/csv; charset=utf-8", headers=headers
    )


@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """A new order with the same quantities, in the current edition."""
    if not policy.user_has_permission(request.user, "add"):
        raise PermissionDenied
    order = order_of(pk)
    edition = current_edition() or order.edition
    made = copied(order, edition.pk)
    messages.success(
        request, _("This is a copy in edition %(number)s. Change what differs.") % {"number": edition.number}
    )
    return redirect("orders:table", pk=made.pk)


def current_edition() -> Edition | None:
    campaign = current_campaign()
    return campaign.edition if campaign else None


class OrderViewSet(PermittedViewSet):
    name = "orders"
    url_prefix = "orders"
    icon = "mail"
    menu_label = gettext_lazy("Orders for all")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", OrderListView.as_view(), name="index"),
            path("new/", NewOrderView.as_view(), name="new"),
            path("<int:pk>/", TableView.as_view(), name="table"),
            path("<int:pk>/upload/", UploadView.as_view(), name="upload"),
            path("<int:pk>/quantities.csv", quantities, name="quantities"),
            path("<int:pk>/copy/", copy, name="copy"),
            path("<int:pk>/order.zip", order_files.download, name="zip"),
            path("<int:pk>/wait/", order_files.wait, name="wait"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return order_files.may_see(request)


def permissions() -> QuerySet[Permission]:
    """What a group of staff can be allowed to do with orders."""
    names = [get_permission_codename(action, Order._meta) for action in ("add", "change", "view")]
    return Permission.objects.filter(content_type__app_label="kits", codename__in=names)
