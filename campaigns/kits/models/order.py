from typing import ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.kits.models.print_shop import PrintShop
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands


class Order(models.Model):
    """What staff have one print shop print for all organisations: press files with quantities, as one job."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="orders", verbose_name=_("edition"))
    shop = models.ForeignKey(
        PrintShop, models.PROTECT, null=True, blank=True, related_name="orders", verbose_name=_("print shop")
    )
    note = models.CharField(_("note to the print shop"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    #: When it was first downloaded; from then on the print shop may have it, and its quantities stay.
    downloaded_at = models.DateTimeField(_("first downloaded"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("order for all")
        verbose_name_plural = _("orders for all")

    def __str__(self) -> str:
        return f"{self.edition} {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"

    @property
    def is_frozen(self) -> bool:
        return self.downloaded_at is not None

    def freeze(self) -> bool:
        """Keep the quantities as they are from now on; False when that was so before. Who has left gets nothing."""
        now = timezone.now()
        with transaction.atomic():
            if not type(self).objects.filter(pk=self.pk, downloaded_at=None).update(downloaded_at=now):
                return False
            OrderLine.objects.filter(order=self, organisation__is_approved=False).delete()
        self.downloaded_at = now
        return True

    def as_shop(self) -> Demands:
        """What its print shop asks for, by now."""
        return self.shop.as_shop() if self.shop else GENERIC


class OrderLine(models.Model):
    """How many copies of one press file one organisation gets."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="lines", verbose_name=_("order for all"))
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="order_lines", verbose_name=_("member organisation")
    )
    #: Design and sheet as in file names, such as poster-a2.
    item = models.CharField(_("print"), max_length=40)
    quantity = models.PositiveIntegerField(_("quantity"))

    class Meta:
        ordering: ClassVar[list[str]] = ["organisation", "item"]
        constraints = [
            models.UniqueConstraint(
                fields=("order", "organisation", "item"), name="one_line_per_order_and_item"
            )
        ]
        verbose_name = _("line of an order")
        verbose_name_plural = _("lines of an order")

    def __str__(self) -> str:
        return f"{self.organisation} {self.item} × {self.quantity}"
