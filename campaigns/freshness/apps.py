from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FreshnessConfig(AppConfig):
    name = "campaigns.freshness"
    label = "freshness"
    verbose_name = _("Freshness")

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from campaigns.freshness.writes import watch

        connection_created.connect(watch)
