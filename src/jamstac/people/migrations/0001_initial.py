import django.core.validators
import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='surel')),
                ('is_active', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Person',
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
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'name'], name='people_person_name')],
                'constraints': [jamstac.ledger.constraints.Guard(name='people_person_guard'), models.UniqueConstraint(fields=('body', 'account'), name='people_person_one_per_lsp'), models.UniqueConstraint(condition=models.Q(('nik', ''), _negated=True), fields=('body', 'nik'), name='people_person_nik_once')],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('function', models.CharField(choices=[('director', 'Direktur/Ketua LSP'), ('certification_manager', 'Manajer sertifikasi'), ('quality_manager', 'Manajer mutu'), ('admin', 'Admin LSP'), ('treasurer', 'Bendahara'), ('assessor', 'Asesor'), ('decider', 'Anggota komite keputusan (pleno)'), ('scheme_committee', 'Anggota komite skema'), ('impartiality_committee', 'Anggota komite ketidakberpihakan'), ('internal_auditor', 'Auditor internal'), ('venue_verifier', 'Verifikator TUK'), ('venue_head', 'Ketua TUK'), ('sponsor', 'Mitra/sponsor'), ('contractor', 'Kontraktor'), ('system_admin', 'Admin sistem')], max_length=30, verbose_name='fungsi')),
                ('decree_number', models.CharField(max_length=100, verbose_name='nomor SK')),
                ('decree_date', models.DateField(verbose_name='tanggal SK')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
                ('end_reason', models.CharField(blank=True, max_length=300, verbose_name='alasan berakhir')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'function', 'valid_from'], name='people_appointment_function'), models.Index(fields=['person', 'valid_from'], name='people_appointment_person')],
                'constraints': [jamstac.ledger.constraints.Guard(name='people_appointment_guard')],
            },
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('kind', models.CharField(choices=[('trained', 'melatih atau mengajar'), ('employs', 'atasan atau pemberi kerja'), ('kin', 'keluarga')], max_length=10, verbose_name='hubungan')),
                ('valid_from', models.DateField(verbose_name='sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='sampai')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='keterangan')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='people_relation_guard'), models.CheckConstraint(condition=models.Q(('person', models.F('other')), _negated=True), name='people_relation_two_people')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('purpose', models.CharField(choices=[('certification', 'Pemrosesan data untuk sertifikasi'), ('publication', 'Status sertifikat dapat diperiksa publik')], max_length=20)),
                ('sentence', models.TextField()),
                ('given_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='people_consent_guard')],
                'indexes': [],
            },
        ),
    ]
