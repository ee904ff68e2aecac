from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.languages.fields import same_everywhere
from print_templates.content import Chart, ChartPart


class Figure(TranslatableMixin, ClusterableModel):
    """A cited number: value, unit, how many were asked, when, by whom, and until when it may be shown."""

    slug = models.SlugField(_("name in addresses"), max_length=60)
    title = models.CharField(_("title"), max_length=120)
    value = models.DecimalField(_("value"), max_digits=8, decimal_places=1)
    unit = models.CharField(_("unit"), max_length=10, default="％")
    sample_size = models.PositiveIntegerField(_("number of answers"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=200)
    alternative = models.TextField(
        _("the figure in words"), max_length=400, help_text=_("Read aloud to those who do not see the chart.")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    expires_on = models.DateField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_(
            "From the day after, the page of figures leaves it out and a campaign says how old it is."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("slug"), FieldPanel("value"), FieldPanel("unit")],
            _("The number"),
        ),
        FieldPanel("alternative"),
        InlinePanel("parts", heading=_("Distribution"), label=_("Part")),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldPanel("year"),
                FieldPanel("sample_size"),
                FieldPanel("note"),
                FieldPanel("expires_on"),
            ],
            _("Where it comes from"),
        ),
    ]

    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere(
        "slug", "value", "sample_size", "year", "expires_on"
    )

    class Meta(TranslatableMixin.Meta):
        ordering = ["slug"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [models.UniqueConstraint(fields=("slug", "locale"), name="one_figure_slug_per_locale")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_expired(self) -> bool:
        """Past its last day: left out of the page of figures, and where a campaign names it, said to be old."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def is_shown(self) -> bool:
        return not self.is_expired

    def as_chart(self) -> Chart:
        """The figure as it is printed."""
        parts = tuple(ChartPart(part.label, float(part.value)) for part in self.parts.all())
        return Chart(self.title, f"{self.value:g}", self.unit, self.source, self.alternative, parts)


class FigurePart(TranslatableMixin, Orderable):
    """One answer of a distribution and its share."""

    figure = ParentalKey(Figure, on_delete=models.CASCADE, related_name="parts")
    label = models.CharField(_("label"), max_length=30)
    value = models.DecimalField(_("value"), max_digits=6, decimal_places=1)

    panels = [FieldPanel("label"), FieldPanel("value")]

    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("value")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")

    def __str__(self) -> str:
        return f"{self.label} {self.value}"
