from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SharingConfig(AppConfig):
    name = "home.sharing"
    label = "sharing"
    verbose_name = _("Sharing")

    def ready(self) -> None:
        from datetime import timedelta

        from wagtail.models import Page

        from campaigns.cases.models import Case
        from campaigns.desks.models import Desk
        from campaigns.schedule import chores
        from home.sharing.kinds import Kind, register
        from home.sharing.pages import public_pages, title
        from home.sharing.pictures import draw_ahead

        register(Kind("page", Page, public_pages, title))
        register(Kind("place", Case, lambda: Case.objects.filter(live=True)))
        register(Kind("desk", Desk, Desk.objects.all))
        chores.register("sharing pictures", timedelta(minutes=5), draw_ahead)
