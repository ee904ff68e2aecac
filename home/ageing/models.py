from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from campaigns.cases.models import Case


class Check(models.Model):
    """That somebody has read something and found it right, without changing it."""

    checked_on = models.DateField(_("checked on"), default=timezone.localdate)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("checked by")
    )

    class Meta:
        abstract = True


class PageCheck(Check):
    page = models.OneToOneField(Page, models.CASCADE, related_name="page_check", verbose_name=_("page"))

    class Meta:
        verbose_name = _("page check")
        verbose_name_plural = _("page checks")

    def __str__(self) -> str:
        return f"{self.page}: {self.checked_on}"


class CaseCheck(Check):
    case = models.OneToOneField(Case, models.CASCADE, related_name="case_check", verbose_name=_("case"))

    class Meta:
        verbose_name = _("case check")
        verbose_name_plural = _("case checks")

    def __str__(self) -> str:
        return f"{self.case}: {self.checked_on}"
