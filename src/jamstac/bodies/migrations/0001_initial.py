import django.core.validators
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
            name='Body',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=80, verbose_name='nama singkat')),
                ('full_name', models.CharField(max_length=200, verbose_name='nama lengkap')),
                ('kind', models.CharField(choices=[('P1', 'P1, lembaga pendidikan atau pelatihan'), ('P2', 'P2, industri atau instansi'), ('P3', 'P3, asosiasi atau sektor')], max_length=2, verbose_name='jenis LSP')),
                ('code', models.CharField(help_text='Huruf besar, angka, tanda hubung. Contoh: LSP-CTH.', max_length=20, validators=[django.core.validators.RegexValidator('^[A-Z0-9-]+$')], verbose_name='kode dalam nomor surat')),
                ('address', models.CharField(blank=True, max_length=300, verbose_name='alamat')),
                ('city', models.CharField(blank=True, max_length=80, verbose_name='kota')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telepon')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('web', models.CharField(blank=True, max_length=120, verbose_name='situs')),
                ('time_zone', models.CharField(choices=[('Asia/Jakarta', 'WIB'), ('Asia/Makassar', 'WITA'), ('Asia/Jayapura', 'WIT')], default='Asia/Jakarta', max_length=20, verbose_name='zona waktu')),
                ('logo', models.BinaryField(null=True)),
                ('logo_type', models.CharField(blank=True, max_length=20)),
                ('open_for_applications', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='bodies_body_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='NumberPattern',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('purpose', models.CharField(choices=[('application', 'Nomor permohonan'), ('event', 'Nomor jadwal'), ('assignment_letter', 'Nomor surat tugas'), ('meeting', 'Nomor pleno'), ('minutes', 'Nomor berita acara pleno'), ('decree', 'Nomor SK penetapan'), ('result_letter', 'Nomor surat hasil'), ('certificate', 'Nomor sertifikat'), ('registration', 'Nomor registrasi')], max_length=20)),
                ('pattern', models.CharField(max_length=120, verbose_name='pola')),
                ('scope', models.CharField(choices=[('ever', 'Berjalan terus'), ('year', 'Mulai lagi tiap tahun')], default='year', max_length=5, verbose_name='urutan')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='bodies_numberpattern_guard'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('body', 'purpose'), name='bodies_numberpattern_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='IssuedNumber',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('purpose', models.CharField(choices=[('application', 'Nomor permohonan'), ('event', 'Nomor jadwal'), ('assignment_letter', 'Nomor surat tugas'), ('meeting', 'Nomor pleno'), ('minutes', 'Nomor berita acara pleno'), ('decree', 'Nomor SK penetapan'), ('result_letter', 'Nomor surat hasil'), ('certificate', 'Nomor sertifikat'), ('registration', 'Nomor registrasi')], max_length=20)),
                ('scope_key', models.CharField(max_length=10)),
                ('sequence', models.PositiveBigIntegerField()),
                ('number', models.CharField(max_length=120)),
                ('subject_id', models.UUIDField(null=True)),
                ('issued_at', models.DateTimeField()),
                ('void_reason', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='bodies_issuednumber_guard'), models.UniqueConstraint(fields=('body', 'purpose', 'number'), name='bodies_issuednumber_once'), models.UniqueConstraint(fields=('body', 'purpose', 'scope_key', 'sequence'), name='bodies_issuednumber_sequence')],
                'indexes': [],
            },
        ),
    ]
