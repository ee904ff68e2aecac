"""What kinds of organisations there are, as residents read them in the directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    NPO = "npo", _("Non-profit organisation")
    COMPANY = "company", _("Company")
    MUNICIPALITY = "municipality", _("Municipality")
    SCHOOL = "school", _("School")
    WELFARE_COUNCIL = "welfare_council", _("Social welfare council")
    SHOP = "shop", _("Shop")
    HOSPITAL = "hospital", _("Hospital")
    LIBRARY = "library", _("Library")
    OTHER = "other", _("Other")
