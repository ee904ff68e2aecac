"""What members say of a placement."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.areas.models import Area
from campaigns.links.models import Placement
from campaigns.links.placements.photos import MOST_BYTES, PROBLEMS, UnusablePhoto, prepare
from campaigns.members.text import normal, validate_name

#: Far more than anybody hangs; a number with a zero too many is a slip.
MOST_COPIES = 99_999


class DayInput(forms.DateInput):
    """A browser's own calendar, which wants ISO 8601 whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlacementForm(forms.ModelForm):
    """Where a print hangs or will hang."""

    until = forms.DateField(
        label=_("Hangs until"),
        widget=DayInput,
        help_text=_("Two weeks before, we remind you by e-mail."),
    )
    count = forms.IntegerField(label=_("Copies"), min_value=1, max_value=MOST_COPIES, initial=1)
    has_own_code = forms.TypedChoiceField(
        label=_("Two-dimensional code"),
        choices=[
            ("False", _("One code for all: the same as on your other prints")),
            ("True", _("A code of its own: readings at this place are counted apart")),
        ],
        coerce=lambda value: value == "True",
        initial="False",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Placement
        fields = ["place", "area", "material", "count", "until", "has_own_code"]
        help_texts = {"place": _("For example: notice board at the entrance")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        cast("forms.ModelChoiceField", self.fields["area"]).queryset = Area.objects.select_related("parent")

    def clean_place(self) -> str:
        place = normal(self.cleaned_data["place"])
        validate_name(place)
        return place

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        placement: Placement = self.instance
        if placement.displayed_on is not None and until < placement.displayed_on:
            raise forms.ValidationError(
                _("This is before the day it was hung. Please choose a later day."), code="before_displayed"
            )
        if until < placement.campaign.starts:
            raise forms.ValidationError(
                _("The campaign has not begun by then. Please choose a later day."), code="before_campaign"
            )
        return until


class DayForm(forms.Form):
    """On which day a step was taken; today unless said otherwise, never in the future."""

    day = forms.DateField(label=_("Day"), widget=DayInput, initial=timezone.localdate)

    def __init__(self, placement: Placement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.placement = placement

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("This day has not come yet. Please choose today or an earlier day."), code="future"
            )
        return day


class DisplayForm(DayForm):
    """Since when it hangs, with a photograph if there is one."""

    photo = forms.FileField(
        label=_("Photograph (optional)"),
        required=False,
        widget=forms.FileInput({"accept": "image/png,image/jpeg,image/webp"}),
        help_text=_(
            "PNG, JPEG or WebP, up to 5 MB. Only you and the network's office see it; the place and "
            "time stored in the file are removed. Please show no faces."
        ),
    )
    without_photo = forms.BooleanField(label=_("Delete the present photograph"), required=False)

    def __init__(self, placement: Placement, *args: Any, **kwargs: Any) -> None:
        super().__init__(placement, *args, **kwargs)
        self.fields["day"].label = _("Hangs since")
        if placement.displayed_on is not None:
            self.fields["day"].initial = placement.displayed_on
        if not placement.photo:
            del self.fields["without_photo"]

    def clean_day(self) -> date:
        day = super().clean_day()
        removed_on = self.placement.removed_on
        if removed_on is not None and day > removed_on:
            raise forms.ValidationError(
                _("This is after the day it was taken down. Please choose an earlier day."), code="removed"
            )
        return day

    def clean_photo(self) -> ContentFile[bytes] | None:
        upload: UploadedFile | None = self.cleaned_data.get("photo")
        if upload is None:
            return None
        try:
            if (upload.size or 0) > MOST_BYTES:
                raise UnusablePhoto("too_large")
            return ContentFile(prepare(upload.read()))
        except UnusablePhoto as problem:
            raise forms.ValidationError(PROBLEMS[problem.reason], code=problem.reason) from problem


class RemoveForm(DayForm):
    """When it was taken down."""

    def __init__(self, placement: Placement, *args: Any, **kwargs: Any) -> None:
        super().__init__(placement, *args, **kwargs)
        self.fields["day"].label = _("Taken down on")

    def clean_day(self) -> date:
        day = super().clean_day()
        displayed_on = self.placement.displayed_on
        if displayed_on is not None and day < displayed_on:
            raise forms.ValidationError(
                _("This is before the day it was hung. Please choose a later day."), code="before_displayed"
            )
        return day
