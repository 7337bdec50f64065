import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
        ('people', '0001_initial'),
        ('schemes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('code', models.CharField(max_length=30, verbose_name='kode TUK')),
                ('name', models.CharField(max_length=160, verbose_name='nama TUK')),
                ('kind', models.CharField(choices=[('Sewaktu', 'Sewaktu'), ('Tempat Kerja', 'Tempat Kerja'), ('Mandiri', 'Mandiri')], max_length=15, verbose_name='jenis TUK')),
                ('address', models.CharField(max_length=300, verbose_name='alamat')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='kapasitas asesi per hari')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='venues_venue_guard'), models.UniqueConstraint(fields=('body', 'code'), name='venues_venue_code')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='VenueVerification',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('venue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='venues.venue')),
                ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='schemes.scheme')),
                ('verifier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('verified_on', models.DateField(verbose_name='tanggal verifikasi')),
                ('valid_until', models.DateField(verbose_name='berlaku sampai')),
                ('fit', models.BooleanField(verbose_name='layak')),
                ('findings', models.TextField(blank=True, verbose_name='catatan')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='venues_venueverification_guard')],
                'indexes': [],
            },
        ),
    ]
