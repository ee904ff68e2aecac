from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin, TranslatableMixin
from wagtail.search import index

from campaigns.areas.models import Area
from campaigns.desks.fields import LanguagesField
from campaigns.desks.kinds import Kind
from campaigns.desks.models.tags import TopicTag
from campaigns.languages.fields import same_everywhere
from campaigns.members.text import validate_name
from campaigns.opening.models import WithHours
from campaigns.opening.timetable import Timetable
from campaigns.previewed import PreviewedAbove
from campaigns.reading.slugs import free_slug
from campaigns.tags import in_usual_language
from campaigns.telephone import tel
from print_templates.content import DeskLine


class Desk(PreviewedAbove, RevisionMixin, TranslatableMixin, WithHours, index.Indexed, ClusterableModel):
    """A line or counter that answers, with hours and the day somebody last checked it; languages as a list of codes."""

    Kind = Kind

    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_("As it is called, on the site and on prints."),
    )
    reading = models.CharField(
        _("reading"), max_length=120, blank=True, help_text=_("In hiragana. Lists are sorted by it.")
    )
    slug = models.SlugField(
        _("name in addresses"),
        max_length=60,
        blank=True,
        help_text=_("Small Latin letters. Left empty, it is made from the reading."),
    )
    kind = models.CharField(
        _("how to reach it"),
        max_length=10,
        choices=Kind,
        default=Kind.PHONE,
        help_text=_("Decides which button people get: to call, to open a chat, or a map."),
    )
    phone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        validators=[validate_name],
        help_text=_("As it is dialled here."),
    )
    phone_alternative = models.CharField(
        _("plain telephone number"),
        max_length=30,
        blank=True,
        validators=[validate_name],
        help_text=_("For phones that cannot dial a # number."),
    )
    phone_instead = models.CharField(
        _("instead of a plain number"),
        max_length=160,
        blank=True,
        validators=[validate_name],
        help_text=_("If a # number has no plain one: a sentence that says so, and whom to call instead."),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("Where the chat is, or who runs the desk.")
    )
    address = models.CharField(_("address"), max_length=120, blank=True, help_text=_("Of a counter."))
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="desks",
        verbose_name=_("municipality"),
        help_text=_("Whose residents it is for. Empty means anybody in the prefecture."),
    )
    hours = models.CharField(
        _("hours"), max_length=120, help_text=_("In plain words, for example: weekdays 9:00–17:00.")
    )
    valid_from = models.DateField(
        _("open from"), null=True, blank=True, help_text=_("Only for a desk that does not exist yet.")
    )
    valid_until = models.DateField(
        _("open until"), null=True, blank=True, help_text=_("The last day of a desk that will end.")
    )
    topics = models.CharField(
        _("what one can talk about"),
        max_length=120,
        blank=True,
        help_text=_("Below the name, in plain words. For example: anything; money; raising children."),
    )
    topic_tags = ParentalManyToManyField(
        TopicTag,
        blank=True,
        related_name="desks",
        limit_choices_to=in_usual_language,
        verbose_name=_("topics to choose by"),
        help_text=_("Tick what fits. People choose desks by these topics."),
    )
    languages = LanguagesField(
        _("languages"),
        default=list,
        blank=True,
        help_text=_("Tick every language in which somebody answers."),
    )
    cost = models.CharField(
        _("cost"),
        max_length=60,
        blank=True,
        help_text=_("As people are to read it, for example: free, calls as well."),
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("What else callers need to know, for example: it may take a while to get through."),
    )
    verified_on = models.DateField(
        _("last verified"),
        default=timezone.localdate,
        help_text=_("The day on which somebody checked number and hours with whoever runs it."),
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("At the foot of the page: where number and hours come from."),
    )
    prints = models.BooleanField(
        _("goes on paper"),
        default=False,
        help_text=_("Only numbers that will still be right when the campaign ends."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers stand first; equal ones by reading.")
    )

    #: Numbers, times and what is chosen by; the words of the topics are translated in the topics.
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere(
        "slug", "reading", "kind", "phone", "phone_alternative", "website", "area", "valid_from", "valid_until",
        "topic_tags", "languages", "verified_on", "source", "prints", "sort_order", "rests_at_new_year",
        "opening_rows", "special_days",
    )  # fmt: skip
    preview_template = "pages/desk.html"

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("reading", boost=2),
        index.SearchField("topics"),
        index.SearchField("note"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "reading", "pk"]
        verbose_name = _("desk")
        verbose_name_plural = _("desks")
        constraints = [models.UniqueConstraint(fields=("slug", "locale"), name="one_desk_slug_per_locale")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.PHONE and not self.phone:
            raise ValidationError({"phone": _("Enter the number, or choose another way to reach the desk.")})
        if self.phone.startswith(("#", "＃")) and not (self.phone_alternative or self.phone_instead):
            raise ValidationError(
                {
                    "phone_alternative": _(
                        "Not every phone can dial #. Enter a plain number, or a sentence on whom to call instead."
                    )
                }
            )
        if self.kind == self.Kind.CHAT and not self.website:
            raise ValidationError({"website": _("Enter the address of the chat.")})
        if self.kind == self.Kind.COUNTER and not self.address:
            raise ValidationError({"address": _("Enter where the counter is.")})
        if self.prints and not self.phone:
            raise ValidationError({"prints": _("Only a desk with a telephone number goes on paper.")})
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The last day is before the first.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free_slug(self, self.name, self.reading, "desk")
        super().save(*args, **kwargs)

    @property
    def tel(self) -> str:
        """The number as a tel: address."""
        return tel(self.phone)

    @property
    def tel_alternative(self) -> str:
        """The plain number as a tel: address."""
        return tel(self.phone_alternative)

    @property
    def is_over(self) -> bool:
        """Whether its last day has gone by."""
        return self.valid_until is not None and self.valid_until < timezone.localdate()

    @cached_property
    def timetable(self) -> Timetable:
        return replace(super().timetable, valid_from=self.valid_from, valid_until=self.valid_until)

    def as_line(self) -> DeskLine:
        """The desk as it is printed."""
        return DeskLine(name=self.name, phone=self.phone, hours=self.hours, topics=self.topics)
