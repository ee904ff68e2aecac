"""What somebody may expect at a place, in words that residents read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Registration(models.TextChoices):
    NONE = "none", _("No registration")
    RESERVE = "reserve", _("Reserve a place")
    ASK = "ask", _("Ask before coming")


class Entrance(models.TextChoices):
    UNKNOWN = "", _("Not known")
    LEVEL = "level", _("No step at the entrance")
    LIFT = "lift", _("A ramp or a lift")
    STAIRS = "stairs", _("Stairs or steps")


class Wheelchair(models.TextChoices):
    UNKNOWN = "", _("Not known")
    TOILET = "toilet", _("Wheelchairs can come in; there is a toilet for them")
    YES = "yes", _("Wheelchairs can come in")
    NO = "no", _("Difficult to enter with a wheelchair")


class Baby(models.TextChoices):
    UNKNOWN = "", _("Not known")
    ROOM = "room", _("A place to feed and change a baby")
    CHANGING = "changing", _("A place to change a baby")
    NO = "no", _("No place to feed or change a baby")
