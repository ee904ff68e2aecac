"""Settings every installation shares. Every environment variable is read in this file and nowhere else."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from cms.settings.mounting import mounting

ROOT = Path(__file__).resolve().parents[2]

env = environ.FileAwareEnv()
environ.FileAwareEnv.read_env(ROOT / ".env", overwrite=False)


def required(name: str) -> str:
    """A variable that must not be missing or empty; stops the start with its name."""
    value: str = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set the variable {name}; .env.example describes it.")
    return value


def chosen(name: str, *possible: str) -> str:
    """A variable that is one of a few words, the first unless set; stops the start when it is another."""
    value: str = env.str(name, default=possible[0])
    if value not in possible:
        raise ImproperlyConfigured(f"{name} is one of: {', '.join(possible)}.")
    return value


# --- environment -------------------------------------------------------------------------------------
# Each variable is described in .env.example.
SECRET_KEY = env.str("SECRET_KEY", default="")
VAR_DIR = Path(env.str("VAR_DIR", default=str(ROOT / "var")))
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
PUBLIC_URL = env.str("PUBLIC_URL", default="http://localhost:8000").rstrip("/")
#: Where codes live when they have a host of their own; empty means PUBLIC_URL.
LINK_URL = env.str("LINK_URL", default="").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="tsunagari@localhost")
#: Where the network's office reads its mail: applications to join are announced there.
OFFICE_EMAIL = env.str("OFFICE_EMAIL", default="") or DEFAULT_FROM_EMAIL
#: The demo has a published password; production refuses it.
DEMO_MAY_BE_LOADED = True
#: `inline` builds plates in this process when no worker runs; `worker` leaves them to `manage.py db_worker`.
PRINT_JOBS = env.str("PRINT_JOBS", default="inline")
#: `direct`: each reading of a code is added to the numbers at once. `spool`: it is appended to a file that
#: `manage.py tick` adds. `off`: for measuring only.
SCAN_COUNTING = chosen("SCAN_COUNTING", "direct", "spool", "off")
#: Whether residents' pages are answered from memory until something changes.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
STAFF_MFA_REQUIRED = env.bool("STAFF_MFA_REQUIRED", default=False)
#: Where an address leads to on tap; `{address}` stands for it. Empty: addresses lead nowhere.
MAP_URL = env.str("MAP_URL", default="https://www.google.com/maps/search/?api=1&query={address}")
#: Where “leave at once” leads: a page that says nothing about who looks at it.
LEAVE_URL = env.str("LEAVE_URL", default="https://www.jma.go.jp/bosai/forecast/")

# The print shop has no settings; it finds its fonts by this variable.
os.environ.setdefault("FONT_DIR", env.str("FONT_DIR", default=str(VAR_DIR / "fonts")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

# --- applications ------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "cms",
    "home",
    "home.search",
    "home.cases",
    "home.desks",
    "home.events",
    "home.news",
    "home.figures",
    "home.situations",
    "home.selfcheck",
    "home.sharing",
    "home.feeds",
    "home.ageing",
    "campaigns",
    "campaigns.freshness",
    "campaigns.languages",
    "campaigns.reading",
    "campaigns.areas",
    "campaigns.schedule",
    "campaigns.pictures",
    "campaigns.members",
    "campaigns.cases",
    "campaigns.desks",
    "campaigns.figures",
    "campaigns.distress",
    "campaigns.links",
    "campaigns.banners",
    "campaigns.kits",
    "wagtail_localize",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    # In place of wagtail.locales.
    "wagtail_localize.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django_htmx",
    "mailer",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # What it keeps has all headers of those below.
    "home.page_cache.middleware.PageCache",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "campaigns.links.middleware.HostOfCodes",
    # Above all that may ask the database.
    "campaigns.links.middleware.CodesAlwaysAnswer",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "campaigns.languages.middleware.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.security.ReferrerWithinForms",
    "cms.security.AdminContentSecurityPolicy",
    "cms.security.StaffSecondFactor",
    "campaigns.guards.SayWhatKeptFromPublishing",
    "campaigns.guards.SayWhatKeepsFromDeleting",
    # What a redirect leads to has readings as well.
    "home.furigana.middleware.Furigana",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "cms" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- data --------------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock when a transaction begins, so that two writers wait instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 5,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Somebody who reads a code waits no longer than this for a host that is gone.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "members.User"

CACHES = {
    # Shared by all processes of a machine: login limits and pictures of kits.
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

# Among them STATIC_URL, MEDIA_URL and the paths of cookies.
vars().update(mounting(PUBLIC_URL))
#: Host and what the site is mounted under, as printed where people may type it.
PUBLIC_HOST = urlsplit(PUBLIC_URL).netloc + urlsplit(PUBLIC_URL).path
MEDIA_ROOT = VAR_DIR / "media"
#: Plates and logos: never under a public URL; a view hands them out.
PRIVATE_ROOT = VAR_DIR / "private"
#: Readings not yet added to the numbers, and where codes lead when the database does not answer.
SPOOL_DIR = VAR_DIR / "spool"
LINKS_DIR = VAR_DIR / "links"
#: What tells all processes of a machine that something has changed.
CHANGES_FILE = VAR_DIR / "changes"
#: How long a process relies on what it has looked up of a code.
LINK_LOOKUP_SECONDS = 3
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [ROOT / "cms" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "cms.storage.WholeFileStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- languages ---------------------------------------------------------------------------------------
LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
# The days of a campaign are those of Japan: no other is offered to staff.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
USE_TZ = True
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
# Our own words, then what the Japanese catalogues of Wagtail lack.
LOCALE_PATHS = [ROOT / "locale", ROOT / "cms" / "wagtails_words"]
LANG_INFO["ja-x-easy"] = {
    "bidi": False,
    "code": "ja-x-easy",
    "name": "Easy Japanese",
    "name_local": "やさしい日本語",
}
LANG_INFO["tl"] = {"bidi": False, "code": "tl", "name": "Tagalog", "name_local": "Tagalog"}
# Phones' names for languages that are called otherwise here: Filipino, Cantonese, and Indonesian on old ones.
LANG_INFO |= {"fil": {"fallback": ["tl"]}, "yue": {"fallback": ["zh-hant"]}, "in": {"fallback": ["id"]}}
LANGUAGES = [
    ("ja", _("Japanese")),
    ("ja-x-easy", _("Easy Japanese")),
    ("en", _("English")),
    ("zh-hans", _("Chinese (simplified)")),
    ("zh-hant", _("Chinese (traditional)")),
    ("ko", _("Korean")),
    ("vi", _("Vietnamese")),
    ("tl", _("Tagalog")),
    ("es", _("Spanish")),
    ("pt", _("Portuguese")),
    ("ne", _("Nepali")),
    ("th", _("Thai")),
    ("id", _("Indonesian")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
#: The desk, by its name in addresses, where people answer in many languages.
MULTILINGUAL_DESK = env.str("MULTILINGUAL_DESK", default="tagengo")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ja", "日本語"), ("en", "English")]

# --- login -------------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "kits:start"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up; naming a password here is what makes the login form ask staff for theirs.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_ADAPTER = "campaigns.members.adapter.ClosedSignup"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "request_login_code": "20/m/ip,3/m/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- wagtail -----------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Tsunagari Kit"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAILIMAGES_IMAGE_MODEL = "pictures.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "campaigns.pictures.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "pictures.LibraryDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
# A photograph that is sharp on A1; the print shop refuses what is larger.
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# --- jobs --------------------------------------------------------------------------------------------
TASKS = {
    # Search indexing must happen even when no worker runs.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "print": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if PRINT_JOBS == "worker"
        else "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["print"],
    },
}

# --- e-mail ------------------------------------------------------------------------------------------
vars().update(EMAIL_CONFIG)
# Letters to members are queued and sent by `manage.py tick`; login codes go out at once.
MAILER_EMAIL_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
MAILER_ERROR_HANDLER = "campaigns.members.letters.put_off"
#: Every half an hour, for two days.
MAILER_EMAIL_MAX_RETRIES = 96
# A lock in the file system would outlive a killed process; whose turn it is, the database says.
MAILER_USE_FILE_LOCK = False
# The record of what was sent says when, to whom not: letters carry invitations.
MAILER_EMAIL_LOG_MESSAGE_DATA = False
# A letter is sent inside a transaction: on SQLite, which has one writer, it must not outlast the others' patience.
EMAIL_TIMEOUT = 4 if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3" else 20

# --- security ----------------------------------------------------------------------------------------
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    },
}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "fontTools": {"level": "ERROR"},
        # Each page that is saved; the admin's history has it as well.
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "weasyprint": {"level": "ERROR"},
        "pikepdf": {"level": "WARNING"},
    },
}
