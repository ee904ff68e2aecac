from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScheduleConfig(AppConfig):
    name = "campaigns.schedule"
    label = "schedule"
    verbose_name = _("Schedule")

    def ready(self) -> None:
        from datetime import timedelta

        from campaigns.schedule.chores import register
        from campaigns.schedule.publishing import publish_scheduled

        register("scheduled publishing", timedelta(minutes=1), publish_scheduled)
