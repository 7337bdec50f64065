"""Contents of the sheets of certification: berita acara, SK, surat hasil, certificate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from jamstac.assessment.states import Result
from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.certification import selectors
from jamstac.certification.codes import grouped
from jamstac.certification.models import Certificate, Decision, Decree, Meeting
from jamstac.certification.states import Outcome
from jamstac.documents import writing
from jamstac.documents.sheets import letterhead
from jamstac.events.models import AssignmentLetter
from jamstac.kernel.workdays import add_workdays
from jamstac.licensing.selectors import number_on
from jamstac.schemes.models import SchemeUnit, SchemeVersion

DIRECTOR = "Direktur"


def verify_url(code: str) -> str:
    """The check page with the code behind `#`: it never reaches a server's log."""
    return f"{settings.ORIGIN}/cek#{code}"


def licence_digits(body_id: UUID, day: date) -> str:
    """The third part of BNSP-LSP-0000-ID; empty without a licence in force."""
    found = re.search(r"\d+", number_on(body_id, day))
    return found[0] if found else ""


def _head(body: Body, day: date) -> dict[str, Any]:
    return letterhead(body, number_on(body.pk, day))


def _scheme(versions: Iterable[SchemeVersion]) -> dict[str, Any] | None:
    """The scheme block; null where there is not exactly one scheme (each row then names its own)."""
    schemes = {version.scheme_id: version.scheme for version in versions}
    if len(schemes) != 1:
        return None
    (scheme,) = schemes.values()
    return {"kind": scheme.kind or None, "title": scheme.title, "number": scheme.number}


def _together(items: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(items))


def minutes_content(meeting: Meeting, now: datetime, day: date) -> dict[str, Any]:
    body = meeting.body
    decisions = list(selectors.decisions_of(meeting))
    assessments = [row.meeting_case.assessment for row in decisions]
    letters = AssignmentLetter.objects.filter(
        event__in={each.event_id for each in assessments}, superseded_at=None
    ).order_by("number")
    present = [row.person for row in selectors.members_of(meeting) if row.present_at]
    present.sort(key=lambda person: person.pk != meeting.chair_id)
    return {
        "lsp": _head(body, day),
        "scheme": _scheme(each.application.scheme_version for each in assessments),
        "number": meeting.minutes_number,
        "day_words": writing.weekday(meeting.date),
        "date_words": writing.date_in_words(meeting.date),
        "date": f"{meeting.date:%d-%m-%Y}",
        "time": f"{writing.clock(meeting.time)}–{now.astimezone(body.zone):%H.%M} {body.get_time_zone_display()}",
        "place": meeting.place,
        "assessment_date": _together(writing.long_date(selectors.assessed_on(each, body)) for each in assessments),
        "tuk": _together(each.event.venue.name for each in assessments),
        "assignment": _together(letter.number for letter in letters),
        "rows": [_row(row) for row in decisions],
        "notes": _notes(meeting),
        "members": [
            {
                "role": "Ketua" if person.pk == meeting.chair_id else "Anggota",
                "name": person.name,
                "person": str(person.pk),
            }
            for person in present
        ],
    }


def _row(decision: Decision) -> dict[str, Any]:
    assessment = decision.meeting_case.assessment
    scheme = assessment.application.scheme_version.scheme
    return {
        "name": assessment.application.name,
        "case": assessment.application.number,
        "scheme": scheme.title,
        "scheme_number": scheme.number,
        "asesor": assessment.assessor.name,
        "result": decision.outcome,
    }


def _notes(meeting: Meeting) -> str | None:
    """What departed from the plain course: recusals, decisions against the recommendation, postponed cases."""
    notes = []
    for case in selectors.table_of(meeting).prefetch_related("recusals__person"):
        number = case.assessment.application.number
        notes += [f"{each.person.name} tidak ikut pada berkas {number}: {each.reason}" for each in case.recusals.all()]
        if case.postponed_at:
            notes.append(f"Berkas {number} ditunda: {case.postpone_reason}")
        elif case.decision.outcome != case.assessment.result:
            notes.append(f"Keputusan berkas {number} berbeda dari rekomendasi asesor: {case.decision.reason}")
    return " ".join(f"{note.rstrip('.')}." for note in notes) or None


def decree_content(meeting: Meeting, decree: Decree, decisions: list[Decision], day: date) -> dict[str, Any]:
    return {
        "lsp": _head(meeting.body, day),
        "number": decree.number,
        "date": writing.long_date(day),
        "recalling": [
            "Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan;",
            "Peraturan Pemerintah Nomor 10 Tahun 2018 tentang Badan Nasional Sertifikasi Profesi.",
        ],
        "minutes": {"number": meeting.minutes_number, "date": writing.long_date(meeting.date)},
        "rows": [_row(decision) for decision in decisions],
        "copies": ["Arsip"],
        "signature": {"role": DIRECTOR, "name": decree.signer.name},
    }


