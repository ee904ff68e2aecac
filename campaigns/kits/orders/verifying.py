"""Verifying an order's files: at once when they are few, else by the worker, with progress."""

from django.core.cache import cache
from django_tasks import task

from campaigns.kits import plates, verdicts
from campaigns.kits.models import Order
from campaigns.kits.orders.bundle import Bundle
from campaigns.kits.orders.pieces import Press
from campaigns.kits.verifying import AT_ONCE, LEASE


def waits(bundle: Bundle) -> bool:
    """Whether what is missing is left to the worker, which is told so; otherwise it is verified now."""
    missing = bundle.missing
    if not missing:
        return False
    if plates.builds_here() or missing <= AT_ONCE:
        verify(bundle.press)
        return False
    # Whoever comes first queues it; when its worker died, whoever comes after the lease.
    if cache.add(lease_of(bundle.order.pk), True, LEASE):
        verify_order.enqueue(bundle.order.pk)
    return True


def lease_of(order_pk: int) -> str:
    return f"verifying-order-{order_pk}"


@task(backend="print", queue_name="print")
def verify_order(order_pk: int) -> None:
    """Verify what is missing of an order. Doing it twice does no harm: a verdict is kept once."""
    order = Order.objects.select_related("edition__campaign", "shop").get(pk=order_pk)
    try:
        verify(Press(order, build=False))
    except FileNotFoundError:
        # Whoever looks next finds the plate missing and orders it.
        if not plates.forget_lost(order.edition):
            raise
    cache.delete(lease_of(order_pk))


def verify(press: Press) -> None:
    """Organisation by organisation; each renews the lease."""
    for organisation in press.recipients:
        verdicts.ensure([piece.file for piece in press.of(organisation)])
        cache.touch(lease_of(press.order.pk), LEASE)
    if press.ticket:
        verdicts.ensure([press.ticket])
