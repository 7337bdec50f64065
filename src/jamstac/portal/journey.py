"""The asesi's own road: eight steps, where they are, and the one next act. Read from the case itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jamstac.applications.models import Application, ApplicationDraft
from jamstac.applications.states import ApplicationState
from jamstac.assessment.models import Assessment
from jamstac.assessment.selectors import agreement_of, unplanned
from jamstac.assessment.states import AssessmentState
from jamstac.assurance.models import Feedback
from jamstac.bodies.models import Body
from jamstac.certification.models import Certificate, Decision
from jamstac.certification.states import Outcome
from jamstac.events.models import EventCandidate
from jamstac.schemes.models import SchemeVersion


@dataclass(frozen=True)
class NextAct:
    """What the asesi does now; without `url` there is nothing to do but wait. `beside` is asked kindly beside it."""

    title: str
    text: str
    url: str = ""
    act: str = ""
    beside_url: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Step:
    number: int
    title: str
    state: str
    side: str = ""
    url: str = ""


@dataclass(frozen=True)
class Journey:
    """One case or one draft. `position` is the step under way, 9 when all is done."""

    title: str
    number: str
    version: SchemeVersion
    next: NextAct
    position: int
    finished: bool
    moved_at: datetime
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True)
class _Case:
    """Everything known of one application, fetched together. A decision is told by its letter, after the decree:
    until then the case waits for one."""

    application: Application
    candidate: EventCandidate | None
    assessment: Assessment | None
    decision: Decision | None
    certificate: Certificate | None
    feedback_given: bool


def journeys(body: Body, person_id: UUID, day: date) -> list[Journey]:
    """Every case and draft of a person, unfinished ones first, then the newest."""
    drafts = ApplicationDraft.objects.filter(person=person_id, application=None).select_related(
        "scheme_version__scheme", "scheme_version__standard"
    )
    found = [_draft(body, draft) for draft in drafts]
    found += [_journey(body, case, day) for case in _cases(body, person_id)]
    return sorted(found, key=lambda each: (each.finished, -each.moved_at.timestamp()))


def _cases(body: Body, person_id: UUID) -> list[_Case]:
    """Six queries, whatever the number of cases."""
    applications = list(
        Application.objects.filter(body=body, person=person_id).select_related("scheme_version__scheme")
    )
    ids = [row.pk for row in applications]
    candidates = {
        row.application_id: row
        for row in EventCandidate.objects.filter(application__in=ids).select_related("event__venue", "assessor")
    }
    assessments = {row.application_id: row for row in Assessment.objects.filter(application__in=ids)}
    decisions = {
        row.meeting_case.assessment.application_id: row
        for row in Decision.objects.filter(
            meeting_case__assessment__application__in=ids, result_letter__isnull=False
        ).select_related("meeting_case__assessment")
    }
    certificates = {
        row.decision_id: row for row in Certificate.objects.filter(decision__in=[row.pk for row in decisions.values()])
    }
    answered = set(Feedback.objects.filter(application__in=ids).values_list("application_id", flat=True))
    return [
        _Case(
            row,
            candidates.get(row.pk),
            assessments.get(row.pk),
            decisions.get(row.pk),
            certificates.get(decisions[row.pk].pk) if row.pk in decisions else None,
            row.pk in answered,
        )
        for row in applications
    ]


def _draft(body: Body, draft: ApplicationDraft) -> Journey:
    if draft.filled_by and draft.checked_at is None:
        act = NextAct(
            _("Periksa data Anda"),
            _("%(from)s mendaftarkan Anda. Baca datanya, betulkan yang salah, lalu lengkapi dan kirim sendiri.")
            % {"from": draft.filled_by},
            reverse("applications:draft_biodata", args=[body.slug, draft.pk]),
            _("Periksa data"),
        )
        saved = _("Diisi dari daftar %(from)s") % {"from": draft.filled_by}
        steps = _steps(1, {1: saved})
        return Journey(
            draft.scheme_version.scheme.title, "", draft.scheme_version, act, 1, False, draft.saved_at, steps
        )
    act = NextAct(
        _("Lanjutkan permohonan"),
        _("Isi data diri, unggah bukti persyaratan, dan nilai diri Anda. Anda bisa berhenti kapan saja."),
        reverse("applications:draft", args=[body.slug, draft.pk]),
        _("Lanjutkan mengisi"),
    )
    saved = _("Draf tersimpan %(at)s") % {"at": _moment(body, draft.saved_at, "j F Y H.i")}
    steps = _steps(1, {1: saved})
    return Journey(draft.scheme_version.scheme.title, "", draft.scheme_version, act, 1, False, draft.saved_at, steps)


def _journey(body: Body, case: _Case, day: date) -> Journey:
    if case.assessment is not None and unplanned([case.assessment], day):
        case = replace(case, candidate=None)  # the day it was stopped on is no appointment
    position, act = _position(body, case, day)
    application = case.application
    return Journey(
        application.scheme_version.scheme.title,
        application.number,
        application.scheme_version,
        act,
        position,
        case.certificate is not None or application.state == ApplicationState.REJECTED or _not_yet(case),
        _moved(case),
        _steps(position, _sides(body, case)),
    )


def _not_yet(case: _Case) -> bool:
    return case.decision is not None and case.decision.outcome == Outcome.NOT_YET


def _moved(case: _Case) -> datetime:
    if case.decision is not None:
        return case.decision.decided_at
    return case.assessment.state_since if case.assessment is not None else case.application.state_since


def _position(body: Body, case: _Case, day: date) -> tuple[int, NextAct]:
    if case.decision is not None:
        return _after_decision(body, case, case.decision)
    if case.assessment is not None and case.assessment.state != AssessmentState.RELEASED:
        return _in_assessment(body, case.assessment)
    return _before_assessment(body, case, day)


def _before_assessment(body: Body, case: _Case, day: date) -> tuple[int, NextAct]:
    application = case.application
    page = reverse("applications:mine", args=[body.slug, application.pk])
    if application.state == ApplicationState.REJECTED:
        return 3, NextAct(_("Permohonan tidak diterima"), application.review_note, page, _("Lihat alasannya"))
    if application.state == ApplicationState.RETURNED:
        text = _("Admin LSP memeriksa permohonan Anda dan menandai yang masih kurang.")
        return 1, NextAct(_("Lengkapi permohonan Anda"), text, page, _("Lihat yang kurang"))
    if application.state == ApplicationState.SUBMITTED:
        text = _("Anda tidak perlu berbuat apa-apa. Hasilnya sampai lewat pesan.")
        return 3, NextAct(_("Menunggu tinjauan LSP"), text)
    if case.candidate is None and case.assessment is not None:
        text = _("LSP menetapkan waktu baru. Kabarnya sampai lewat pesan. Jawaban dan bukti Anda tersimpan.")
        return 4, NextAct(_("Asesmen Anda dihentikan dulu"), text)
    if case.candidate is None:
        text = _("LSP menetapkan tempat, tanggal, dan asesor. Kabarnya sampai lewat pesan.")
        return 4, NextAct(_("Menunggu jadwal asesmen"), text)
    event = case.candidate.event
    text = _("%(date)s pukul %(time)s di %(venue)s. Bawa KTP asli. Asesor Anda: %(assessor)s.") % {
        "date": date_format(event.date, "l, j F Y"),
        "time": event.start_time.strftime("%H.%M"),
        "venue": event.venue.name,
        "assessor": case.candidate.assessor.name,
    }
    title = _("Asesmen Anda hari ini") if event.date == day else _("Datang ke asesmen")
    return 5, NextAct(title, text, reverse("events:own", args=[body.slug]), _("Lihat jadwal"))


def _in_assessment(body: Body, assessment: Assessment) -> tuple[int, NextAct]:
    page = reverse("assessment:self", args=[body.slug, assessment.pk])
    if assessment.state == AssessmentState.OPENED:
        if agreement_of(assessment) is None:
            return 5, NextAct(_("Menunggu asesor"), _("Asesor menyiapkan persetujuan asesmen FR.AK.01 untuk Anda."))
        text = _("Baca rencana asesmen dan hak Anda, lalu tandatangani FR.AK.01.")
        return 5, NextAct(_("Setujui asesmen"), text, page, _("Baca dan tandatangani"))
    if assessment.state == AssessmentState.AGREED:
        text = _("Ikuti petunjuk asesor Anda. Tugas dan tes yang dibuka asesor ada di halaman asesmen Anda.")
        return 6, NextAct(_("Asesmen berlangsung"), text, page, _("Buka asesmen saya"))
    if assessment.state == AssessmentState.RECOMMENDED:
        text = _("Asesor sudah menulis rekomendasi dan umpan balik. Baca, lalu tandatangani FR.AK.02.")
        return 6, NextAct(_("Tandatangani rekaman asesmen"), text, page, _("Baca dan tandatangani"))
    text = _("Tim yang tidak menguji Anda memutus dari berkas lengkap. Hasilnya sampai lewat pesan.")
    return 7, NextAct(_("Menunggu keputusan"), text)


def _after_decision(body: Body, case: _Case, decision: Decision) -> tuple[int, NextAct]:
    """Certificate or letter first: that is what they came for. FR.AK.03 is asked beside it until it is given."""
    if case.certificate is not None:
        text = _("Nomor %(number)s, berlaku sampai %(until)s.") % {
            "number": case.certificate.number,
            "until": date_format(case.certificate.valid_until, "j F Y"),
        }
        page = reverse("certification:own_certificate", args=[body.slug, case.certificate.pk])
        return 9, _with_feedback(body, case, NextAct(_("Sertifikat Anda terbit"), text, page, _("Buka sertifikat")))
    if decision.outcome == Outcome.NOT_YET:
        text = _("Surat hasil memuat alasan tiap unit, cara mengulang, dan hak Anda mengajukan banding.")
        page = reverse("certification:own_result", args=[body.slug, case.application.pk])
        return 7, _with_feedback(body, case, NextAct(_("Belum Kompeten"), text, page, _("Lihat hasil dan alasannya")))
    return 8, NextAct(_("Anda dinyatakan Kompeten"), _("Sertifikat sedang disiapkan untuk ditandatangani direktur."))


def _with_feedback(body: Body, case: _Case, act: NextAct) -> NextAct:
    if case.feedback_given:
        return act
    page = reverse("assurance:give", args=[body.slug, case.application.pk])
    text = _("Ceritakan juga bagaimana asesmennya: sepuluh pertanyaan, dua menit.")
    return replace(act, text=f"{act.text} {text}", beside_url=page, beside=_("Isi umpan balik (FR.AK.03)"))


def _moment(body: Body, at: datetime, form: str = "j F Y") -> str:
    """A moment as the clocks of the LSP show it."""
    return date_format(timezone.localtime(at, body.zone), form)


def _sides(body: Body, case: _Case) -> dict[int, str]:
    """What is known of each step, in a few words."""
    application = case.application
    sides = {
        1: _("Dikirim %(on)s") % {"on": _moment(body, application.submitted_at)},
        7: _("Oleh tim yang tidak menguji Anda"),
    }
    if application.reviewed_at is not None and application.state != ApplicationState.SUBMITTED:
        sides[3] = f"{_(application.get_state_display())}, {_moment(body, application.reviewed_at)}"
    if case.candidate is not None:
        event = case.candidate.event
        sides[4] = f"{date_format(event.date, 'j F Y')}, {event.venue.name}, {case.candidate.assessor.name}"
    if case.assessment is not None and case.assessment.agreed_at is not None:
        sides[5] = _("Ditandatangani %(on)s") % {"on": _moment(body, case.assessment.agreed_at)}
    if case.assessment is not None and case.assessment.recommended_at is not None:
        sides[6] = _("Selesai %(on)s") % {"on": _moment(body, case.assessment.recommended_at)}
    if case.decision is not None:
        sides[7] = f"{_(case.decision.get_outcome_display())}, {_moment(body, case.decision.decided_at)}"
    if case.certificate is not None:
        sides[8] = case.certificate.number
    return sides


def _steps(position: int, sides: dict[int, str]) -> list[Step]:
    titles = [
        _("Permohonan"),
        _("Asesmen mandiri"),
        _("Tinjauan LSP"),
        _("Jadwal dan asesor"),
        _("Persetujuan asesmen"),
        _("Asesmen"),
        _("Keputusan"),
        _("Sertifikat"),
    ]
    return [
        Step(
            number,
            title,
            "done" if number < position else "now" if number == position else "later",
            sides.get(number, ""),
        )
        for number, title in enumerate(titles, start=1)
    ]
