import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('assessment', '0001_initial'),
        ('bodies', '0001_initial'),
        ('documents', '0001_initial'),
        ('people', '0001_initial'),
        ('schemes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('number', models.CharField(max_length=120)),
                ('date', models.DateField(verbose_name='tanggal')),
                ('time', models.TimeField(verbose_name='pukul')),
                ('place', models.CharField(max_length=160, verbose_name='tempat')),
                ('state', models.CharField(choices=[('open', 'Berlangsung'), ('closed', 'Ditutup')], default='open', max_length=10)),
                ('state_since', models.DateTimeField()),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('minutes_number', models.CharField(blank=True, max_length=120)),
                ('minutes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_meeting_guard'), models.UniqueConstraint(fields=('body', 'number'), name='certification_meeting_number')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='certification.meeting')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('present_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_attendance_guard'), models.UniqueConstraint(fields=('meeting', 'person'), name='certification_attendance_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='MeetingCase',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='certification.meeting')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meeting_cases', to='assessment.assessment')),
                ('file_digest', models.CharField(max_length=64)),
                ('frozen_at', models.DateTimeField()),
                ('postponed_at', models.DateTimeField(null=True)),
                ('postpone_reason', models.CharField(blank=True, max_length=300, verbose_name='alasan ditunda')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_meetingcase_guard'), jamstac.ledger.constraints.Frozen(fields=('meeting', 'assessment', 'file_digest', 'frozen_at'), name='certification_meetingcase_frozen'), models.UniqueConstraint(condition=models.Q(('postponed_at', None)), fields=('assessment',), name='certification_meetingcase_one_table')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Recusal',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('meeting_case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='certification.meetingcase')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('reason', models.CharField(max_length=300, verbose_name='alasan')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_recusal_guard'), models.UniqueConstraint(fields=('meeting_case', 'person'), name='certification_recusal_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Decree',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decree', to='certification.meeting')),
                ('number', models.CharField(max_length=120)),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('signed_at', models.DateTimeField()),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_decree_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('meeting_case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='certification.meetingcase')),
                ('outcome', models.CharField(choices=[('K', 'Kompeten'), ('BK', 'Belum Kompeten')], max_length=2, verbose_name='keputusan')),
                ('reason', models.TextField(blank=True, verbose_name='alasan')),
                ('decided_at', models.DateTimeField()),
                ('decree', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='certification.decree')),
                ('result_letter', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_decision_guard'), jamstac.ledger.constraints.Frozen(fields=('meeting_case', 'outcome', 'reason', 'decided_at'), name='certification_decision_frozen')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='DecisionMember',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='certification.decision')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_decisionmember_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='certification.decision')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('holder_name', models.CharField(max_length=120)),
                ('scheme_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.schemeversion')),
                ('number', models.CharField(max_length=120)),
                ('registration', models.CharField(max_length=120)),
                ('number_key', models.CharField(max_length=120)),
                ('registration_key', models.CharField(max_length=120)),
                ('code', models.CharField(max_length=16, unique=True)),
                ('issued_on', models.DateField()),
                ('valid_until', models.DateField()),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('sheet', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['number_key'], name='certification_number_key'), models.Index(fields=['registration_key'], name='certification_registration_key'), models.Index(fields=['body', '-issued_on'], name='certification_issued'), models.Index(fields=['body', 'holder_name'], name='certification_holder_name')],
                'constraints': [jamstac.ledger.constraints.Guard(name='certification_certificate_guard'), jamstac.ledger.constraints.Frozen(fields=('decision', 'holder', 'holder_name', 'scheme_version', 'number', 'registration', 'number_key', 'registration_key', 'code', 'issued_on', 'valid_until'), name='certification_certificate_frozen'), models.UniqueConstraint(fields=('body', 'number'), name='certification_certificate_number'), models.UniqueConstraint(fields=('body', 'registration'), name='certification_certificate_registration')],
            },
        ),
    ]
