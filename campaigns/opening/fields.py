"""Weekdays as one column, chosen by ticking them."""

from typing import Any

from django import forms
from django.db import models
from django.utils.dates import WEEKDAYS

#: Monday to Friday.
WORKDAYS = "01234"


class WeekdaysFormField(forms.MultipleChoiceField):
    """Ticked weekdays; cleaned to their digits, Monday 0."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value: Any) -> list[str]:
        return list(value or "")

    def clean(self, value: Any) -> str:
        return "".join(sorted(super().clean(value)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(list(initial or ""), data)


class WeekdaysField(models.CharField):
    """Digits of weekdays, Monday 0, in order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 7)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        choices = [(str(number), name) for number, name in WEEKDAYS.items()]
        return WeekdaysFormField(
            choices=choices,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            initial=self.default,
        )
