import django.db.models.deletion
import jamstac.kernel.uuid7
import jamstac.ledger.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('applications', '0001_initial'),
        ('bodies', '0001_initial'),
        ('documents', '0001_initial'),
        ('events', '0001_initial'),
        ('people', '0001_initial'),
        ('standards', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='assessment', to='applications.application')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assessments', to='events.event')),
                ('assessor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('state', models.CharField(choices=[('opened', 'Menunggu persetujuan FR.AK.01'), ('agreed', 'Disetujui, siap diases'), ('recommended', 'Menunggu tanda tangan asesi'), ('signed', 'Menunggu pleno')], default='opened', max_length=12)),
                ('state_since', models.DateTimeField()),
                ('self_assessment_ok', models.BooleanField(null=True)),
                ('self_assessment_reviewed_at', models.DateTimeField(null=True)),
                ('identity_document', models.CharField(blank=True, max_length=40, verbose_name='dokumen identitas')),
                ('identity_checked_at', models.DateTimeField(null=True)),
                ('agreed_at', models.DateTimeField(null=True)),
                ('started_at', models.DateTimeField(null=True)),
                ('recommended_at', models.DateTimeField(null=True)),
                ('result', models.CharField(blank=True, choices=[('K', 'Kompeten'), ('BK', 'Belum Kompeten')], max_length=2)),
                ('feedback', models.TextField(blank=True, verbose_name='umpan balik bagi asesi')),
                ('follow_up', models.TextField(blank=True, verbose_name='tindak lanjut yang dibutuhkan')),
                ('comment', models.TextField(blank=True, verbose_name='komentar asesor')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['body', 'state', 'state_since'], name='assessment_state'), models.Index(fields=['assessor', 'state'], name='assessment_assessor')],
                'constraints': [jamstac.ledger.constraints.Guard(name='assessment_assessment_guard')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='assessment.assessment')),
                ('position', models.PositiveSmallIntegerField()),
                ('method', models.CharField(choices=[('observasi', 'Observasi demonstrasi'), ('portofolio', 'Portofolio'), ('pihak_ketiga', 'Pernyataan pihak ketiga'), ('wawancara', 'Pertanyaan wawancara'), ('lisan', 'Pertanyaan lisan'), ('tertulis', 'Pertanyaan tertulis'), ('proyek', 'Proyek kerja'), ('lainnya', 'Lainnya')], max_length=15, verbose_name='metode')),
                ('title', models.CharField(max_length=200, verbose_name='bukti')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='catatan')),
                ('valid', models.BooleanField(null=True)),
                ('authentic', models.BooleanField(null=True)),
                ('current', models.BooleanField(null=True)),
                ('sufficient', models.BooleanField(null=True)),
                ('removed', models.BooleanField(default=False)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='assessment_evidence_guard')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='EvidenceCriterion',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessment.assessment')),
                ('evidence', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='criteria', to='assessment.evidence')),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.criterion')),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='assessment_evidencecriterion_guard'), models.UniqueConstraint(fields=('evidence', 'criterion'), name='assessment_evidencecriterion_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='assessment.assessment')),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.criterion')),
                ('met', models.BooleanField()),
                ('note', models.CharField(blank=True, max_length=400)),
                ('follow_up', models.CharField(blank=True, choices=[('', 'Belum ada'), ('asked_met', 'Ditanyakan lanjut, tercapai'), ('confirmed', 'Dipastikan belum tercapai')], max_length=10)),
                ('method', models.CharField(choices=[('observasi', 'Observasi demonstrasi'), ('portofolio', 'Portofolio'), ('pihak_ketiga', 'Pernyataan pihak ketiga'), ('wawancara', 'Pertanyaan wawancara'), ('lisan', 'Pertanyaan lisan'), ('tertulis', 'Pertanyaan tertulis'), ('proyek', 'Proyek kerja'), ('lainnya', 'Lainnya')], max_length=15)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='assessment_judgement_guard'), jamstac.ledger.constraints.Frozen(fields=('assessment', 'criterion', 'met', 'note', 'follow_up', 'method'), name='assessment_judgement_frozen'), models.UniqueConstraint(fields=('assessment', 'criterion'), name='assessment_judgement_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='UnitResult',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='bodies.body')),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unit_results', to='assessment.assessment')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='standards.unit')),
                ('result', models.CharField(choices=[('K', 'Kompeten'), ('BK', 'Belum Kompeten')], max_length=2)),
            ],
            options={
                'abstract': False,
                'constraints': [jamstac.ledger.constraints.Guard(name='assessment_unitresult_guard'), jamstac.ledger.constraints.Frozen(fields=('assessment', 'unit', 'result'), name='assessment_unitresult_frozen'), models.UniqueConstraint(fields=('assessment', 'unit'), name='assessment_unitresult_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='JudgementDraft',
            fields=[
                ('id', models.UUIDField(default=jamstac.kernel.uuid7.uuid7, editable=False, primary_key=True, serialize=False)),
                ('assessment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='assessment.assessment')),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='standards.criterion')),
                ('met', models.BooleanField(null=True)),
                ('note', models.CharField(blank=True, max_length=400, verbose_name='catatan')),
                ('follow_up', models.CharField(blank=True, choices=[('', 'Belum ada'), ('asked_met', 'Ditanyakan lanjut, tercapai'), ('confirmed', 'Dipastikan belum tercapai')], max_length=10, verbose_name='penilaian lanjut')),
                ('saved_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('assessment', 'criterion'), name='assessment_judgementdraft_once')],
                'indexes': [],
            },
        ),
    ]
