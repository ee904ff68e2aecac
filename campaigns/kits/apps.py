from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KitsConfig(AppConfig):
    name = "campaigns.kits"
    label = "kits"
    verbose_name = _("Kits")

    def ready(self) -> None:
        from datetime import timedelta

        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published

        from campaigns.kits.jobs import revive_silent
        from campaigns.kits.leftovers import edition_gone, preset_changed
        from campaigns.kits.models import PrintShop
        from campaigns.kits.publishing import campaign_published
        from campaigns.models import CampaignPage, Edition
        from campaigns.schedule.chores import register

        register("print jobs", timedelta(minutes=5), revive_silent)
        page_published.connect(campaign_published, sender=CampaignPage)
        post_delete.connect(edition_gone, sender=Edition)
        for signal in (post_save, post_delete):
            signal.connect(preset_changed, sender=PrintShop)
