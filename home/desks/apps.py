from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskPagesConfig(AppConfig):
    name = "home.desks"
    #: `desks` is the app that keeps them.
    label = "desk_pages"
    verbose_name = _("Pages of desks")

    def ready(self) -> None:
        from campaigns.desks.models import Desk
        from home.desks.showing import shown_with

        Desk.shown_with = staticmethod(shown_with)
