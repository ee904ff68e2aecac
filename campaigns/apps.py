from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "campaigns"
    verbose_name = _("Campaigns")

    def ready(self) -> None:
        from campaigns import preview
        from campaigns.models import Catchphrase
        from campaigns.reading.lexicon import register
        from campaigns.versions import KeyWord

        preview.register()
        register(KeyWord, word="word")
        register(Catchphrase, word="text")
