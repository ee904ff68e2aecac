from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BannersConfig(AppConfig):
    name = "campaigns.banners"
    label = "banners"
    verbose_name = _("Banners")

    def ready(self) -> None:
        from datetime import timedelta

        from campaigns.banners.checking import check_due
        from campaigns.schedule.chores import register

        register("link checks", timedelta(days=1), check_due)
