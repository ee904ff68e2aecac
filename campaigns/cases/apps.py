from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "campaigns.cases"
    label = "cases"
    verbose_name = _("Cases")

    def ready(self) -> None:
        from campaigns.cases.models import Case
        from campaigns.reading.lexicon import register

        register(Case)
