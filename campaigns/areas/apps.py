from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AreasConfig(AppConfig):
    name = "campaigns.areas"
    label = "areas"
    verbose_name = _("Areas")

    def ready(self) -> None:
        from campaigns.areas.models import Area
        from campaigns.reading.lexicon import register

        register(Area)
