import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Standard',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('kind', models.CharField(choices=[('skkni', 'SKKNI'), ('special', 'Standar khusus'), ('international', 'Standar internasional')], max_length=15, verbose_name='jenis')),
                ('number', models.CharField(max_length=120, verbose_name='nomor keputusan')),
                ('title', models.CharField(max_length=300, verbose_name='judul')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='standards_standard_guard'), models.UniqueConstraint(fields=('body', 'number', 'title'), name='standards_standard_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('standard', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='units', to='standards.standard')),
                ('code', models.CharField(max_length=40, verbose_name='kode unit')),
                ('title', models.CharField(max_length=300, verbose_name='judul unit')),
                ('title_en', models.CharField(blank=True, max_length=300, verbose_name='judul unit (Inggris)')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ('position',),
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='standards_unit_guard'), models.UniqueConstraint(fields=('standard', 'code'), name='standards_unit_code')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Element',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='elements', to='standards.unit')),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=400, verbose_name='elemen')),
            ],
            options={
                'ordering': ('number',),
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='standards_element_guard'), models.UniqueConstraint(fields=('unit', 'number'), name='standards_element_number')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('element', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='standards.element')),
                ('number', models.CharField(max_length=10)),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.TextField(verbose_name='kriteria unjuk kerja')),
            ],
            options={
                'ordering': ('position',),
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='standards_criterion_guard'), models.UniqueConstraint(fields=('element', 'position'), name='standards_criterion_position')],
                'indexes': [],
            },
        ),
    ]
