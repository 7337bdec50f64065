"""Where a case stands in truth, whose turn it is, and what comes next: one answer for every page of the LSP's staff.

What happens after both signed belongs to an app above: it registers how to tell it (`register_signed`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jamstac.assessment.models import Assessment
from jamstac.assessment.selectors import agreement_of, unplanned
from jamstac.assessment.states import AssessmentState
from jamstac.events.models import EventCandidate
from jamstac.events.selectors import letter_of


@dataclass(frozen=True)
class Standing:
    """`turn` is whose turn it is, empty when nobody's; `next` what they do."""

    word: str
    tone: str
    shape: str
    turn: str
    next: str


_SIGNED: list[Callable[[Assessment, date], Standing]] = []


def register_signed(tell: Callable[[Assessment, date], Standing]) -> Callable[[Assessment, date], Standing]:
    """How a case stands that both signed. Registered once, in the `readers.py` of the app that decides."""
    _SIGNED.append(tell)
    return tell


def standing_of(assessment: Assessment, day: date) -> Standing:
    assessor, candidate = assessment.assessor.name, assessment.application.name
    if assessment.state == AssessmentState.OPENED:
        if agreement_of(assessment) is None:
            return Standing(_("Dibuka"), "go", "half", assessor, _("Menyiapkan FR.AK.07 dan FR.AK.01."))
        return Standing(
            _("Menunggu persetujuan FR.AK.01"), "warn", "warn", candidate, _("Membaca dan menyetujui FR.AK.01.")
        )
    if assessment.state == AssessmentState.AGREED:
        if assessment.round > 1:
            return Standing(
                _("Dikembalikan untuk koreksi"), "warn", "half", assessor, _("Membetulkan, lalu merekomendasikan lagi.")
            )
        return Standing(_("Sedang dinilai"), "go", "half", assessor, _("Menilai, lalu menandatangani rekomendasi."))
    if assessment.state == AssessmentState.RECOMMENDED:
        word = _("Menunggu tanda tangan asesi")
        return Standing(word, "warn", "warn", candidate, _("Membaca hasilnya, lalu menandatanganinya."))
    if assessment.state == AssessmentState.RELEASED:
        return _released(assessment, day)
    return _SIGNED[0](assessment, day)


def _released(assessment: Assessment, day: date) -> Standing:
    manager = _("Manajer sertifikasi")
    place = EventCandidate.objects.filter(application=assessment.application_id).select_related("event", "assessor")
    row = place.first()
    if row is None:
        word = _("Dilepas, menunggu jadwal")
        return Standing(word, "warn", "ring", manager, _("Memasukkan asesinya ke dalam jadwal lain."))
    if unplanned([assessment], day):
        word = _("Dilepas, menunggu rencana baru")
        return Standing(word, "warn", "ring", manager, _("Mengganti asesor, mengubah waktu, atau mengeluarkan asesi."))
    if letter_of(row.event_id) is None:
        word = _("Dilepas, menunggu surat tugas")
        return Standing(word, "idle", "ring", _("Direktur"), _("Menandatangani surat tugas yang baru."))
    when = date_format(row.event.date, "l, j F Y")
    return Standing(
        _("Dilepas, menunggu dibuka lagi"),
        "idle",
        "ring",
        row.assessor.name,
        _("Membuka asesmen lagi pada %(date)s.") % {"date": when},
    )
