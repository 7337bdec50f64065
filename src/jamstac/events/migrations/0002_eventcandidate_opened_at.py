from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventcandidate",
            name="opened_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddIndex(
            model_name="eventcandidate",
            index=models.Index(fields=["assessor", "event"], name="events_candidate_assessor"),
        ),
    ]
