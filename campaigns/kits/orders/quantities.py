"""How many copies of which print every organisation gets: read as a table, written as lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.db.models import Q, QuerySet

from campaigns.kits.models import Order, OrderLine
from campaigns.kits.orders.items import Item, items
from campaigns.members.models import Organisation

#: Most copies of one print for one organisation.
MOST = 100_000

#: Copies by organisation's key and item's key.
Copies = Mapping[tuple[int, str], int]


class Frozen(Exception):
    """The order was downloaded; its quantities stay."""


@dataclass(frozen=True)
class Table:
    """An order's organisations and items, and the copies that are ordered."""

    order: Order
    organisations: list[Organisation]
    items: list[Item]
    copies: Copies

    @cached_property
    def totals(self) -> list[tuple[Item, int, int]]:
        """Each item with its copies in all, and how many organisations get some."""
        found = []
        for item in self.items:
            each = [self.copies.get((organisation.pk, item.key), 0) for organisation in self.organisations]
            found.append((item, sum(each), sum(1 for copies in each if copies)))
        return found

    @property
    def total(self) -> int:
        return sum(copies for _item, copies, _organisations in self.totals)


def recipients(order: Order) -> QuerySet[Organisation]:
    """Who is in the order: all approved organisations; once it is frozen, those that were."""
    among = Q(order_lines__order=order) if order.is_frozen else Q(is_approved=True)
    return Organisation.objects.filter(among).distinct().select_related("area__parent")


def table(order: Order) -> Table:
    """The order as it stands, in three queries."""
    lines = list(order.lines.all())
    chosen = {line.item for line in lines}
    return Table(
        order,
        list(recipients(order)),
        [item for key, item in items().items() if key in chosen],
        {(line.organisation_id, line.item): line.quantity for line in lines},
    )


def begin(order: Order, wanted: Mapping[str, int]) -> None:
    """Save a new order with a line for every approved organisation; `wanted` has the copies of each item."""
    with transaction.atomic():
        order.save()
        everyone = Organisation.objects.filter(is_approved=True).values_list("pk", flat=True)
        write(order, {(pk, item): copies for pk in everyone for item, copies in wanted.items()})


def change(order: Order, copies: Copies) -> None:
    """Set some quantities; the others stay. Raises Frozen."""
    with transaction.atomic():
        # A download that begins at this moment waits, or has frozen the order before.
        if Order.objects.select_for_update().get(pk=order.pk).is_frozen:
            raise Frozen
        write(order, copies)


def write(order: Order, copies: Copies) -> None:
    lines = [
        OrderLine(order=order, organisation_id=organisation, item=item, quantity=quantity)
        for (organisation, item), quantity in copies.items()
    ]
    OrderLine.objects.bulk_create(
        lines, update_conflicts=True, unique_fields=["order", "organisation", "item"], update_fields=["quantity"],
        batch_size=500,
    )  # fmt: skip


def copied(order: Order, edition_pk: int) -> Order:
    """A new order with the same quantities, for an edition; who is not approved any more is left out."""
    with transaction.atomic():
        made = Order.objects.create(edition_id=edition_pk, shop=order.shop, note=order.note)
        kept: Iterable[OrderLine] = order.lines.filter(organisation__is_approved=True)
        write(made, {(line.organisation_id, line.item): line.quantity for line in kept})
    return made
