from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadingConfig(AppConfig):
    name = "campaigns.reading"
    label = "reading"
    verbose_name = _("Readings")

    def ready(self) -> None:
        from campaigns.reading.lexicon import forget_with
        from campaigns.reading.models import ReadingOverride

        forget_with(ReadingOverride)
