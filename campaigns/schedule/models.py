from django.db import models
from django.utils.translation import gettext_lazy as _


class DueWork(models.Model):
    """When one kind of work was last done and is due again. Whoever moves `due_at` on has claimed the run."""

    key = models.CharField(_("work"), max_length=40, unique=True)
    due_at = models.DateTimeField(_("due"))
    done_at = models.DateTimeField(_("last done"), null=True, blank=True)
    #: What went wrong at the last run; empty when nothing did.
    problem = models.TextField(_("problem"), blank=True)

    class Meta:
        ordering = ["key"]
        verbose_name = _("due work")
        verbose_name_plural = _("due work")

    def __str__(self) -> str:
        return self.key
