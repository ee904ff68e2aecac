from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.languages.fields import same_everywhere
from campaigns.reading.slugs import free_slug
from print_templates.content import Chart, ChartPart


class Figure(TranslatableMixin, ClusterableModel):
    """A cited number: value, unit, how many were asked, when, by whom, and until when it may be shown."""

    slug = models.SlugField(
        _("name in addresses"),
        max_length=60,
        blank=True,
        help_text=_("Small Latin letters. Left empty, it is made from the title."),
    )
    title = models.CharField(
        _("title"),
        max_length=120,
        help_text=_(
            "Behind the number: who they are. For example: people who talk face to face once a month or less."
        ),
    )
    value = models.DecimalField(
        _("value"),
        max_digits=8,
        decimal_places=1,
        help_text=_("The number alone, as the source has it. For example: 47.0."),
    )
    keeps_decimal = models.BooleanField(
        _("with its decimal"),
        default=True,
        help_text=_("47.0 is shown as 47.0. Clear it for what is only roughly known, such as 4 in 10."),
    )
    unit = models.CharField(
        _("unit"),
        max_length=10,
        default="％",
        help_text=_("Directly behind the number, for example: %."),
    )
    sample_size = models.PositiveIntegerField(
        _("number of answers"),
        null=True,
        blank=True,
        help_text=_("How many answered, without commas. Empty if the source does not say."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        help_text=_("The year in which people were asked; newer figures stand first. For example: 2023."),
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        help_text=_("Below the number: who asked, and the name of the survey."),
    )
    alternative = models.TextField(
        _("the figure in words"), max_length=400, help_text=_("Read aloud to those who do not see the chart.")
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Below the source, for example: how people were asked."),
    )
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
            [
                FieldPanel("title"),
                FieldPanel("slug"),
                FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("keeps_decimal")]),
            ],
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
        "slug", "value", "keeps_decimal", "sample_size", "year", "expires_on"
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free_slug(self, self.title, "", "figure")
        super().save(*args, **kwargs)

    @property
    def shown_number(self) -> Decimal:
        """With the decimals that are shown: one, or none where it is zero and not kept. Pages write it as readers do."""
        shown = Decimal(self.value).quantize(Decimal("0.1"))
        whole = shown.to_integral_value()
        return shown if self.keeps_decimal or shown != whole else whole

    @property
    def shown_value(self) -> str:
        """The number as it is printed."""
        return f"{self.shown_number:f}"

    def as_chart(self) -> Chart:
        """The figure as it is printed."""
        parts = tuple(ChartPart(part.label, float(part.value)) for part in self.parts.all())
        return Chart(self.title, self.shown_value, self.unit, self.source, self.alternative, parts)


class FigurePart(TranslatableMixin, Orderable):
    """One answer of a distribution and its share."""

    figure = ParentalKey(Figure, on_delete=models.CASCADE, related_name="parts")
    label = models.CharField(
        _("label"),
        max_length=30,
        help_text=_("What people could answer. Stands in the chart and in the table."),
    )
    value = models.DecimalField(
        _("value"),
        max_digits=6,
        decimal_places=1,
        help_text=_("Its share. The parts together usually make 100."),
    )

    panels = [FieldPanel("label"), FieldPanel("value")]

    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere("value")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")

    def __str__(self) -> str:
        return f"{self.label} {self.value}"
