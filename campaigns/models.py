"""The campaign, and staff's choice of the current one (current.py finds it)."""

import logging
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from campaigns.areas.near import near
from campaigns.blocks import Body
from campaigns.cases.models import Case
from campaigns.cases.nearby import nearby
from campaigns.catchphrases import Catchphrase, SmallThing
from campaigns.desks.models import Desk
from campaigns.editions import Edition
from campaigns.figures.models import Figure
from campaigns.forms import CampaignForm
from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.fields import same_everywhere
from campaigns.languages.order import readers_language
from campaigns.members.text import validate_name
from campaigns.page_form import SCHEDULE, TITLE
from campaigns.period import first_day, last_day
from campaigns.pictures.key_pictures import key_picture
from campaigns.pictures.models import Picture
from campaigns.shown import published_by, shown_by
from campaigns.versions import AudienceVersion, KeyWord
from campaigns.votes import Vote
from print_templates.photograph.original import UnusablePhotograph
from print_templates.variants import FURIGANA, VERTICAL, is_japanese

__all__ = [
    "CampaignChoice",
    "CampaignPage",
    "Catchphrase",
    "SmallThing",
    "Vote",
]

logger = logging.getLogger(__name__)

#: How Wagtail's schedule signs what it publishes.
SCHEDULED = "wagtail.publish.scheduled"
#: Preview modes that show paper, in the order the editor offers them: a design, or one of its versions.
PAPER_MODES = (("poster", _("Poster")), ("flyer", _("Flyer")), ("fan", _("Fan")))
JAPANESE_MODES = (
    (f"poster:{VERTICAL}", _("Poster, vertical")), (f"poster:{FURIGANA}", _("Poster, with readings")),
)  # fmt: skip


class Unpublishable(ValidationError):
    """Something keeps a campaign from being published; the message says what to do."""


class NoChosenPhrase(Unpublishable):
    """A campaign without exactly one chosen catchphrase cannot be published: nothing could be printed."""

    def __init__(self) -> None:
        super().__init__(
            _("Choose one catchphrase before publishing: set its status to “chosen”."),
            code="no_chosen_phrase",
        )


class VoteIsOpen(Unpublishable):
    """While members vote nothing is decided; publishing would show them a phrase that they have not chosen yet."""

    def __init__(self) -> None:
        super().__init__(
            _("Members are still voting on this campaign. Close the vote before publishing."),
            code="vote_is_open",
        )


