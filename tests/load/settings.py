"""As production, but without TLS and with whichever database DATABASE_URL names."""

from cms.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "load-only"
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
# Filling a site says much, line by line.
LOGGING["loggers"]["wagtail"] = {"level": "WARNING"}
