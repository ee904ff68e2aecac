from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KitsConfig(AppConfig):
    name = "campaigns.kits"
    label = "kits"
    verbose_name = _("Kits")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from campaigns.kits.publishing import campaign_published
        from campaigns.models import CampaignPage

        page_published.connect(campaign_published, sender=CampaignPage)
