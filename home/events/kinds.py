"""What sort of event it is, where one takes part, and whether one signs up: in words that residents read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    STUDY = "study", _("Study meeting")
    SUPPORTER = "supporter", _("Course for Tsunagari supporters")
    EXCHANGE = "exchange", _("Get-together")
    VISIT = "visit", _("Visit to a place")
    OTHER = "other", _("Other event")


class Attendance(models.TextChoices):
    PLACE = "place", _("At the place")
    ONLINE = "online", _("Online")
    BOTH = "both", _("At the place or online")


class SignUp(models.TextChoices):
    NONE = "none", _("No registration")
    NEEDED = "needed", _("Sign up beforehand")
