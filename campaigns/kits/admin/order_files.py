"""The ZIP of an order for all: sent once every file was made and verified, waited for until then."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.kits import ranges
from campaigns.kits.models import Order
from campaigns.kits.orders.bundle import Bundle
from campaigns.kits.orders.verifying import waits
from campaigns.kits.plates import builds_here
from campaigns.kits.ranges import Download
from campaigns.kits.views.access import asked_again, built, led_on, progress

policy = ModelPermissionPolicy(Order)


def may_see(request: HttpRequest) -> bool:
    return bool(policy.user_has_any_permission(request.user, ["view", "add", "change"]))


def must_see(request: HttpRequest) -> None:
    """Raises PermissionDenied, which the admin turns into a sentence."""
    if not may_see(request):
        raise PermissionDenied


def order_of(pk: int) -> Order:
    return get_object_or_404(Order.objects.select_related("edition__campaign", "shop"), pk=pk)


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The ZIP, or the way to where one waits for it."""
    must_see(request)
    order, waiting = order_of(pk), reverse("orders:wait", args=[pk])
    return built(lambda: sent(request, order, waiting), lambda _job: led_on(waiting), order.edition)


def sent(request: HttpRequest, order: Order, waiting: str) -> HttpResponseBase:
    """Send what was verified; the first byte freezes the order."""
    bundle = ready(order)
    if bundle is None:
        return led_on(waiting)
    if ranges.has_already(request, bundle.etag):
        return ranges.not_modified(bundle.etag)
    bundle.press.open_plates()
    body = Download(bundle.etag, bundle.filename, "application/zip", bundle.segments())
    if (
        ranges.begins(request, body)
        and order.freeze()
        and Bundle(order, build=builds_here()).etag != bundle.etag
    ):
        # Somebody changed a quantity between the reading and the freezing.
        return led_on(waiting)
    return ranges.response(request, body)


def ready(order: Order) -> Bundle | None:
    """The order's files when all of them can be sent; None while some are missing, or when some never can."""
    bundle = Bundle(order, build=builds_here())
    if waits(bundle):
        return None
    if bundle.missing:
        # They were verified just now.
        bundle = Bundle(order, build=builds_here())
    return None if bundle.refused or bundle.press.held_back or not bundle.parts else bundle


@require_safe
def wait(request: HttpRequest, pk: int) -> HttpResponseBase:
    """How far the files are, what keeps them back, or the page that starts the download."""
    must_see(request)
    order, back = order_of(pk), reverse("orders:table", args=[pk])
    return built(
        lambda: looked(request, order, back), lambda job: progress(request, job, back=back), order.edition
    )


def looked(request: HttpRequest, order: Order, back: str) -> HttpResponseBase:
    bundle = Bundle(order, build=builds_here())
    if waits(bundle):
        done, total = len(bundle.keys) - bundle.missing, len(bundle.keys)
        return asked_again(request, {"verifying": True, "done": done, "total": total, "back": back})
    if bundle.missing:
        bundle = Bundle(order, build=builds_here())
    if bundle.refused or bundle.press.held_back or not bundle.parts:
        context = {
            "order": order,
            "refused": bundle.refused,
            "held_back": bundle.press.held_back,
            "back": back,
        }
        return TemplateResponse(request, "kits/admin/order_refused.html", context)
    file = reverse("orders:zip", args=[order.pk])
    return render(request, "kits/begun.html", {"file": file, "filename": bundle.filename, "back": back})
