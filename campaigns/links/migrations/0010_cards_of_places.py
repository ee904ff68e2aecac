from django.db import migrations, models


def remember_cards(apps, schema_editor):
    apps.get_model("links", "ShortLink").objects.filter(case__isnull=False).update(is_cases_own=True)


class Migration(migrations.Migration):
    dependencies = [("links", "0009_custody")]

    operations = [
        migrations.AddField(
            model_name="shortlink",
            name="is_cases_own",
            field=models.BooleanField(default=False, verbose_name="on the cards of a place"),
        ),
        migrations.RunPython(remember_cards, migrations.RunPython.noop),
    ]
