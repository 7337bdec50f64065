import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body_id', models.UUIDField(null=True, unique=True)),
                ('head_seq', models.PositiveBigIntegerField(default=0)),
                ('head_digest', models.CharField(default='', max_length=64)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='ledger_chain_guard'), models.UniqueConstraint(models.Value(1), condition=models.Q(('body_id__isnull', True)), name='ledger_chain_one_installation')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.chain')),
                ('seq', models.PositiveBigIntegerField()),
                ('event', models.CharField(max_length=80)),
                ('subject_type', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField(null=True)),
                ('case_id', models.UUIDField(null=True)),
                ('person_id', models.UUIDField(null=True)),
                ('at', models.DateTimeField()),
                ('payload', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['chain', 'subject_id', 'seq'], name='ledger_entry_subject'), models.Index(fields=['chain', 'case_id', 'seq'], name='ledger_entry_case'), models.Index(fields=['chain', 'person_id', 'event'], name='ledger_entry_person')],
                'constraints': [jamstac.ledger.constraints.AppendOnly(name='ledger_entry_append_only'), models.UniqueConstraint(fields=('chain', 'seq'), name='ledger_entry_seq')],
            },
        ),
        migrations.CreateModel(
            name='Alarm',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.chain')),
                ('found_at', models.DateTimeField()),
                ('seq', models.PositiveBigIntegerField()),
                ('reason', models.CharField(max_length=200)),
                ('closed_at', models.DateTimeField(null=True)),
                ('closed_by_person_id', models.UUIDField(null=True)),
                ('explanation', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField()),
                ('state', models.CharField(choices=[('waiting', 'Menunggu'), ('running', 'Dikerjakan'), ('done', 'Selesai'), ('failed', 'Gagal')], default='waiting', max_length=10)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('run_after', models.DateTimeField()),
                ('lease_until', models.DateTimeField(null=True)),
                ('last_error', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['state', 'run_after'], name='ledger_job_due')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject_id'), name='ledger_job_once')],
            },
        ),
    ]
