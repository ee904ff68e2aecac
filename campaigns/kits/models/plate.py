from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import private_storage
from campaigns.models import Edition


class Plate(models.Model):
    """A laid out PDF with empty panels: an edition × design × sheet × variant × finish × print shop × paper, made once."""

    class Verdict(models.TextChoices):
        """What the preflight said; a refused plate is kept for staff to see and never handed out."""

        UNCHECKED = "unchecked", _("Not checked")
        FINE = "fine", _("Fine")
        WARNED = "warned", _("Fine, with hints")
        REFUSED = "refused", _("Held back")

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="plates", verbose_name=_("edition"))
    design = models.CharField(_("design"), max_length=20)
    sheet = models.CharField(_("sheet"), max_length=20)
    finish = models.CharField(_("finish"), max_length=20)
    variant = models.CharField(_("variant"), max_length=20, default="standard")
    #: The digest of the print shop's demands; empty for the generic one.
    shop = models.CharField(_("print shop"), max_length=16, blank=True, default="")
    paper = models.CharField(_("paper"), max_length=4, default="a4")
    language = models.CharField(_("language"), max_length=12, default="ja")
    code_version = models.PositiveSmallIntegerField(default=1)
    #: Its name in a kit when it was built; a preset's key may have changed since.
    filename = models.CharField(_("file name"), max_length=100, blank=True, default="")
    #: Empty when the plate could not be made; `findings` say why, and the verdict is refused.
    pdf = models.FileField(upload_to="plates", storage=private_storage)
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField(_("pages"), default=1)
    #: Width and height in mm after cutting, as the file's first page says.
    trim_mm = models.JSONField(default=list)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, default=Verdict.UNCHECKED)
    #: What the preflight found, as `examination.Note` in plain data.
    findings = models.JSONField(_("findings"), default=list, blank=True)
    built_at = models.DateTimeField(_("built"), default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=(
                    "edition", "design", "sheet", "finish", "variant", "shop", "paper", "language", "code_version",
                ),
                name="one_plate_per_identity",
            )
        ]  # fmt: skip
        verbose_name = _("plate")
        verbose_name_plural = _("plates")

    def __str__(self) -> str:
        return self.filename or f"{self.design}-{self.sheet}-{self.finish}"

    @property
    def key(self) -> tuple[str, str, str, str, str, str]:
        """What tells it from the other plates of its edition: see `Combination.key`."""
        return self.design, self.sheet, self.finish, self.shop, self.paper, self.variant

    @property
    def is_refused(self) -> bool:
        return self.verdict == self.Verdict.REFUSED

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """The row, then its file."""
        storage, name = self.pdf.storage, self.pdf.name
        deleted = super().delete(*args, **kwargs)
        if name:
            storage.delete(name)
        return deleted
