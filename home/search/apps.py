from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "home.search"
    label = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from datetime import timedelta

        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished

        from campaigns.reading.models import ReadingOverride
        from campaigns.schedule import chores
        from home.search import indexing, shown, signal_handlers

        shown.register_all()
        page_published.connect(signal_handlers.page_published)
        page_unpublished.connect(signal_handlers.page_unpublished)
        for signal in (post_save, post_delete):
            signal.connect(signal_handlers.reading_changed, sender=ReadingOverride)
        # What is changed without a signal, and names that another thing's text holds.
        chores.register("search", timedelta(days=1), indexing.rebuild)
