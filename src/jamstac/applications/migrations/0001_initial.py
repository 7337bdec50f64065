import django.core.validators
import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
        ('documents', '0001_initial'),
        ('people', '0001_initial'),
        ('schemes', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('name', models.CharField(max_length=120, verbose_name='nama lengkap')),
                ('nik', models.CharField(blank=True, max_length=16, validators=[django.core.validators.RegexValidator('^\\d{16}$', 'NIK terdiri atas 16 angka.')], verbose_name='NIK')),
                ('birth_place', models.CharField(blank=True, max_length=80, verbose_name='tempat lahir')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='tanggal lahir')),
                ('sex', models.CharField(blank=True, choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1, verbose_name='jenis kelamin')),
                ('nationality', models.CharField(blank=True, default='Indonesia', max_length=60, verbose_name='kebangsaan')),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='alamat rumah')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='kode pos')),
                ('phone', models.CharField(blank=True, max_length=20, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 -]{8,16}$', 'Tulis 10 sampai 15 angka, misalnya 0812 3456 7890.')], verbose_name='nomor ponsel')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('education', models.CharField(blank=True, max_length=120, verbose_name='kualifikasi pendidikan')),
                ('institution', models.CharField(blank=True, max_length=160, verbose_name='institusi atau perusahaan')),
                ('position', models.CharField(blank=True, max_length=120, verbose_name='jabatan')),
                ('office_address', models.CharField(blank=True, max_length=300, verbose_name='alamat kantor')),
                ('office_phone', models.CharField(blank=True, max_length=40, verbose_name='telepon kantor')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('scheme_version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.schemeversion')),
                ('number', models.CharField(max_length=120)),
                ('state', models.CharField(choices=[('submitted', 'Menunggu ditinjau'), ('returned', 'Dikembalikan untuk dilengkapi'), ('accepted', 'Diterima'), ('rejected', 'Tidak diterima')], max_length=12)),
                ('purpose', models.CharField(choices=[('certification', 'Sertifikasi'), ('pkt', 'Pengakuan Kompetensi Terkini (PKT)'), ('rpl', 'Rekognisi Pembelajaran Lampau (RPL)'), ('other', 'Lainnya')], max_length=15, verbose_name='tujuan asesmen')),
                ('price_accepted', models.PositiveBigIntegerField(null=True)),
                ('submitted_at', models.DateTimeField()),
                ('state_since', models.DateTimeField()),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('reviewer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('review_note', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'state', 'state_since'], name='applications_state'), models.Index(fields=['person', 'submitted_at'], name='applications_person')],
                'constraints': [jamstac.ledger.constraints.Guard(name='applications_application_guard'), models.UniqueConstraint(fields=('body', 'number'), name='applications_application_number'), models.UniqueConstraint(condition=models.Q(('state__in', ['submitted', 'returned'])), fields=('person', 'scheme_version'), name='applications_application_one_pending')],
            },
        ),
        migrations.CreateModel(
            name='SelfAssessment',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='self_assessments', to='applications.application')),
                ('element', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.element')),
                ('answer', models.CharField(choices=[('K', 'Kompeten'), ('BK', 'Belum Kompeten')], max_length=2)),
                ('evidence_text', models.CharField(blank=True, max_length=400, verbose_name='bukti yang relevan')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='applications_selfassessment_guard'), models.UniqueConstraint(fields=('application', 'element'), name='applications_selfassessment_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ApplicationEvidence',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='applications.application')),
                ('requirement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.requirement')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('title', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('unreviewed', 'Belum ditinjau'), ('met', 'Memenuhi syarat'), ('unmet', 'Tidak memenuhi syarat')], default='unreviewed', max_length=12)),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='catatan')),
                ('removed', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='applications_applicationevidence_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ElementEvidence',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='elements', to='applications.applicationevidence')),
                ('element', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.element')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='applications_elementevidence_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ApplicationDraft',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120, verbose_name='nama lengkap')),
                ('nik', models.CharField(blank=True, max_length=16, validators=[django.core.validators.RegexValidator('^\\d{16}$', 'NIK terdiri atas 16 angka.')], verbose_name='NIK')),
                ('birth_place', models.CharField(blank=True, max_length=80, verbose_name='tempat lahir')),
                ('birth_date', models.DateField(blank=True, null=True, verbose_name='tanggal lahir')),
                ('sex', models.CharField(blank=True, choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1, verbose_name='jenis kelamin')),
                ('nationality', models.CharField(blank=True, default='Indonesia', max_length=60, verbose_name='kebangsaan')),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='alamat rumah')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='kode pos')),
                ('phone', models.CharField(blank=True, max_length=20, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 -]{8,16}$', 'Tulis 10 sampai 15 angka, misalnya 0812 3456 7890.')], verbose_name='nomor ponsel')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('education', models.CharField(blank=True, max_length=120, verbose_name='kualifikasi pendidikan')),
                ('institution', models.CharField(blank=True, max_length=160, verbose_name='institusi atau perusahaan')),
                ('position', models.CharField(blank=True, max_length=120, verbose_name='jabatan')),
                ('office_address', models.CharField(blank=True, max_length=300, verbose_name='alamat kantor')),
                ('office_phone', models.CharField(blank=True, max_length=40, verbose_name='telepon kantor')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.person')),
                ('scheme_version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schemes.schemeversion')),
                ('application', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='draft', to='applications.application')),
                ('purpose', models.CharField(blank=True, choices=[('certification', 'Sertifikasi'), ('pkt', 'Pengakuan Kompetensi Terkini (PKT)'), ('rpl', 'Rekognisi Pembelajaran Lampau (RPL)'), ('other', 'Lainnya')], max_length=15, verbose_name='tujuan asesmen')),
                ('consent', models.BooleanField(default=False)),
                ('price_accepted', models.PositiveBigIntegerField(blank=True, null=True)),
                ('information_accepted', models.BooleanField(default=False)),
                ('started_at', models.DateTimeField()),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'scheme_version'), name='applications_draft_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='DraftEvidence',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='applications.applicationdraft')),
                ('requirement', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schemes.requirement')),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('title', models.CharField(max_length=200)),
                ('review_state', models.CharField(choices=[('unreviewed', 'Belum ditinjau'), ('met', 'Memenuhi syarat'), ('unmet', 'Tidak memenuhi syarat')], default='unreviewed', max_length=12)),
                ('review_note', models.CharField(blank=True, max_length=400)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='DraftAnswer',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='applications.applicationdraft')),
                ('element', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='standards.element')),
                ('answer', models.CharField(blank=True, choices=[('K', 'Kompeten'), ('BK', 'Belum Kompeten')], max_length=2)),
                ('evidence_text', models.CharField(blank=True, max_length=400, verbose_name='bukti yang relevan')),
                ('files', models.ManyToManyField(related_name='answers', to='applications.draftevidence')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('draft', 'element'), name='applications_draftanswer_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='ReviewDraft',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='applications.application')),
                ('note', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='FindingDraft',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('evidence', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='applications.applicationevidence')),
                ('state', models.CharField(choices=[('unreviewed', 'Belum ditinjau'), ('met', 'Memenuhi syarat'), ('unmet', 'Tidak memenuhi syarat')], default='unreviewed', max_length=12)),
                ('note', models.CharField(blank=True, max_length=400)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
    ]
