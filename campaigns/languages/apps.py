from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    name = "campaigns.languages"
    label = "languages"
    verbose_name = _("Languages")

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import Locale, Site
        from wagtail.signals import page_published, page_unpublished

        from campaigns.languages.codes import locale_changed
        from campaigns.languages.site import forget_names

        for signal in (post_save, post_delete):
            signal.connect(locale_changed, sender=Locale)
            signal.connect(forget_names, sender=Site)
        for signal in (page_published, page_unpublished):
            signal.connect(forget_names)
