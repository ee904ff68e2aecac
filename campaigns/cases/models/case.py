from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index

from campaigns.areas.models import Area
from campaigns.cases.blocks import Questions
from campaigns.cases.expectations import Baby, Entrance, Registration, Wheelchair
from campaigns.cases.models.tags import CaseTag
from campaigns.languages.fields import same_everywhere
from campaigns.members.text import validate_name
from campaigns.opening.models import WithHours
from campaigns.pictures.models import Picture
from campaigns.previewed import PreviewedAbove
from campaigns.reading.slugs import free_slug
from campaigns.tags import in_usual_language
from campaigns.telephone import tel
from print_templates.content import Place


class Case(
    PreviewedAbove,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    WithHours,
    index.Indexed,
    ClusterableModel,
):
    """A place or activity that makes loose ties. Only what is `live` is shown and printed."""

    Registration = Registration
    Entrance = Entrance
    Wheelchair = Wheelchair
    Baby = Baby

    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_(
            "As it is called by everyone, on the site and on prints. For example: Minato no Hondana."
        ),
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
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        verbose_name=_("municipality"),
        related_name="cases",
        help_text=_("Lists are narrowed down by it, and prints nearby name the place."),
    )
    summary = models.CharField(
        _("in one sentence"), max_length=80, help_text=_("Printed on flyers. At most 80 letters.")
    )
    tags = ParentalManyToManyField(
        CaseTag,
        blank=True,
        related_name="cases",
        limit_choices_to=in_usual_language,
        verbose_name=_("what people choose it by"),
        help_text=_("Tick what fits. People find the place by these words."),
    )

    picture = models.ForeignKey(
        Picture,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photograph"),
        help_text=_("At the top of the page. Show the room; no faces without consent."),
    )
    picture_alt = models.CharField(
        _("what the photograph shows"),
        max_length=160,
        blank=True,
        help_text=_("Read aloud to those who do not see it. Needed with a photograph."),
    )
    story = models.TextField(
        _("story"),
        blank=True,
        help_text=_("What kind of place it is: how it began, what people do there. Some short paragraphs."),
    )
    quote = models.CharField(_("quote"), max_length=120, blank=True, help_text=_("One sentence."))
    quote_role = models.CharField(
        _("who said it"), max_length=40, blank=True, help_text=_("A role, not a person's name.")
    )

    address = models.CharField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("With a link to a map. For example: Tsurumi-chuo 4-7-15, Tsurumi-ku, Yokohama."),
    )
    access = models.TextField(
        _("how to get there"),
        max_length=300,
        blank=True,
        help_text=_("From the nearest station or stop, on foot."),
    )
    hours = models.CharField(
        _("hours"),
        max_length=120,
        blank=True,
        help_text=_("In plain words, as they are to be read and printed."),
    )
    first_visit = models.TextField(
        _("the first visit"), blank=True, help_text=_("What to expect when coming for the first time.")
    )
    registration_kind = models.CharField(
        _("is registration needed"),
        max_length=10,
        choices=Registration,
        default=Registration.ASK,
        help_text=_("In heavy letters, under “Booking”. If you do not know, choose “Ask before coming”."),
    )
    registration = models.CharField(
        _("about registration"), max_length=80, blank=True, help_text=_("For example how to reserve.")
    )
    cost = models.CharField(
        _("cost"), max_length=60, blank=True, help_text=_("For example: free; tea 100 yen.")
    )
    phone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        validators=[validate_name],
        help_text=_("With a tap it is dialled. Only a number that may be made public."),
    )
    website = models.URLField(
        _("website"),
        blank=True,
        help_text=_("The place’s own site, for example: https://example.org/."),
    )
    entrance = models.CharField(
        _("entrance"),
        max_length=10,
        choices=Entrance,
        blank=True,
        help_text=_("Shown below “The room”. Leave “Not known” if nobody has looked."),
    )
    wheelchair = models.CharField(
        _("wheelchairs"),
        max_length=10,
        choices=Wheelchair,
        blank=True,
        help_text=_("Shown below “The room”. Leave “Not known” if nobody has looked."),
    )
    baby = models.CharField(
        _("with a baby"),
        max_length=10,
        choices=Baby,
        blank=True,
        help_text=_("Shown below “The room”. Leave “Not known” if nobody has looked."),
    )
    accessibility = models.CharField(
        _("more about the room"),
        max_length=160,
        blank=True,
        help_text=_("For example: a quiet corner, a car park."),
    )
    questions = StreamField(
        Questions(),
        verbose_name=_("questions and answers"),
        blank=True,
        help_text=_("What people ask before they come. Press + and add a question with its answer."),
    )
    since = models.CharField(
        _("open since"),
        max_length=40,
        blank=True,
        help_text=_("At the foot of the page, for example: June 2020."),
    )
    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("At the foot of the page: where this comes from."),
    )
    sort_order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Smaller numbers stand first; equal ones by reading.")
    )

    #: Numbers, times and what is chosen by; the words of the tags are translated in the tags.
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere(
        "slug", "reading", "area", "tags", "picture", "phone", "website", "sort_order", "registration_kind",
        "entrance", "wheelchair", "baby", "rests_at_new_year", "opening_rows", "special_days",
    )  # fmt: skip
    preview_template = "pages/case.html"

    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("reading", boost=2),
        index.SearchField("summary"),
        index.SearchField("story"),
        index.SearchField("access"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "reading", "pk"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [models.UniqueConstraint(fields=("slug", "locale"), name="one_case_slug_per_locale")]
        indexes = [models.Index(fields=("locale", "live", "sort_order", "reading"), name="cases_in_order")]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.picture is not None and not self.picture_alt.strip():
            raise ValidationError(
                {
                    "picture_alt": _(
                        "Say in a few words what the photograph shows, for those who do not see it."
                    )
                }
            )
        if self.quote_role and not self.quote:
            raise ValidationError({"quote": _("Enter what was said, or empty who said it.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = free_slug(self, self.name, self.reading, "place")
        super().save(*args, **kwargs)

    @property
    def needs_no_registration(self) -> bool:
        return self.registration_kind == self.Registration.NONE

    @property
    def tel(self) -> str:
        """The number as a tel: address."""
        return tel(self.phone)

    def as_place(self) -> Place:
        """The case as it is printed."""
        return Place(self.name, self.area.full_name, self.address, self.summary, self.area.code)
