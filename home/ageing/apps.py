from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AgeingConfig(AppConfig):
    name = "home.ageing"
    label = "ageing"
    verbose_name = _("Ageing pages")
