from typing import cast

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import Organisation, private_storage
from campaigns.models import Edition
from print_templates.design import all_designs
from print_templates.plate import Plate as LaidOutPlate
from print_templates.sheet import Finish


class Plate(models.Model):
    """A laid out PDF with empty panels: an edition × design × sheet × finish, made once."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="plates", verbose_name=_("edition"))
    design = models.CharField(_("design"), max_length=20)
    sheet = models.CharField(_("sheet"), max_length=20)
    finish = models.CharField(_("finish"), max_length=20)
    variant = models.CharField(_("variant"), max_length=20, default="standard")
    language = models.CharField(_("language"), max_length=12, default="ja")
    code_version = models.PositiveSmallIntegerField(default=1)
    pdf = models.FileField(upload_to="plates", storage=private_storage)
    sha256 = models.CharField(max_length=64)
    built_at = models.DateTimeField(_("built"), default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("edition", "design", "sheet", "finish", "variant", "language", "code_version"),
                name="one_plate_per_identity",
            )
        ]
        verbose_name = _("plate")
        verbose_name_plural = _("plates")

    def __str__(self) -> str:
        return f"{self.design}-{self.sheet}-{self.finish}"

    @property
    def filename(self) -> str:
        """The name of its file in a kit."""
        return f"{self}.pdf"

    def laid_out(self) -> LaidOutPlate:
        """The plate as the print shop takes it."""
        design = all_designs()[self.design]
        sheet = design.sheet(self.sheet)
        with self.pdf.open("rb") as file:
            return LaidOutPlate(file.read(), cast("Finish", self.finish), sheet, design.panels(sheet))


class PrintJob(models.Model):
    """The building of an edition's plates; this row, not the task queue, knows how far it is."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="job", verbose_name=_("edition"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    done = models.PositiveSmallIntegerField(_("plates built"), default=0)
    total = models.PositiveSmallIntegerField(_("plates in all"), default=0)
    reason = models.TextField(_("reason of the failure"), blank=True)

    class Meta:
        verbose_name = _("print job")
        verbose_name_plural = _("print jobs")

    def __str__(self) -> str:
        return f"{self.edition}: {self.get_state_display()}"


class KitDownload(models.Model):
    """That files of an edition were taken, by which organisation, and when; nobody's name."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="downloads", verbose_name=_("edition"))
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="downloads",
        verbose_name=_("member organisation"), help_text=_("Empty for the network's own kit."),
    )  # fmt: skip
    by_anyone = models.BooleanField(
        _("by anyone"), default=False, help_text=_("The open poster, taken without an account.")
    )
    files = models.JSONField(_("files"))
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)

    class Meta:
        ordering = ["-taken_at"]
        verbose_name = _("kit taken")
        verbose_name_plural = _("kits taken")

    def __str__(self) -> str:
        return f"{self.organisation or settings.WAGTAIL_SITE_NAME}: {self.edition}"
