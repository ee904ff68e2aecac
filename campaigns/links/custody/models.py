"""What is kept of looking after codes: how each was found, how its host answers, and what the office was told."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


class Result(models.TextChoices):
    """What came of asking the site for a code as a reader's telephone does."""

    FINE = "fine", _("Leads to its page")
    FALLBACK = "fallback", _("Leads elsewhere")
    FAILED = "failed", _("Leads nowhere")


class Finding(models.Model):
    """How a code was found. `reason` is a key of `words.REASONS` when it failed; `led_to` a path or an address."""

    result = models.CharField(_("result"), max_length=10, choices=Result, blank=True, default="")
    reason = models.CharField(_("reason"), max_length=20, blank=True, default="")
    led_to = models.CharField(_("led to"), max_length=500, blank=True, default="")

    class Meta:
        abstract = True


class CodeCheck(Finding):
    """How a code was found last. One that `is_wanted` is looked at before all others."""

    link = models.OneToOneField(
        "links.ShortLink", models.CASCADE, related_name="last_check", verbose_name=_("code")
    )
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True, db_index=True)
    is_wanted = models.BooleanField(_("to be checked soon"), default=False)

    class Meta:
        verbose_name = _("check of a code")
        verbose_name_plural = _("checks of codes")

    def __str__(self) -> str:
        return f"{self.link}: {self.get_result_display()}"


class CheckChange(Finding):
    """That a code was found otherwise than the time before."""

    link = models.ForeignKey(
        "links.ShortLink", models.CASCADE, related_name="check_changes", verbose_name=_("code")
    )
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)

    class Meta:
        ordering = ["-seen_at", "-pk"]
        verbose_name = _("change of a check")
        verbose_name_plural = _("changes of checks")

    def __str__(self) -> str:
        return f"{self.link}: {self.get_result_display()}"


class Walk(models.Model):
    """One look at every code there is, in as many runs as it takes; without an end while some are left."""

    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("walk of codes")
        verbose_name_plural = _("walks of codes")

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d}"


class HostSeen(models.Model):
    """How a host of this site answered last. `reason` is empty, or says why it did not; `since` is when that began."""

    name = models.CharField(_("host"), max_length=255, unique=True)
    seen_at = models.DateTimeField(_("last asked"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=20, blank=True, default="")
    since = models.DateTimeField(_("since"), null=True, blank=True)
    certificate_until = models.DateField(_("certificate ends"), null=True, blank=True)

    class Meta:
        verbose_name = _("host as it was seen")
        verbose_name_plural = _("hosts as they were seen")

    def __str__(self) -> str:
        return self.name


class AlarmLetter(models.Model):
    """The last letter to the office: when it went, and the keys of the alarms that it told."""

    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    told = models.JSONField(_("told"), default=list)

    class Meta:
        verbose_name = _("letter on codes")
        verbose_name_plural = _("letters on codes")

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d}"


@register_setting(icon="date")
class HostDates(BaseSiteSetting):
    """What only a person knows of the hosts that are printed: until when they are paid for, and who renews them."""

    domain_renews_on = models.DateField(
        _("domain to be renewed by"), null=True, blank=True,
        help_text=_("The day on which the name printed on every poster runs out. You are warned 60, 30 and 7 days before."),
    )  # fmt: skip
    certificate_until = models.DateField(
        _("certificate ends"), null=True, blank=True,
        help_text=_("Only needed where it cannot be read from the host itself, which is tried every week."),
    )  # fmt: skip
    link_domain_renews_on = models.DateField(
        _("domain to be renewed by"), null=True, blank=True,
        help_text=_("Only needed where codes have a host of their own, under another name."),
    )  # fmt: skip
    link_certificate_until = models.DateField(_("certificate ends"), null=True, blank=True)
    contact = models.CharField(
        _("whom to ask"), max_length=120, blank=True,
        help_text=_("For example the department that holds the contract, with its extension."),
    )  # fmt: skip
    note = models.TextField(_("note"), max_length=400, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("domain_renews_on"), FieldPanel("certificate_until")])],
            _("Host of the site"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("link_domain_renews_on"), FieldPanel("link_certificate_until")])],
            _("Host of the codes"),
        ),
        FieldPanel("contact"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("domain and certificate")

    def __str__(self) -> str:
        return str(_("domain and certificate"))
