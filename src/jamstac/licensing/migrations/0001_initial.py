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
        ('schemes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Licence',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('number', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^BNSP-LSP-\\d{3,4}-ID$', 'Tulis seperti BNSP-LSP-0000-ID.')], verbose_name='nomor lisensi')),
                ('decree_number', models.CharField(max_length=100, verbose_name='nomor SK lisensi')),
                ('decree_date', models.DateField(verbose_name='tanggal SK')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(verbose_name='berlaku sampai')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='licensing_licence_guard'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('body',), name='licensing_licence_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='AnnexEntry',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('licence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='annex', to='licensing.licence')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.scheme')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='licensing_annexentry_guard'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('licence', 'scheme'), name='licensing_annex_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
    ]
