"""The campaign, its catchphrases, and its editions."""

import hashlib
import logging
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index

from campaigns.blocks import Body
from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.figures.models import Figure
from campaigns.forms import CampaignForm, theme_choices
from campaigns.members.text import validate_name
from campaigns.widgets import ThemeSelect
from print_templates.content import Content
from print_templates.themes import theme
from print_templates.typeset import unset_characters

logger = logging.getLogger(__name__)

#: How Wagtail's schedule signs what it publishes.
SCHEDULED = "wagtail.publish.scheduled"
#: Preview modes that show paper, in the order the editor offers them.
PAPER_MODES = (("poster", _("Poster")), ("flyer", _("Flyer")), ("fan", _("Fan")))


class NoChosenPhrase(ValidationError):
    """A campaign without exactly one chosen catchphrase cannot be published: nothing could be printed."""

    def __init__(self) -> None:
        super().__init__(
            _("Choose one catchphrase before publishing: set its status to “chosen”."),
            code="no_chosen_phrase",
        )


class CampaignPage(Page):
    """A campaign: a period, an issuer, one chosen catchphrase, and what is said under it."""

    starts = models.DateField(_("starts on"), default=date.today)
    ends = models.DateField(_("ends on"), default=date.today)
    issuer = models.CharField(_("issuer"), max_length=40, validators=[validate_name])
    issuer_note = models.CharField(
        _("office"),
        max_length=40,
        validators=[validate_name],
        blank=True,
        help_text=_("Printed small beside the issuer."),
    )
    contact_phone = models.CharField(
        _("telephone for questions"), max_length=30, validators=[validate_name], blank=True
    )
    contact_note = models.CharField(
        _("hours and place for questions"), max_length=120, validators=[validate_name], blank=True
    )
    lead = models.TextField(
        _("lead"), max_length=160, help_text=_("Two or three sentences below the phrase.")
    )
    body = StreamField(Body(), verbose_name=_("body"), blank=True)
    loose_ties = models.TextField(
        _("what loose ties are"), max_length=160, blank=True, help_text=_("Printed on the back of the flyer.")
    )
    cases = ParentalManyToManyField(Case, blank=True, verbose_name=_("cases"))
    desks = ParentalManyToManyField(Desk, blank=True, verbose_name=_("desks"))
    figure = models.ForeignKey(
        Figure, models.SET_NULL, null=True, blank=True, verbose_name=_("figure"), related_name="campaigns"
    )

    #: Filled by campaigns.preview, which may import the print shop; this module may not import it.
    paper_preview: ClassVar[Any] = None

    base_form_class = CampaignForm
    template = "pages/campaign.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]

    content_panels = [
        *Page.content_panels,
        InlinePanel(
            "catchphrases",
            heading=_("Catchphrase"),
            label=_("Candidate"),
            help_text=_("Exactly one candidate is chosen. The others are kept for the record."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
                FieldRowPanel([FieldPanel("issuer"), FieldPanel("issuer_note")]),
                FieldRowPanel([FieldPanel("contact_phone"), FieldPanel("contact_note")]),
            ],
            _("Period and issuer"),
        ),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("cases"), FieldPanel("desks"), FieldPanel("figure"), FieldPanel("loose_ties")],
            _("Places, desks and figure"),
        ),
        InlinePanel("small_things", heading=_("Small things to try"), label=_("Small thing"), max_num=3),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    @property
    def chosen(self) -> "Catchphrase | None":
        """The chosen catchphrase of what is being edited or shown; None while there is none, or more than one."""
        chosen = [phrase for phrase in self.catchphrases.all() if phrase.status == Catchphrase.Status.CHOSEN]
        return chosen[0] if len(chosen) == 1 else None

    @cached_property
    def edition(self) -> "Edition | None":
        """The newest edition."""
        return self.editions.first()

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        if self.chosen is not None:
            return super().publish(*args, **kwargs)
        if kwargs.get("log_action") == SCHEDULED:
            # One undecided campaign must not keep the other pages of a schedule from being published.
            logger.error("%s was not published as scheduled: no catchphrase is chosen", self.title)
            return None
        raise NoChosenPhrase

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [("", _("Web page")), *PAPER_MODES]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name in dict(PAPER_MODES) and self.paper_preview is not None:
            return type(self).paper_preview(request, self, mode_name)
        return super().serve_preview(request, mode_name)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["campaign"] = self
        context["phrase"] = self.chosen
        context["cases"] = list(self.cases.all())
        models.prefetch_related_objects(context["cases"], "area__parent")
        return context