class CampaignPage(InReadersLanguage, Page):
    """A campaign: a period, an issuer, one chosen catchphrase, and what is said under it."""

    starts = models.DateField(
        _("starts on"),
        default=first_day,
        help_text=_("The first day. From then on the home page shows this campaign. For example: 1 April."),
    )
    ends = models.DateField(
        _("ends on"),
        default=last_day,
        help_text=_(
            "The last day. Afterwards members are asked to take their prints down. For example: 31 March."
        ),
    )
    issuer = models.CharField(
        _("issuer"),
        max_length=40,
        validators=[validate_name],
        help_text=_(
            "Stands at the foot of the site and of every print, for example: the name of your network."
        ),
    )
    issuer_note = models.CharField(
        _("office"),
        max_length=40,
        validators=[validate_name],
        blank=True,
        help_text=_("Printed small beside the issuer."),
    )
    contact_phone = models.CharField(
        _("telephone for questions"),
        max_length=30,
        validators=[validate_name],
        blank=True,
        help_text=_("At the foot of the campaign’s page and on prints, for example: 045-000-0000."),
    )
    contact_note = models.CharField(
        _("hours and place for questions"),
        max_length=120,
        validators=[validate_name],
        blank=True,
        help_text=_(
            "Below the number at the foot of the campaign’s page, for example: weekdays 9–17, third floor."
        ),
    )
    lead = models.TextField(
        _("lead"), max_length=160, help_text=_("Two or three sentences below the phrase.")
    )
    body = StreamField(
        Body(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("On the campaign’s page below the lead. Press + and choose what to add."),
    )
    loose_ties = models.TextField(
        _("what loose ties are"), max_length=160, blank=True, help_text=_("Printed on the back of the flyer.")
    )
    cases = ParentalManyToManyField(
        Case,
        blank=True,
        verbose_name=_("cases"),
        help_text=_("Shown on the campaign’s page; the first few are printed on flyers."),
    )
    desks = ParentalManyToManyField(
        Desk,
        blank=True,
        verbose_name=_("desks"),
        help_text=_("Shown on the campaign’s page; those marked “goes on paper” are printed."),
    )
    figure = models.ForeignKey(
        Figure,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("figure"),
        related_name="campaigns",
        help_text=_("A number with its chart, on the campaign’s page and on flyers."),
    )

    key_picture = models.ForeignKey(
        Picture, models.SET_NULL, null=True, blank=True, verbose_name=_("key picture"), related_name="+",
        help_text=_("A photograph for the round window of the poster; set its focal point."),
    )  # fmt: skip

    class Voting(models.TextChoices):
        NONE = "none", _("No vote")
        OPEN = "open", _("Members vote")
        CLOSED = "closed", _("Closed; members see the result")

    voting = models.CharField(
        _("vote"), max_length=10, choices=Voting, default=Voting.NONE,
        help_text=_("While members vote, each organisation chooses among the candidates in the member area."),
    )  # fmt: skip

    #: Filled by campaigns.preview, which may import the print shop; this module may not import it.
    paper_preview: ClassVar[Any] = None

    base_form_class = CampaignForm
    page_description = _("A period with its catchphrase; site and prints are made of it")
    template = "pages/campaign.html"
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]
    #: A copy starts without a vote.
    exclude_fields_in_copy: ClassVar[list[str]] = ["voting"]
    #: Addresses, numbers and what is chosen are the same in all languages; what is chosen is shown in the reader's.
    override_translatable_fields: ClassVar[list[SynchronizedField]] = same_everywhere(
        "slug", "starts", "ends", "contact_phone", "cases", "desks", "figure", "key_picture"
    )

    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels = [
        TITLE,
        InlinePanel(
            "catchphrases",
            heading=_("Catchphrase"),
            label=_("Candidate"),
            help_text=_("Exactly one candidate is chosen. The others are kept for the record."),
        ),
        FieldPanel("key_picture"),
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
            [
                FieldPanel("cases", widget=forms.CheckboxSelectMultiple),
                FieldPanel("desks", widget=forms.CheckboxSelectMultiple),
                FieldPanel("figure"),
                FieldPanel("loose_ties"),
            ],
            _("Places, desks and figure"),
        ),
        InlinePanel("small_things", heading=_("Small things to try"), label=_("Small thing"), max_num=3),
        InlinePanel(
            "audience_versions",
            heading=_("Audience versions"),
            label=_("Version"),
            max_num=AudienceVersion.MOST,
            help_text=_("Posters and flyers with words of their own, for example for people at work."),
        ),
        InlinePanel(
            "key_words",
            heading=_("Words and their readings"),
            label=_("Word"),
            max_num=KeyWord.MOST,
            help_text=_("Printed small above the word in the version with readings."),
        ),
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

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed. Its page stays, for paper that still hangs."""
        return self.ends < timezone.localdate()

    @cached_property
    def edition(self) -> Edition | None:
        """The newest edition."""
        return self.editions.first()

    def version_for(self, key: str) -> AudienceVersion | None:
        """The audience's version of that key with its page, as it is published."""
        return AudienceVersion.objects.filter(campaign=self, key=key).select_related("page").first()

    @property
    def obstacle(self) -> Unpublishable | None:
        """What keeps the campaign from being published, or None."""
        if self.voting == self.Voting.OPEN:
            return VoteIsOpen()
        if self.chosen is None:
            return NoChosenPhrase()
        try:
            if self.key_picture is not None:
                key_picture(self.key_picture)
        except UnusablePhotograph as error:
            return Unpublishable(str(error), code="key_picture")
        if self.key_picture is not None and not self.key_picture.description.strip():
            message = _(
                "Say what the key picture shows: open it among the pictures and fill in its description. It is read "
                "aloud to those who do not see it."
            )
            return Unpublishable(message, code="key_picture_description")
        return None

    def with_content_json(self, content: dict[str, Any]) -> "CampaignPage":
        """A revision's words. The vote is no matter of drafts: its row alone says whether it is open.

        So neither an editor's form nor going back to an earlier revision opens, closes or forgets a vote.
        """
        page: CampaignPage = super().with_content_json(content)
        page.voting = self.voting
        return page

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        obstacle = self.obstacle
        if obstacle is None:
            return super().publish(*args, **kwargs)
        if kwargs.get("log_action") == SCHEDULED:
            # One unfinished campaign must not keep the other pages of a schedule from being published.
            logger.error("%s was not published as scheduled: %s", self.title, " ".join(obstacle.messages))
            return None
        raise obstacle

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        by_script = JAPANESE_MODES if is_japanese(self.locale.language_code) else ()
        by_audience = [
            (f"poster:{version.key}", _("Poster, %(version)s") % {"version": version.label})
            for version in self.audience_versions.all()
        ]
        return [("", _("Web page")), *PAPER_MODES, *by_script, *by_audience]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name.partition(":")[0] in dict(PAPER_MODES) and self.paper_preview is not None:
            return type(self).paper_preview(request, self, mode_name)
        return super().serve_preview(request, mode_name)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["campaign"] = self
        context["phrase"] = self.chosen
        language = readers_language()
        shown = (shown_by if getattr(request, "is_preview", False) else published_by)(self, language)
        area = near(request)
        context["near"] = nearby(area, language, shown.cases) if area is not None else None
        opening = {case.translation_key for case in context["near"].cases} if context["near"] else set()
        context["cases"] = [case for case in shown.cases if case.translation_key not in opening]
        context["desks"], context["figure"] = shown.desks, shown.figure
        return context


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
