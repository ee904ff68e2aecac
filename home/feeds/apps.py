from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedsConfig(AppConfig):
    name = "home.feeds"
    label = "feeds"
    verbose_name = _("Feeds")

    def ready(self) -> None:
        from home.feeds.places import PLACES
        from home.feeds.sources import register

        register(PLACES)