def letter_content(
    decision: Decision, decree: Decree, letter_number: str, day: date, window: int | None
) -> dict[str, Any]:
    """The letter to the candidate. BK carries the reasons, the units and the right to appeal."""
    assessment, body = decision.meeting_case.assessment, decree.meeting.body
    application = assessment.application
    not_yet = decision.outcome == Outcome.NOT_YET
    return {
        "lsp": _head(body, day),
        "number": letter_number,
        "date": writing.long_date(day),
        "recipient": {"name": application.name, "address": application.address or None},
        "scheme": _scheme([application.scheme_version]),
        "assessment": {
            "date": writing.long_date(selectors.assessed_on(assessment, body)),
            "tuk": assessment.event.venue.name,
            "asesor": assessment.assessor.name,
        },
        "decision": {
            "result": decision.outcome,
            "date": writing.long_date(decree.meeting.date),
            "minutes": decree.meeting.minutes_number,
            "decree": decree.number,
            "decree_date": writing.long_date(day),
        },
        "reasons": [decision.reason] if not_yet else [],
        "units_open": [unit for unit in units_of(decision) if unit["result"] != Result.COMPETENT] if not_yet else [],
        "follow_up": [assessment.follow_up] if not_yet and assessment.follow_up else [],
        "appeal": _appeal(body, day, window) if not_yet and window is not None else None,
        "certificate": None,
        "signature": {"role": DIRECTOR, "name": decree.signer.name},
    }


def appeal_deadline(day: date, window: int) -> date:
    """Last day to appeal after a letter of `day`; `window` in working days."""
    return add_workdays(day, window)


def _appeal(body: Body, day: date, window: int) -> dict[str, Any]:
    return {
        "days": window,
        "days_words": writing.words(window),
        "deadline": writing.long_date(appeal_deadline(day, window)),
        "how": f"Ajukan secara tertulis dengan FR.AK.04 kepada {body.full_name}"
        + (f", surel {body.email}." if body.email else "."),
    }


def units_of(decision: Decision) -> list[dict[str, str]]:
    """Units of the case in the scheme's order, with the result an assessor signed, in this case or the one before."""
    assessment = decision.meeting_case.assessment
    results = selectors.results_of(assessment)
    units = SchemeUnit.objects.filter(version=assessment.application.scheme_version_id).select_related("unit")
    return [
        {"code": row.unit.code, "title": row.unit.title, "result": results.get(row.unit_id, Result.NOT_YET)}
        for row in units.order_by("position")
    ]


def certificate_content(certificate: Certificate, day: date) -> dict[str, Any]:
    version, body = certificate.scheme_version, certificate.decision.body
    manager = selectors.certification_manager(body.pk, day)
    assert manager is not None
    assert version.validity_years is not None
    units = SchemeUnit.objects.filter(version=version).select_related("unit").order_by("position")
    return {
        "lsp": _head(body, day),
        "scheme": {
            "kind": version.scheme.kind or None,
            "title": version.scheme.title,
            "number": version.scheme.number,
            "title_en": version.scheme.title_en or None,
            "field": version.field or None,
            "field_en": version.field_en or None,
        },
        "number": certificate.number,
        "registration": certificate.registration,
        "code": grouped(certificate.code),
        "verify_url": verify_url(certificate.code),
        "holder": {"name": certificate.holder_name},
        "validity": {
            "years": version.validity_years,
            "words": writing.words(version.validity_years),
            "words_en": writing.words_en(version.validity_years),
            "until": writing.long_date(certificate.valid_until),
            "until_en": writing.long_date_en(certificate.valid_until),
        },
        "place": body.city,
        "issued": writing.long_date(certificate.issued_on),
        "issued_en": writing.long_date_en(certificate.issued_on),
        "standard": str(version.standard),
        "units": [
            {"code": row.unit.code, "title": row.unit.title, "title_en": row.unit.title_en or None} for row in units
        ],
        "front": {"role": DIRECTOR, "role_en": "Director", "name": certificate.signer.name},
        "back": {"role": "Manajer Sertifikasi", "role_en": "Certification Manager", "name": manager.name},
        "paper": "plain",
        "seal": None,
    }


def committee_content(meeting: Meeting, number: str, signer: str, day: date) -> dict[str, Any]:
    """The surat tugas komite: its members, the meeting, the cases that wait for it."""
    waiting = list(selectors.waiting_for_table(meeting.body_id))
    tabled = [row.assessment for row in selectors.table_of(meeting) if row.postponed_at is None]
    cases = [each.application for each in [*tabled, *waiting]]
    titles = dict.fromkeys(
        f"{each.scheme_version.scheme.title} ({each.scheme_version.scheme.number})" for each in cases
    )
    members = sorted(selectors.members_of(meeting), key=lambda row: row.person_id != meeting.chair_id)
    licence = _head(meeting.body, day)
    return {
        "lsp": licence,
        "number": number,
        "attachment": "1 (satu) lembar" if cases else None,
        "subject": "Penugasan Komite Teknis",
        "date": writing.long_date(day),
        "basis": [f"Rapat pleno {meeting.number};", f"Lisensi {licence['licence']}."],
        "assignees": [
            {
                "name": row.person.name,
                "number": None,
                "duty": "Ketua" if row.person_id == meeting.chair_id else "Anggota",
            }
            for row in members
        ],
        "task": {
            "scheme": "; ".join(titles) or None,
            "date": f"{writing.weekday(meeting.date)}, {writing.long_date(meeting.date)}",
            "time": f"{writing.clock(meeting.time)} {TimeZone(meeting.body.time_zone).label}",
            "place": meeting.place,
            "count": len(cases),
        },
        "duties": [
            "Memeriksa rekaman asesmen dan memutuskan hasilnya.",
            "Menyatakan benturan kepentingan sebelum berkas dibahas.",
        ],
        "candidates": [
            {"name": each.name, "case": each.number, "origin": each.institution or "Perorangan"} for each in cases
        ],
        "copies": ["Manajer Sertifikasi", "Arsip"],
        "signature": {"role": DIRECTOR, "name": signer},
    }
