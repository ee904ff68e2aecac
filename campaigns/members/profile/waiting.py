"""Logos that are uploaded but not saved yet: nobody has to choose a file twice because of another field.

Each lies in the private storage under a random name, and only the page that uploaded it has its ticket, signed
for its organisation. Whoever leaves that page leaves the file: after a day `clear_away` removes it, and with it the
logos that an organisation has replaced or removed.
"""

import secrets
from datetime import timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.utils import timezone

from campaigns.members.models import Organisation, private_storage

#: Where saved logos lie (`Organisation.logo`), and those that wait.
SAVED, WAITING = "logos", "logos/waiting"
SALT = "members.profile.logo"
KEPT_FOR = timedelta(days=1)


def keep(organisation: Organisation, png: bytes) -> str:
    """Keep a prepared logo for a day; returns its ticket."""
    name = private_storage().save(f"{WAITING}/{secrets.token_urlsafe(16)}.png", ContentFile(png))
    return signing.dumps([organisation.pk, name], salt=SALT)


def kept(organisation: Organisation, ticket: str) -> bytes | None:
    """The logo of a ticket; None when it is another organisation's, forged, or gone."""
    try:
        owner, name = signing.loads(ticket, salt=SALT, max_age=KEPT_FOR)
        if owner != organisation.pk:
            return None
        with private_storage().open(name) as file:
            return bytes(file.read())
    except (signing.BadSignature, FileNotFoundError):
        return None


def clear_away() -> None:
    """Remove logos that no organisation has and that are older than a day."""
    storage, before = private_storage(), timezone.now() - KEPT_FOR
    used = set(Organisation.objects.exclude(logo="").values_list("logo", flat=True))
    for folder in (SAVED, WAITING):
        names = storage.listdir(folder)[1] if storage.exists(folder) else []
        for path in (f"{folder}/{name}" for name in names):
            if path not in used and storage.get_modified_time(path) < before:
                storage.delete(path)
