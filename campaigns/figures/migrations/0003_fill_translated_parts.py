"""They are in the language of their figure. Apart from the others: PostgreSQL alters no table with pending checks."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import migrations

#: Each model and the page or snippet that its rows belong to.
ROWS = (("FigurePart", "figure"),)


def fill(apps: Any, schema_editor: Any) -> None:
    for name, whole in ROWS:
        model = apps.get_model("figures", name)
        for row in model.objects.select_related(whole).iterator():
            row.translation_key = uuid.uuid4()
            row.locale_id = getattr(row, whole).locale_id
            row.save(update_fields=["translation_key", "locale"])


class Migration(migrations.Migration):

    dependencies = [
        ('figures', '0002_translated_parts'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
