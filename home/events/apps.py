from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "home.events"
    label = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from home.events.finding import register_events

        register_events()
