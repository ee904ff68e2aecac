from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SituationsConfig(AppConfig):
    name = "home.situations"
    label = "situations"
    verbose_name = _("Situations")

    def ready(self) -> None:
        from home.situations.finding import register_situations

        register_situations()
