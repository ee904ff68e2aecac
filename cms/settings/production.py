"""Production: nothing has a default that would be unsafe; a missing variable stops the start."""

from urllib.parse import urlsplit

from cms.settings.base import *  # noqa: F403

DEBUG = False
DEMO_MAY_BE_LOADED = False
SECRET_KEY = required("SECRET_KEY")
required("DATABASE_URL")
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
PUBLIC_URL = required("PUBLIC_URL").rstrip("/")
if urlsplit(PUBLIC_URL).path and not LINK_URL:
    raise ImproperlyConfigured(
        "PUBLIC_URL has a path, so codes need a host of their own: set LINK_URL. Codes are printed in capitals, and "
        "below somebody else's path capitals may not arrive."
    )
ALLOWED_HOSTS = ALLOWED_HOSTS or [urlsplit(url).hostname for url in (PUBLIC_URL, LINK_URL) if url]
PRINT_JOBS = env.str("PRINT_JOBS", default="worker")
if PRINT_JOBS == "worker":
    TASKS["print"]["BACKEND"] = "django_tasks_db.DatabaseBackend"
STAFF_MFA_REQUIRED = env.bool("STAFF_MFA_REQUIRED", default=True)

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
