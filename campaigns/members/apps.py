from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    name = "campaigns.members"
    label = "members"
    verbose_name = _("Members")

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from campaigns.members.logos import organisation_saved
        from campaigns.members.models import Organisation

        post_save.connect(organisation_saved, sender=Organisation)
