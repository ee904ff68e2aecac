"""The two sorts of situations, as residents read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SituationKind(models.TextChoices):
    STAGE = "stage", _("When life changes")
    EVERYDAY = "everyday", _("In everyday life")
