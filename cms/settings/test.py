"""Tests: everything real except speed of hashing and where files go."""

import tempfile
from pathlib import Path

from cms.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["*"]
PUBLIC_URL = "http://testserver"
vars().update(mounting(PUBLIC_URL))
PUBLIC_HOST = "testserver"
SCRATCH = Path(tempfile.mkdtemp(prefix="tsunagari-test-"))
MEDIA_ROOT = SCRATCH / "media"
PRIVATE_ROOT = SCRATCH / "private"
SPOOL_DIR = SCRATCH / "spool"
LINKS_DIR = SCRATCH / "links"
CHANGES_FILE = SCRATCH / "changes"
# Tests change where a code leads and look at once.
LINK_LOOKUP_SECONDS = 0
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_ROOT
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = MAILER_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: the live server's threads share it, and --reuse-db keeps its migrations.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    VAR_DIR.mkdir(exist_ok=True)
