import django.db.models.deletion
from django.db import migrations, models

import jamstac.kernel.uuid7


class Migration(migrations.Migration):
    dependencies = [("applications", "0001_initial")]

    operations = [
        migrations.RemoveField("applicationdraft", "price_accepted"),
        migrations.AddField(
            "applicationdraft", "price_accepted", models.PositiveBigIntegerField(blank=True, null=True)
        ),
        migrations.CreateModel(
            name="FindingDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unreviewed", "Belum ditinjau"),
                            ("met", "Memenuhi syarat"),
                            ("unmet", "Tidak memenuhi syarat"),
                        ],
                        default="unreviewed",
                        max_length=12,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400)),
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="applications.applicationevidence",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="ReviewDraft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "application",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="applications.application"
                    ),
                ),
            ],
            options={"abstract": False},
        ),
    ]
