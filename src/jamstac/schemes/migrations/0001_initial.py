import django.core.validators
import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Scheme',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('number', models.CharField(max_length=80, verbose_name='nomor skema')),
                ('title', models.CharField(max_length=200, verbose_name='judul skema')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='judul skema (Inggris)')),
                ('kind', models.CharField(blank=True, choices=[('KKNI', 'KKNI'), ('Okupasi', 'Okupasi'), ('Klaster', 'Klaster')], max_length=10, verbose_name='kemasan')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='schemes_scheme_guard'), models.UniqueConstraint(fields=('body', 'number', 'title'), name='schemes_scheme_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='SchemeVersion',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='schemes.scheme')),
                ('version', models.PositiveSmallIntegerField(verbose_name='versi')),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.standard')),
                ('field', models.CharField(blank=True, max_length=160, verbose_name='bidang')),
                ('field_en', models.CharField(blank=True, max_length=160, verbose_name='bidang (Inggris)')),
                ('kbli', models.CharField(blank=True, max_length=5, validators=[django.core.validators.RegexValidator('^\\d{5}$')], verbose_name='kode KBLI')),
                ('kbji', models.CharField(blank=True, max_length=4, validators=[django.core.validators.RegexValidator('^\\d{4}$')], verbose_name='kode KBJI')),
                ('level', models.CharField(blank=True, max_length=1, validators=[django.core.validators.RegexValidator('^[1-9]$')], verbose_name='jenjang')),
                ('validity_years', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='masa berlaku sertifikat (tahun)')),
                ('certificate_rule', models.CharField(choices=[('all_units', 'Semua unit harus kompeten')], default='all_units', max_length=20, verbose_name='aturan sertifikat')),
                ('approved_at', models.DateTimeField(null=True)),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='schemes_schemeversion_guard'), models.UniqueConstraint(fields=('scheme', 'version'), name='schemes_version_number'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('scheme',), name='schemes_version_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='SchemeUnit',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='schemes.schemeversion')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.unit')),
                ('position', models.PositiveSmallIntegerField()),
                ('group', models.CharField(blank=True, max_length=160, verbose_name='kelompok pekerjaan')),
            ],
            options={
                'ordering': ('position',),
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='schemes_schemeunit_guard'), models.UniqueConstraint(fields=('version', 'unit'), name='schemes_unit_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requirements', to='schemes.schemeversion')),
                ('kind', models.CharField(choices=[('basic', 'Persyaratan dasar'), ('administrative', 'Bukti administratif')], max_length=15)),
                ('alternative', models.PositiveSmallIntegerField(default=1)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.CharField(max_length=300, verbose_name='persyaratan')),
            ],
            options={
                'ordering': ('kind', 'alternative', 'position'),
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='schemes_requirement_guard')],
                'indexes': [],
            },
        ),
    ]
