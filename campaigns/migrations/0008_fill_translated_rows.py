"""They are in the language of their campaign. Apart from the others: PostgreSQL alters no table with pending checks."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import migrations

#: Each model and the page or snippet that its rows belong to.
ROWS = (("AudienceVersion", "campaign"), ("SmallThing", "campaign"))


def fill(apps: Any, schema_editor: Any) -> None:
    for name, whole in ROWS:
        model = apps.get_model("campaigns", name)
        for row in model.objects.select_related(whole).iterator():
            row.translation_key = uuid.uuid4()
            row.locale_id = getattr(row, whole).locale_id
            row.save(update_fields=["translation_key", "locale"])


class Migration(migrations.Migration):

    dependencies = [
        ('campaigns', '0007_translated_rows'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
