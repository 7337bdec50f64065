import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
        ('schemes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Price',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.scheme')),
                ('amount', models.PositiveBigIntegerField(verbose_name='biaya (rupiah)')),
                ('source', models.CharField(max_length=200, verbose_name='dasar (SK tarif)')),
                ('valid_from', models.DateField(verbose_name='berlaku sejak')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='berlaku sampai')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='fees_price_guard'), jamstac.ledger.constraints.NoOverlap(end='valid_until', fields=('scheme',), name='fees_price_overlap', start='valid_from')],
                'indexes': [],
            },
        ),
    ]
