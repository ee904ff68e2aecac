from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from modelcluster.fields import ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from campaigns.areas.models import Area
from campaigns.blocks import Body
from campaigns.cases.models import CaseTag
from campaigns.languages.addresses import InReadersLanguage
from campaigns.languages.codes import language_of
from campaigns.languages.fields import same_everywhere
from campaigns.members.text import validate_name
from campaigns.opening.state import moment
from campaigns.opening.timetable import MIDNIGHT
from campaigns.page_form import SCHEDULE, TITLE
from campaigns.tags import in_usual_language
from campaigns.telephone import tel
from home.events.files import event_file
from home.events.forms import EventForm
from home.events.kinds import Attendance, EventKind, SignUp
from home.events.panels import PANELS
from home.events.showing import Happening, event_context

#: Names in addresses below the list that are the list's own.
RESERVED = frozenset({"archive", "calendar"})
DAY = timedelta(days=1)


def audience_words() -> models.Q:
    """The words that say for whom something is."""
    return in_usual_language() & models.Q(kind=CaseTag.Kind.AUDIENCE)


class EventPage(InReadersLanguage, RoutablePageMixin, Page):
    """A day on which something happens: when, where, for whom, and how to sign up. Nobody signs up on this site."""

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=EventKind,
        default=EventKind.STUDY,
        help_text=_("Stands on the card of the event, and people can choose by it."),
    )
    lead = models.TextField(
        _("in one or two sentences"), max_length=160, help_text=_("What one does there, as one would say it.")
    )
    body = StreamField(
        Body(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("More about the day, such as a programme. Press + and choose what to add."),
    )
    starts = models.DateTimeField(
        _("day and time it begins"),
        help_text=_("Choose the day, then the time. For example: 2026-12-05 14:00."),
    )
    ends = models.DateTimeField(
        _("day and time it ends"), help_text=_("From then on it stands in the archive.")
    )
    is_called_off = models.BooleanField(
        _("called off"), default=False,
        help_text=_("The page stays and says so; calendars strike the event out."),
    )  # fmt: skip

    attendance = models.CharField(
        _("where one takes part"),
        max_length=10,
        choices=Attendance,
        default=Attendance.PLACE,
        help_text=_("Choose “Online” if there is no place to go to; the place is then not shown."),
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("municipality"),
        help_text=_("The list is narrowed down by it. Empty for what is online only."),
    )  # fmt: skip
    place = models.CharField(
        _("place"),
        max_length=80,
        blank=True,
        help_text=_("Building and floor. Needed unless it is online only."),
    )
    address = models.CharField(
        _("address"),
        max_length=120,
        blank=True,
        help_text=_("Below the place, with a link to a map. For example: Nihon-odori 1, Naka-ku, Yokohama."),
    )
    online = models.CharField(
        _("how to take part online"), max_length=120, blank=True,
        help_text=_("For example: you get the address of the meeting after signing up."),
    )  # fmt: skip

    audiences = ParentalManyToManyField(
        CaseTag, blank=True, related_name="+", limit_choices_to=audience_words, verbose_name=_("for whom"),
        help_text=_("Pages about such people name the event. Nothing chosen: for anybody."),
    )  # fmt: skip
    for_whom = models.CharField(
        _("for whom, in words"),
        max_length=80,
        blank=True,
        help_text=_("For example: no knowledge is needed."),
    )
    cost = models.CharField(
        _("cost"),
        max_length=60,
        blank=True,
        default="無料",
        help_text=_("As people are to read it, for example: free; 300 yen for tea."),
    )
    capacity = models.PositiveSmallIntegerField(
        _("how many can come"),
        null=True,
        blank=True,
        help_text=_("A number alone; “Up to 30 people” is shown. Empty if there is no limit."),
    )
    organiser = models.CharField(
        _("held by"),
        max_length=80,
        blank=True,
        help_text=_("Whoever holds it, for example: the name of the member organisation."),
    )

    sign_up = models.CharField(
        _("signing up"),
        max_length=10,
        choices=SignUp,
        default=SignUp.NEEDED,
        help_text=_("“Sign up beforehand” shows how to sign up; fill in at least one way below."),
    )
    sign_up_until = models.DateField(
        _("last day to sign up"), null=True, blank=True, help_text=_("Empty: as long as there is room.")
    )
    is_full = models.BooleanField(
        _("fully booked"),
        default=False,
        help_text=_("Tick it when nobody else can come: the ways to sign up are no longer shown."),
    )
    sign_up_link = models.URLField(
        _("form to sign up"),
        blank=True,
        help_text=_("The address of a form on another site, for example: https://example.org/form."),
    )
    sign_up_phone = models.CharField(
        _("telephone to sign up"),
        max_length=30,
        blank=True,
        validators=[validate_name],
        help_text=_("With a tap it is dialled. For example: 045-000-0000."),
    )
    sign_up_mail = models.EmailField(
        _("e-mail to sign up"),
        blank=True,
        help_text=_("With a tap a letter begins. For example: event@example.org."),
    )
    sign_up_note = models.CharField(
        _("about signing up"),
        max_length=120,
        blank=True,
        help_text=_("For example: say your name and “study meeting”."),
    )

    page_description = _("A day on which something happens, with where to sign up")
    base_form_class = EventForm
    template = "pages/event.html"
    parent_page_types: ClassVar[list[str]] = ["events.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    settings_panels: ClassVar[list[Any]] = SCHEDULE
    content_panels = [TITLE, *PANELS]
    override_translatable_fields: ClassVar[list[Any]] = same_everywhere(
        "slug", "kind", "starts", "ends", "is_called_off", "attendance", "area", "audiences", "capacity", "sign_up",
        "sign_up_until", "is_full", "sign_up_link", "sign_up_phone", "sign_up_mail",
    )  # fmt: skip

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.slug in RESERVED:
            errors["slug"] = _("This name is used by the site itself. Please choose another.")
        if self.starts and self.ends and self.ends <= self.starts:
            errors["ends"] = _("An event ends after it begins. Please look at both times.")
        if errors:
            raise ValidationError(errors)

    @property
    def tel(self) -> str:
        return tel(self.sign_up_phone)

    @property
    def sign_up_ends(self) -> datetime | None:
        """When nobody can sign up any more, at the latest when it ends; None where nobody has to."""
        if self.sign_up == SignUp.NONE:
            return None
        if self.sign_up_until is None:
            return self.ends
        return min(self.ends, moment(datetime.combine(self.sign_up_until + DAY, MIDNIGHT)))

    @property
    def announcement(self) -> str:
        """When, where and what, in the event's own language: what stands below its address where it is passed on."""
        with override(language_of(self)):
            told = Happening(self, self.starts)
            return f"{told.day} {told.hours} {told.place} – {self.lead}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | event_context(self, request)

    @path("calendar/")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The event as a file for calendars."""
        return event_file(self, request)
