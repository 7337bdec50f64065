import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('applications', '0001_initial'),
        ('bodies', '0001_initial'),
        ('documents', '0001_initial'),
        ('people', '0001_initial'),
        ('schemes', '0001_initial'),
        ('venues', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('number', models.CharField(max_length=120)),
                ('scheme_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.schemeversion')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='venues.venue')),
                ('date', models.DateField(verbose_name='tanggal')),
                ('start_time', models.TimeField(verbose_name='mulai')),
                ('end_time', models.TimeField(verbose_name='selesai')),
                ('state', models.CharField(choices=[('planned', 'Disusun'), ('assigned', 'Surat tugas ditandatangani'), ('cancelled', 'Dibatalkan')], default='planned', max_length=10)),
                ('state_since', models.DateTimeField()),
                ('cancel_reason', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'date'], name='events_event_date')],
                'constraints': [jamstac.ledger.constraints.Guard(name='events_event_guard'), models.UniqueConstraint(fields=('body', 'number'), name='events_event_number')],
            },
        ),
        migrations.CreateModel(
            name='EventCandidate',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='events.event')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='event_candidate', to='applications.application')),
                ('assessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('opened_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['assessor', 'event'], name='events_candidate_assessor')],
                'constraints': [jamstac.ledger.constraints.Guard(name='events_eventcandidate_guard')],
            },
        ),
        migrations.CreateModel(
            name='AssignmentLetter',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('event', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='assignment_letter', to='events.event')),
                ('number', models.CharField(max_length=120)),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('signed_at', models.DateTimeField()),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='events_assignmentletter_guard')],
                'indexes': [],
            },
        ),
    ]
