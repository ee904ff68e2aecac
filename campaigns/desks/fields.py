"""Languages that a desk speaks, as a list of codes, chosen by ticking them by their names."""

from typing import Any

from django import forms
from django.conf import settings
from django.db import models


class LanguagesField(models.JSONField):
    """A list of codes of LANGUAGES."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return LanguagesFormField(
            required=not self.blank, label=self.verbose_name, help_text=self.help_text, initial=list
        )

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs


class LanguagesFormField(forms.MultipleChoiceField):
    """The languages of the site; codes are compared without regard to their case (zh-Hans)."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=settings.LANGUAGES, **kwargs)

    def prepare_value(self, value: Any) -> list[str]:
        return [str(code).lower() for code in value or []]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)
