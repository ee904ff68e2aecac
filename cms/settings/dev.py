"""Development and the demo: one command, no secrets, mail on the console."""

from cms.settings.base import *  # noqa: F403

DEBUG = True
SECRET_KEY = SECRET_KEY or "development-only"
ALLOWED_HOSTS = ["*"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Whoever edits a template wants to see it.
PAGE_CACHE = env.bool("PAGE_CACHE", default=False)
# Django's own way of serving static files in development looks for them at the root of the host.
INSTALLED_APPS = ["whitenoise.runserver_nostatic", *INSTALLED_APPS]
MIDDLEWARE = [*MIDDLEWARE, "cms.demo_server.OwnNotFound"]
LOGGING = {
    **LOGGING,
    "filters": {"without queries": {"()": "cms.demo_server.WithoutQueries"}},
    "loggers": {
        **LOGGING["loggers"],
        "django.server": {
            "handlers": ["console"],
            "level": "INFO",
            "filters": ["without queries"],
            "propagate": False,
        },
    },
}
