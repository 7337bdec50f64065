"""Special needs of an applicant (FR.AK.07): in plain words for the applicant, and the facts of their decision."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jamstac.applications.facts import NeedFacts
from jamstac.applications.models import ApplicationDraft, DraftNeed, SpecialNeed
from jamstac.applications.states import ApplicationState, NeedDecision

CHARACTERISTICS: Mapping[int, tuple[object, object]] = {
    1: (
        _("Membaca, menulis, berhitung, atau bahasa"),
        _("Misalnya sulit membaca soal panjang, atau bahasa Indonesia bukan bahasa sehari-hari."),
    ),
    2: (_("Didampingi pembaca, penerjemah, atau juru tulis"), _("Misalnya juru bahasa isyarat atau pembaca soal.")),
    3: (_("Alat bantu atau teknologi khusus"), _("Misalnya alat bantu dengar, pembaca layar, atau tetikus khusus.")),
    4: (
        _("Waktu yang lebih longgar karena mudah lelah atau pengobatan"),
        _("Misalnya waktu tambahan, jeda minum obat, atau hari yang dibagi dua."),
    ),
    5: (_("Bahan dalam braille, audio, atau video"), _("Misalnya soal dibacakan atau dicetak besar.")),
    6: (_("Tempat asesmen yang disesuaikan"), _("Misalnya tanpa tangga, meja lebih tinggi, atau ruang tenang.")),
    7: (_("Umur atau jenis kelamin"), _("Misalnya huruf lebih besar, atau asesor dengan jenis kelamin yang sama.")),
    8: (_("Budaya, tradisi, atau agama"), _("Misalnya waktu ibadah atau pakaian.")),
}
"""Number in FR.AK.07 → what it is about, and examples."""

PROPOSALS: Mapping[int, tuple[object, ...]] = {
    1: (
        _("Dukungan pembaca, penerjemah, pelayan, atau penulis"),
        _("Asesmen verbal dengan gambar, diagram, atau bentuk visual"),
        _("Hasil produksi"),
        _("Ceklis observasi atau demonstrasi"),
        _("Daftar instruksi terstruktur"),
    ),
    2: (
        _("Pertanyaan lisan dengan gambar, diagram, atau bentuk visual"),
        _("Pertanyaan wawancara dengan gambar, diagram, atau bentuk visual"),
    ),
    3: (
        _("Ceklis observasi atau demonstrasi"),
        _("Pertanyaan lisan"),
        _("Pertanyaan tertulis"),
        _("Pertanyaan wawancara"),
        _("Daftar instruksi terstruktur"),
        _("Ceklis verifikasi portofolio"),
        _("Dukungan operator komputer"),
    ),
    4: (
        _("Juru tulis"),
        _("Perekam video atau audio"),
        _("Waktu lebih panjang"),
        _("Tugas dengan waktu lebih pendek"),
        _("Instruksi spesifik pada berbagai tingkatan"),
    ),
    5: (_("Pertanyaan lisan"), _("Pertanyaan wawancara")),
    6: (
        _("Pertanyaan lisan"),
        _("Pertanyaan tertulis"),
        _("Pertanyaan wawancara"),
        _("Ceklis verifikasi portofolio"),
        _("Ceklis reviu produk"),
        _("Daftar instruksi terstruktur"),
    ),
    7: (
        _("Studi kasus atau daftar instruksi terstruktur"),
        _("Huruf normal, tidak terlalu kecil"),
        _("Asesor dengan jenis kelamin yang sama"),
        _("Instrumen yang sama tanpa tanda pembeda"),
    ),
    8: (
        _("Studi kasus atau daftar instruksi terstruktur"),
        _("Asesor tanpa pertimbangan budaya, tradisi, atau agama"),
        _("Instrumen yang sama"),
    ),
}
"""What FR.AK.07 proposes for each; the decision may say anything else."""


def title_of(characteristic: int) -> str:
    return str(CHARACTERISTICS[characteristic][0])


def told(draft: ApplicationDraft) -> dict[int, DraftNeed]:
    """Special needs in a draft, by characteristic."""
    rows = DraftNeed.objects.filter(draft=draft).order_by("characteristic")
    return {row.characteristic: row for row in rows}


def need_facts(need: SpecialNeed, *, decision: str, measure: str, extra_minutes: int, note: str) -> NeedFacts:
    return NeedFacts(
        application_open=not need.withdrawn
        and need.application.state in (ApplicationState.SUBMITTED, ApplicationState.ACCEPTED),
        decided=bool(need.decision),
        outcome_known=decision in NeedDecision.values,
        granted=decision == NeedDecision.GRANTED,
        measure_given=bool(measure.strip()),
        reason_given=bool(note.strip()),
        extra_minutes=extra_minutes,
    )
