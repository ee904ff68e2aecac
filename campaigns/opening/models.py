"""Opening hours in the database: what a desk or a place has rows of. All abstract."""

from collections.abc import Iterable
from datetime import date, time
from functools import cached_property
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from campaigns.opening.fields import WORKDAYS, WeekdaysField
from campaigns.opening.timetable import LAST_WEEK, Hours, OnHolidays, Rule, SpecialDays, Timetable


class WithHours(models.Model):
    """Has `opening_rows` and `special_days`; of its timetable nothing is known while it has neither."""

    rests_at_new_year = models.BooleanField(
        _("closed at New Year"), default=False, help_text=_("From 29 December to 3 January.")
    )

    class Meta:
        abstract = True

    @cached_property
    def timetable(self) -> Timetable:
        """Its rows as plain data; prefetch them for lists."""
        rows: Any = self
        return Timetable(
            rules=tuple(row.as_rule() for row in rows.opening_rows.all() if has_hours(row)),
            special=tuple(row.as_special_days() for row in rows.special_days.all()),
            rests_at_new_year=self.rests_at_new_year,
        )


class OpeningRow(Orderable):
    """Hours of some weekdays."""

    class Week(models.IntegerChoices):
        EVERY = 0, _("Every week")
        FIRST = 1, _("First of the month")
        SECOND = 2, _("Second of the month")
        THIRD = 3, _("Third of the month")
        FOURTH = 4, _("Fourth of the month")
        FIFTH = 5, _("Fifth of the month")
        LAST = LAST_WEEK, _("Last of the month")

    class Holidays(models.TextChoices):
        CLOSED = OnHolidays.CLOSED.value, _("Closed on public holidays")
        SAME = OnHolidays.SAME.value, _("Open on public holidays as usual")
        ALSO = OnHolidays.ALSO.value, _("Open on every public holiday too")

    weekdays = WeekdaysField(
        _("weekdays"),
        default=WORKDAYS,
        blank=True,
        help_text=_("Tick the days to which these hours apply."),
    )
    week = models.PositiveSmallIntegerField(
        _("which week"),
        choices=Week,
        default=Week.EVERY,
        help_text=_("For example “Second of the month” for every second Saturday."),
    )
    day_of_month = models.PositiveSmallIntegerField(
        _("or on this day of every month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
        help_text=_("A number from 1 to 31. Then weekdays do not count."),
    )
    all_day = models.BooleanField(
        _("around the clock"),
        default=False,
        help_text=_("Open day and night; the times then do not count."),
    )
    opens = models.TimeField(
        _("opens at"),
        null=True,
        blank=True,
        default=time(9),
        help_text=_("For example: 9:00."),
    )
    closes = models.TimeField(
        _("closes at"),
        null=True,
        blank=True,
        default=time(17),
        help_text=_("A time that is not later than the opening means the next day; 0:00 is midnight."),
    )
    holidays = models.CharField(
        _("public holidays"),
        max_length=10,
        choices=Holidays,
        default=Holidays.CLOSED,
        help_text=_("What happens when such a day is a public holiday."),
    )
    varies = models.BooleanField(
        _("on some of these days only"),
        default=False,
        help_text=_(
            "For hours that are not the same every week, such as nights on some weekdays. The site then says that it "
            "varies by day, and never that nobody is there. Say more in the words on the hours."
        ),
    )

    panels = [
        FieldPanel("weekdays"),
        FieldRowPanel([FieldPanel("week"), FieldPanel("day_of_month")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("all_day")]),
        FieldRowPanel([FieldPanel("holidays"), FieldPanel("varies")]),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def clean(self) -> None:
        super().clean()
        if not has_hours(self):
            raise ValidationError(_("Enter when it opens and when it closes, or choose “around the clock”."))
        if not self.weekdays and self.day_of_month is None and self.holidays != self.Holidays.ALSO:
            raise ValidationError({"weekdays": _("Choose at least one weekday.")})

    def as_rule(self) -> Rule:
        return Rule(
            hours=hours_of(self),
            weekdays=frozenset(int(digit) for digit in self.weekdays),
            week=self.week,
            day_of_month=self.day_of_month,
            on_holidays=OnHolidays(self.holidays),
            varies=self.varies,
        )


class SpecialDay(Orderable):
    """One day or several in a row that differ from the rule: closed, or open at other hours."""

    class Kind(models.TextChoices):
        CLOSED = "closed", _("Closed")
        OPEN = "open", _("Open at these hours")

    first_day = models.DateField(
        _("first day"),
        help_text=_("The day, or the first of several. For example: 13 August."),
    )
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty means one day only.")
    )
    kind = models.CharField(
        _("what is different"),
        max_length=10,
        choices=Kind,
        default=Kind.CLOSED,
        help_text=_("“Open at these hours” needs the times below."),
    )
    all_day = models.BooleanField(
        _("around the clock"),
        default=False,
        help_text=_("Open day and night; the times then do not count."),
    )
    opens = models.TimeField(
        _("opens at"),
        null=True,
        blank=True,
        help_text=_("For example: 10:00. Leave it empty on days when it is closed."),
    )
    closes = models.TimeField(
        _("closes at"),
        null=True,
        blank=True,
        help_text=_("For example: 15:00. Leave it empty on days when it is closed."),
    )
    #: Days are the same in every language, and are corrected in one place; a note comes along as it is.
    note = models.CharField(
        _("note"),
        max_length=60,
        blank=True,
        help_text=_(
            "Shown beside the days, for example the reason. It is not translated: in other languages it is shown "
            "as it is, with the word “Japanese” before it."
        ),
    )

    panels = [
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("all_day")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("day that differs")
        verbose_name_plural = _("days that differ")

    @property
    def last(self) -> date:
        day: date = self.last_day or self.first_day
        return day

    @property
    def is_closed(self) -> bool:
        return self.kind == self.Kind.CLOSED

    def clean(self) -> None:
        super().clean()
        if self.last_day is not None and self.first_day is not None and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})
        if not self.is_closed and not has_hours(self):
            raise ValidationError(_("Enter when it opens and when it closes, or choose “around the clock”."))

    def as_special_days(self) -> SpecialDays:
        hours = None if self.is_closed or not has_hours(self) else hours_of(self)
        return SpecialDays(self.first_day, self.last, hours)


AnyDay = TypeVar("AnyDay", bound=SpecialDay)


def has_hours(row: OpeningRow | SpecialDay) -> bool:
    """Whether it says from when to when; a row that is still being typed may not."""
    return row.all_day or (row.opens is not None and row.closes is not None)


def hours_of(row: OpeningRow | SpecialDay) -> Hours:
    """The hours of a row that has them; midnight to midnight around the clock."""
    if row.all_day or row.opens is None or row.closes is None:
        return Hours()
    return Hours(row.opens, row.closes)


def coming(days: Iterable[AnyDay], today: date) -> list[AnyDay]:
    """The days that differ and are not over, the first of them first."""
    return sorted((day for day in days if day.last >= today), key=lambda day: day.first_day)
