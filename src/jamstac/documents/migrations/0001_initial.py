import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('bodies', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('sha256', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=200)),
                ('media_type', models.CharField(choices=[('application/pdf', 'PDF'), ('image/jpeg', 'JPG'), ('image/png', 'PNG')], max_length=40)),
                ('size', models.PositiveBigIntegerField()),
                ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['body', 'sha256'], name='documents_storedfile_digest')],
                'constraints': [jamstac.ledger.constraints.Frozen(fields=('body', 'sha256', 'media_type', 'size'), name='documents_storedfile_frozen')],
            },
        ),
        migrations.CreateModel(
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('code', models.CharField(choices=[('FR.APL.01', 'Permohonan Sertifikasi Kompetensi'), ('FR.APL.02', 'Asesmen Mandiri'), ('FR.AK.01', 'Persetujuan Asesmen dan Kerahasiaan'), ('FR.IA.01', 'Ceklis Observasi Aktivitas di Tempat Kerja atau Tempat Kerja Simulasi'), ('FR.AK.02', 'Rekaman Asesmen Kompetensi'), ('SURAT-TUGAS', 'Surat Tugas'), ('BA-PLENO', 'Berita Acara Pleno'), ('SK-PENETAPAN', 'Surat Keputusan Penetapan Hasil'), ('SURAT-HASIL', 'Surat Pemberitahuan Hasil'), ('SERTIFIKAT', 'Sertifikat Kompetensi'), ('LAPORAN-CEK', 'Laporan Pemeriksaan Sertifikat')], max_length=20)),
                ('edition', models.CharField(max_length=20)),
                ('version', models.PositiveSmallIntegerField(default=1)),
                ('subject_type', models.CharField(max_length=60)),
                ('subject_id', models.UUIDField()),
                ('case', models.UUIDField(null=True)),
                ('case_number', models.CharField(max_length=120)),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('content', models.BinaryField()),
                ('digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
                ('correction_reason', models.CharField(blank=True, max_length=300)),
                ('pdf', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'case', 'code'], name='documents_sheet_case')],
                'constraints': [jamstac.ledger.constraints.Guard(name='documents_sheet_guard'), jamstac.ledger.constraints.Frozen(fields=('body', 'code', 'edition', 'version', 'subject_id', 'case', 'content', 'digest', 'made_at'), name='documents_sheet_frozen'), models.UniqueConstraint(fields=('body', 'subject_id', 'code', 'version'), name='documents_sheet_version')],
            },
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.sheet')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('role', models.CharField(max_length=60)),
                ('name', models.CharField(max_length=120)),
                ('number_label', models.CharField(blank=True, max_length=30)),
                ('number', models.CharField(blank=True, max_length=60)),
                ('sentence', models.TextField()),
                ('method', models.CharField(max_length=60)),
                ('digest', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='documents_signature_guard'), jamstac.ledger.constraints.Frozen(fields=('sheet', 'person', 'role', 'name', 'number', 'sentence', 'digest', 'signed_at'), name='documents_signature_frozen'), models.UniqueConstraint(fields=('sheet', 'role', 'person'), name='documents_signature_once')],
                'indexes': [],
            },
        ),
    ]
