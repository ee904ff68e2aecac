from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from campaigns.areas.models import Area
from print_templates.content import Place


class Case(TranslatableMixin, index.Indexed, models.Model):
    """A place or activity that makes loose ties."""

    slug = models.SlugField(_("name in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=80)
    reading = models.CharField(_("reading"), max_length=120, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("municipality"), related_name="cases")
    address = models.CharField(_("address"), max_length=120, blank=True)
    since = models.CharField(_("open since"), max_length=40, blank=True)
    summary = models.CharField(
        _("in one sentence"), max_length=80, help_text=_("Printed on flyers. At most 80 letters.")
    )
    story = models.TextField(_("story"), blank=True)
    first_visit = models.TextField(
        _("the first visit"), blank=True, help_text=_("What to expect when coming for the first time.")
    )
    registration = models.CharField(_("registration"), max_length=80, blank=True)
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("reading"),
                FieldPanel("slug"),
                FieldPanel("area"),
                FieldPanel("address"),
            ],
            _("The place"),
        ),
        FieldPanel("summary"),
        FieldPanel("story"),
        MultiFieldPanel(
            [FieldPanel("first_visit"), FieldPanel("registration"), FieldPanel("hours"), FieldPanel("since")],
            _("Before going"),
        ),
        FieldPanel("source"),
        FieldPanel("sort_order"),
    ]
    search_fields = [index.SearchField("name"), index.SearchField("reading"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "reading"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [models.UniqueConstraint(fields=("slug", "locale"), name="one_case_slug_per_locale")]

    def __str__(self) -> str:
        return self.name

    def as_place(self) -> Place:
        """The case as it is printed."""
        return Place(name=self.name, area=str(self.area), address=self.address, summary=self.summary)
