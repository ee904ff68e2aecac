from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.models import Edition

#: How long a builder may stay silent before another takes over; every plate built renews it.
LEASE = timedelta(seconds=90)


class PrintJob(models.Model):
    """The building of one batch of an edition's plates; this row, not the task queue, knows how far it is."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="jobs", verbose_name=_("edition"))
    #: `Batch.key`: the default set, a print shop's press files, or sheets for A3, of which version.
    batch = models.CharField(_("prints"), max_length=80, default="default")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    done = models.PositiveSmallIntegerField(_("plates built"), default=0)
    total = models.PositiveSmallIntegerField(_("plates in all"), default=0)
    refused = models.PositiveSmallIntegerField(_("plates held back"), default=0)
    reason = models.TextField(_("reason of the failure"), blank=True)
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=("edition", "batch"), name="one_job_per_edition_and_batch")
        ]
        verbose_name = _("print job")
        verbose_name_plural = _("print jobs")

    def __str__(self) -> str:
        return f"{self.edition}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        """Whether plates are still to come without anybody asking again."""
        return self.state in {self.State.WAITING, self.State.RUNNING}

    @property
    def is_stopped(self) -> bool:
        """Whether nobody has worked on it for longer than a lease, though plates are still to come."""
        now = timezone.now()
        silent = self.state == self.State.WAITING and self.updated_at < now - LEASE
        return self.is_open and (silent or (self.lease_until is not None and self.lease_until < now))
