"""The door for gunicorn; production settings unless DJANGO_SETTINGS_MODULE says otherwise."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from cms.mounted import mounted

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.production")

application = mounted(get_wsgi_application(), settings.FORCE_SCRIPT_NAME)
