"""The database of a new site, for tests that start real processes: migrating takes half a minute, copying nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection

#: What pytest's own database was when it was made; there is none where that is PostgreSQL.
TEMPLATE = settings.SCRATCH / "migrated.sqlite3"


def keep_template() -> None:
    """Copy the test database while it is as migrations have left it."""
    if connection.vendor != "sqlite":
        return
    if connection.settings_dict["NAME"] != connection.settings_dict["TEST"]["NAME"]:
        # pytest-django makes none where no chosen test asks for one itself, as those of the browser alone.
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=True)
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as database:
        database.execute("VACUUM INTO ?", [str(TEMPLATE)])


def migrated_database(folder: Path) -> str:
    """The address of a new, migrated database in a folder."""
    shutil.copy(TEMPLATE, folder / "db.sqlite3")
    return f"sqlite:///{folder / 'db.sqlite3'}"
