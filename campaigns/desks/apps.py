from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DesksConfig(AppConfig):
    name = "campaigns.desks"
    label = "desks"
    verbose_name = _("Desks")

    def ready(self) -> None:
        from campaigns.desks.models import Desk
        from campaigns.desks.verification import EVERY, remind
        from campaigns.reading import lexicon
        from campaigns.schedule import chores

        lexicon.register(Desk)
        chores.register("desks to verify", EVERY, remind)
