from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from print_templates.content import DeskLine


class Desk(TranslatableMixin, index.Indexed, models.Model):
    """A line or counter that answers, with hours and the day somebody last checked it; languages as a list of codes."""

    slug = models.SlugField(_("name in addresses"), max_length=60)
    name = models.CharField(_("name"), max_length=80)
    reading = models.CharField(_("reading"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30)
    phone_alternative = models.CharField(
        _("plain telephone number"),
        max_length=30,
        blank=True,
        help_text=_("For phones that cannot dial a # number."),
    )
    hours = models.CharField(
        _("hours"), max_length=120, help_text=_("In plain words, for example: weekdays 9:00–17:00.")
    )
    topics = models.CharField(_("what one can talk about"), max_length=120, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    cost = models.CharField(_("cost"), max_length=60, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    verified_on = models.DateField(_("last verified"))
    source = models.CharField(_("source"), max_length=200, blank=True)
    prints = models.BooleanField(
        _("goes on paper"),
        default=False,
        help_text=_("Only numbers that will still be right when the campaign ends."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("reading"),
                FieldPanel("slug"),
                FieldPanel("phone"),
                FieldPanel("phone_alternative"),
            ],
            _("The desk"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("hours"),
                FieldPanel("topics"),
                FieldPanel("languages"),
                FieldPanel("cost"),
                FieldPanel("note"),
            ],
            _("What callers need to know"),
        ),
        MultiFieldPanel(
            [FieldPanel("verified_on"), FieldPanel("source"), FieldPanel("prints"), FieldPanel("sort_order")],
            _("For staff"),
        ),
    ]
    search_fields = [index.SearchField("name"), index.SearchField("topics"), index.AutocompleteField("name")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "reading"]
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        constraints = [models.UniqueConstraint(fields=("slug", "locale"), name="one_desk_slug_per_locale")]

    def __str__(self) -> str:
        return self.name

    @property
    def tel(self) -> str:
        """The number as a tel: address; a # must be escaped or the phone dials nothing."""
        return "tel:" + self.phone.replace("-", "").replace(" ", "").replace("#", "%23")

    def as_line(self) -> DeskLine:
        """The desk as it is printed."""
        return DeskLine(name=self.name, phone=self.phone, hours=self.hours, topics=self.topics)