class Catchphrase(TranslatableMixin, Orderable):
    """A candidate phrase, or the chosen one; the others are kept with the decision's date and reason."""

    class Status(models.TextChoices):
        CANDIDATE = "candidate", _("Candidate")
        CHOSEN = "chosen", _("Chosen")
        RETIRED = "retired", _("Not chosen")

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="catchphrases")
    label = models.CharField(_("label"), max_length=20, blank=True, help_text=_("For example: plan A."))
    text = models.CharField(
        _("catchphrase"), max_length=24, validators=[MinLengthValidator(4), validate_name],
        help_text=_("4 to 24 letters. A space shows where a line may break."),
    )  # fmt: skip
    reading = models.CharField(_("reading"), max_length=60, blank=True)
    sub_copy = models.TextField(
        _("sub-copy"), max_length=60, blank=True, help_text=_("At most two short lines.")
    )
    theme = models.CharField(_("theme"), max_length=30, choices=theme_choices, default="coast")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.CANDIDATE)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("text"), FieldPanel("reading")]),
        FieldPanel("sub_copy"),
        FieldPanel("theme", widget=ThemeSelect),
        FieldRowPanel([FieldPanel("decided_on"), FieldPanel("reason")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("catchphrase")
        verbose_name_plural = _("catchphrases")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        if len(self.sub_copy.splitlines()) > 2:
            raise ValidationError({"sub_copy": _("Please use at most two lines.")})
        for line in self.sub_copy.splitlines():
            validate_name(line)
        strangers = unset_characters(self.text, theme(self.theme).lettering_weight)
        if strangers:
            message = _("The lettering has no shape for: %(letters)s. Please use other letters.")
            raise ValidationError({"text": message % {"letters": " ".join(strangers)}})


class SmallThing(Orderable):
    """One small thing to try this summer, printed on the back of the fan."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="small_things")
    title = models.CharField(_("title"), max_length=12)
    text = models.CharField(_("text"), max_length=34)

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("text")])]

    class Meta(Orderable.Meta):
        verbose_name = _("small thing")
        verbose_name_plural = _("small things")

    def __str__(self) -> str:
        return self.title


class EditionManager(models.Manager["Edition"]):
    """Freezes words into numbered editions."""

    def freeze(self, campaign: CampaignPage, words: Content, lettering: bytes = b"") -> "Edition":
        """The campaign's edition with these words: the newest when nothing that prints has changed, else the next.

        Two publications at the same moment get one edition each number; the loser of the race looks again.
        """
        for _attempt in range(5):
            newest = self.filter(campaign=campaign).first()
            if newest is not None and newest.says(words):
                return newest
            number = newest.number + 1 if newest else 1
            frozen = {**words.as_json(), "edition": number, "published": timezone.localdate().isoformat()}
            try:
                with transaction.atomic():
                    return self.create(campaign=campaign, number=number, words=frozen, lettering=lettering)
            except IntegrityError:
                continue
        raise IntegrityError("five editions of one campaign were published at the same moment")


class Edition(models.Model):
    """One frozen, numbered state of what prints."""

    campaign = models.ForeignKey(
        CampaignPage, models.CASCADE, related_name="editions", verbose_name=_("campaign")
    )
    number = models.PositiveIntegerField(_("number"))
    words = models.JSONField(_("words"))
    #: WOFF2 with the letters of the phrase alone, for the web page.
    lettering = models.BinaryField(_("lettering"), blank=True, default=b"")
    published_at = models.DateTimeField(_("published"), default=timezone.now)

    objects: ClassVar[EditionManager] = EditionManager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=("campaign", "number"), name="one_edition_per_number")]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return _("%(campaign)s, edition %(number)s") % {
            "campaign": self.campaign.title,
            "number": self.number,
        }

    @cached_property
    def content(self) -> Content:
        return Content.from_json(self.words)

    @property
    def style_key(self) -> str:
        """Names the edition's colours and lettering in addresses that never change their answer."""
        digest = hashlib.sha256(bytes(self.lettering) + self.content.theme.encode()).hexdigest()
        return f"{self.pk}-{digest[:12]}"

    def says(self, words: Content) -> bool:
        """Whether these words, apart from number and day, are this edition's."""
        own = self.content
        return replace(words, edition=own.edition, published=own.published) == own


def pick_current(campaigns: list[CampaignPage], today: date) -> CampaignPage | None:
    """The running campaign that started last, else the next to start, else the last one to have ended."""
    running = [page for page in campaigns if page.starts <= today <= page.ends]
    if running:
        return max(running, key=lambda page: (page.starts, page.pk))
    coming = [page for page in campaigns if page.starts > today]
    if coming:
        return min(coming, key=lambda page: (page.starts, page.pk))
    return max(campaigns, key=lambda page: (page.ends, page.pk), default=None)


@register_setting(icon="pick")
class CampaignChoice(BaseSiteSetting):
    """Staff's choice of the current campaign; empty lets the calendar decide."""

    pinned = models.ForeignKey(
        CampaignPage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("current campaign"),
        help_text=_("Leave empty to show the campaign that is running."),
    )  # fmt: skip

    panels = [PageChooserPanel("pinned", "campaigns.CampaignPage")]

    class Meta:
        verbose_name = _("current campaign")

    def __str__(self) -> str:
        return str(_("current campaign"))


def current_campaign(language: str | None = None) -> CampaignPage | None:
    """The current campaign: the pinned one while it is public, else by date; in `language` where it exists."""
    live = CampaignPage.objects.live().public().select_related("locale")
    page = live.filter(pk__in=CampaignChoice.objects.values("pinned")).first()
    if page is None:
        page = pick_current(
            list(live.filter(locale__language_code=settings.LANGUAGE_CODE)), timezone.localdate()
        )
    if page is None or language in (None, page.locale.language_code):
        return page
    return live.filter(translation_key=page.translation_key, locale__language_code=language).first() or page
