"""Which pleno papers belong into the file of a case, and how a case stands that both signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jamstac.assessment.models import Assessment
from jamstac.assessment.standing import Standing, register_signed
from jamstac.certification.models import Certificate, Decision, Decree, Meeting, MeetingCase
from jamstac.certification.selectors.builders import in_the_way
from jamstac.certification.states import MeetingState, Outcome
from jamstac.documents.readers import register_related


@register_related
def meeting_of_case(case: UUID) -> Iterable[UUID]:
    """The meetings that decided a case: letter and minutes, and their decree."""
    rows = MeetingCase.objects.filter(assessment__application=case, postponed_at=None)
    meetings = list(rows.values_list("meeting_id", flat=True))
    return [*meetings, *Decree.objects.filter(meeting__in=meetings).values_list("pk", flat=True)]


@register_signed
def after_signing(assessment: Assessment, day: date) -> Standing:
    """From the table of the pleno to the certificate. One query, for a case on no table four more."""
    rows = MeetingCase.objects.filter(assessment=assessment, postponed_at=None)
    tabled = rows.select_related("meeting", "decision__certificate").first()
    if tabled is None:
        return _before_the_table(assessment, day)
    about = {"number": tabled.meeting.number, "date": date_format(tabled.meeting.date, "j F Y")}
    decision: Decision | None = getattr(tabled, "decision", None)
    if decision is None:
        word = _("Di meja pleno %(number)s") % about
        return Standing(word, "go", "half", _("Peserta pleno"), _("Memutus pada %(date)s.") % about)
    return _after_decision(decision, tabled.meeting, about)


def _before_the_table(assessment: Assessment, day: date) -> Standing:
    found = in_the_way(assessment, day)
    if found["holds"]:
        return Standing(_("Ditahan"), "bad", "held", _("Manajer mutu"), _("Menyelesaikan yang menahan berkas ini."))
    if found["open_conflicts"]:
        told = _("Menangani benturan kepentingan yang masih terbuka.")
        return Standing(_("Ditahan"), "bad", "held", _("Manajer sertifikasi dan manajer mutu"), told)
    told = _("Mengajukan berkasnya ke sebuah pleno.")
    return Standing(_("Menunggu pleno"), "go", "half", _("Manajer sertifikasi"), told)


def _after_decision(decision: Decision, meeting: Meeting, about: dict[str, str]) -> Standing:
    word = _(decision.get_outcome_display())
    if decision.decree_id is None:
        said = _("%(outcome)s, menunggu SK") % {"outcome": word}
        if meeting.state == MeetingState.OPEN:
            return Standing(said, "go", "half", _("Ketua pleno"), _("Menutup pleno %(number)s.") % about)
        told = _("Menandatangani SK penetapan pleno %(number)s.") % about
        return Standing(said, "go", "half", _("Direktur"), told)
    certificate: Certificate | None = getattr(decision, "certificate", None)
    if certificate is not None:
        until = {"number": certificate.number, "until": date_format(certificate.valid_until, "j F Y")}
        return Standing(_("Bersertifikat"), "ok", "tick", "", _("Sertifikat %(number)s, sampai %(until)s.") % until)
    if decision.outcome == Outcome.COMPETENT:
        told = _("Menandatangani dan menerbitkan sertifikatnya.")
        return Standing(_("Kompeten, menunggu sertifikat"), "go", "half", _("Direktur"), told)
    return Standing(word, "ok", "tick", "", _("Surat hasilnya sudah ada pada asesi."))
