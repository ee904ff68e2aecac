"""Production, without its collected files: their addresses are those of the folders they are in."""

from cms.settings.production import *  # noqa: F403

STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
