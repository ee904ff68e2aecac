from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DistressConfig(AppConfig):
    name = "campaigns.distress"
    label = "distress"
    verbose_name = _("Sentences about distress")
