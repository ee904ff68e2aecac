from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasePagesConfig(AppConfig):
    name = "home.cases"
    #: `cases` is the app that keeps them.
    label = "case_pages"
    verbose_name = _("Pages of cases")

    def ready(self) -> None:
        from django.db.models.signals import post_delete

        from campaigns.cases.models import Case
        from home.cases.card import case_deleted
        from home.cases.showing import shown_with

        Case.shown_with = staticmethod(shown_with)
        post_delete.connect(case_deleted, sender=Case)
