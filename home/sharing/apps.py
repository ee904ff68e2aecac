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
        from campaigns.desks.offered import not_over
        from campaigns.schedule import chores
        from home.cases.addresses import index_of as case_index
        from home.desks.addresses import index_of as desk_index
        from home.sharing.kinds import Kind, path_of, paths_below, register
        from home.sharing.pages import public_pages, title
        from home.sharing.pictures import draw_ahead

        register(Kind("page", Page, public_pages, lambda: path_of, title))
        register(Kind("place", Case, lambda: Case.objects.filter(live=True), paths_below(case_index)))
        register(Kind("desk", Desk, not_over, paths_below(desk_index), changed="latest_revision__created_at"))
        chores.register("sharing pictures", timedelta(minutes=5), draw_ahead)
