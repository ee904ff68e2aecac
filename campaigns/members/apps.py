from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "campaigns.members"
    label = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from datetime import timedelta

        from django.db.models.signals import post_save

        from campaigns.members.joining.retention import forget
        from campaigns.members.letters import deliver, deliver_again
        from campaigns.members.logos import organisation_saved
        from campaigns.members.models import Organisation
        from campaigns.members.profile.waiting import clear_away
        from campaigns.reading import lexicon
        from campaigns.schedule.chores import register

        lexicon.register(Organisation)
        post_save.connect(organisation_saved, sender=Organisation)
        register("letters again", timedelta(minutes=30), deliver_again)
        register("letters", timedelta(minutes=1), deliver)
        register("forget_applications", timedelta(days=1), forget)
        register("clear_logos_away", timedelta(hours=1), clear_away)
