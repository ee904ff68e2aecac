from django.db import migrations, models


def mark_codes_of_placements(apps, schema_editor):
    apps.get_model("links", "ShortLink").objects.exclude(placement=None).update(is_placements_own=True)


class Migration(migrations.Migration):

    dependencies = [
        ("links", "0004_placements_of_members"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="shortlink",
            name="one_code_per_campaign_organisation_and_audience",
        ),
        migrations.AddField(
            model_name="shortlink",
            name="is_placements_own",
            field=models.BooleanField(default=False, verbose_name="a placement's own"),
        ),
        migrations.RunPython(mark_codes_of_placements, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="shortlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_placements_own", False), ("organisation__isnull", False)),
                fields=("campaign", "organisation", "audience"),
                name="one_code_per_campaign_organisation_and_audience",
            ),
        ),
    ]
