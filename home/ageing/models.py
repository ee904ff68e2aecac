from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PageCheck(models.Model):
    """That somebody has read a page and found it right, without changing it."""

    page = models.OneToOneField(Page, models.CASCADE, related_name="page_check", verbose_name=_("page"))
    checked_on = models.DateField(_("checked on"), default=timezone.localdate)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("checked by")
    )

    class Meta:
        verbose_name = _("page check")
        verbose_name_plural = _("page checks")

    def __str__(self) -> str:
        return f"{self.page}: {self.checked_on}"
