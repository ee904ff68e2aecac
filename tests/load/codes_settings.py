"""Production settings for a site whose tables are made at once, without the history of migrations."""

from typing import Any

from cms.settings.production import *  # noqa: F403


class NoHistory:
    """Every app is one without migrations."""

    def __contains__(self, app: object) -> bool:
        return True

    def __getitem__(self, app: object) -> None:
        return None


MIGRATION_MODULES: Any = NoHistory()
# The search tables come with a migration.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database.fallback"}}
# Nothing is collected: the addresses of files are not what is measured.
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
