"""Which page takes another's place for the codes on paper: named by staff, or the same page in another language."""

from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Successor(models.Model):
    """The page that codes lead to while `page` is not public. When that one is deleted, it takes its links over."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    successor = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("leads to instead"))

    class Meta:
        verbose_name = _("successor")
        verbose_name_plural = _("successors")

    def __str__(self) -> str:
        return f"{self.page} → {self.successor}"


def successors_of(page: Page) -> Iterator[Page]:
    """Its successor, that one's successor and so on, each once; public or not."""
    seen = {page.pk}
    while (row := Successor.objects.select_related("successor").filter(page=page).first()) is not None:
        page = row.successor
        if page.pk in seen:
            return
        seen.add(page.pk)
        yield page
