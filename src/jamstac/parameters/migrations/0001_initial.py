import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ParameterValue',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body_id', models.UUIDField()),
                ('key', models.CharField(max_length=60)),
                ('value', models.CharField(max_length=200, verbose_name='nilai')),
                ('reason', models.CharField(max_length=500, verbose_name='alasan')),
                ('source_title', models.CharField(max_length=200, verbose_name='dokumen sumber')),
                ('source_number', models.CharField(blank=True, max_length=100, verbose_name='nomor dokumen')),
                ('source_date', models.DateField(blank=True, null=True, verbose_name='tanggal dokumen')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('set_by_person_id', models.UUIDField(null=True)),
                ('set_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='parameters_parametervalue_guard'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('body_id', 'key'), name='parameters_value_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
    ]
