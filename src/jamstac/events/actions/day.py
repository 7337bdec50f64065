"""Doors of the assessment day: who came, the daftar hadir, the kartu peserta."""

from __future__ import annotations

from datetime import time

from jamstac.assessors.selectors import certificate_on
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.events import day, day_rules, day_sheets
from jamstac.events.changing import depart, tell_people
from jamstac.events.models import Attendance, AttendanceList, Event, EventCandidate
from jamstac.events.states import AttendanceState, CheckInVia, DepartureKind
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person


def signer_of(act: Act) -> Person:
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


def sign_part(act: Act, event: Event, sheet: Sheet, statement: Statement) -> Signature:
    """Inner function: sign a sheet of the day as an assessor, with the number, or as ketua TUK. The door declares
    `day_rules.may_sign_part` and `documents.rules.may_sign`."""
    act.require(day_rules.may_sign_part, day.part_facts(event, act.actor.person_id, act.roles))
    person, role = signer_of(act), day.role_in(event, act.actor.person_id, act.roles)
    certificate = certificate_on(person.pk, event.date) if role == "asesor" else None
    return sign(
        act,
        sheet,
        statement,
        person=person,
        role=role,
        number_label="No. Reg" if certificate else "",
        number=certificate.met_number if certificate else "",
    )


@action("attendance.noted", access="event.check_in", policies=[day_rules.may_check_in])
def check_in(
    act: Act, candidate: EventCandidate, *, via: CheckInVia = CheckInVia.LIST, arrived_at: time | None = None
) -> Attendance:
    """The candidate is here, and the identity document was looked at. `arrived_at`: the hour on a paper list, where
    the arrival was not noted at once. ASM-04."""
    event, row = candidate.event, day.row_of(candidate)
    arrived = act.now if arrived_at is None else day.moment_on(event, arrived_at)
    facts = day.check_in_facts(row, event, act.actor.person_id, act.roles, arrived_at=arrived, now=act.now)
    act.require(day_rules.may_check_in, facts)
    noted = row.attendance or row.earlier or Attendance(body_id=event.body_id, event=event)
    noted.application = candidate.application
    noted.assessor, noted.state = candidate.assessor, day.state_at(event, arrived)
    noted.arrived_at, noted.via, noted.note, noted.listed_on = arrived, via, "", None
    noted.checked_by, noted.checked_at = signer_of(act), act.now
    store(noted)
    act.record(event_id=event.pk, attendance=noted.pk, state=noted.state, via=via)
    return noted


@action("attendance.undone", access="event.check_in", policies=[day_rules.may_undo_check_in])
def undo_check_in(act: Act, candidate: EventCandidate) -> EventCandidate:
    """A wrong tap is taken back, until the assessment is opened or the daftar hadir signed."""
    event, row = candidate.event, day.row_of(candidate)
    facts = day.undo_facts(row, event, act.actor.person_id, act.roles, today=act.day)
    act.require(day_rules.may_undo_check_in, facts)
    assert row.attendance is not None
    act.record(event_id=event.pk, attendance=row.attendance.pk)
    row.attendance.delete()
    return candidate


@action("attendance.absence_noted", access="event.check_in", policies=[day_rules.may_mark_absent])
def mark_absent(act: Act, candidate: EventCandidate, *, reason: str) -> Attendance:
    """The candidate did not come. The case leaves the event and can enter another one; the surat tugas stays."""
    event, row = candidate.event, day.row_of(candidate)
    facts = day.absence_facts(row, event, act.actor.person_id, act.roles, reason=reason, today=act.day)
    act.require(day_rules.may_mark_absent, facts)
    noted = row.attendance or row.earlier or Attendance(body_id=event.body_id, event=event)
    noted.application = candidate.application
    noted.assessor, noted.state, noted.note = candidate.assessor, AttendanceState.ABSENT, reason.strip()
    noted.arrived_at, noted.listed_on = None, None
    noted.checked_by, noted.checked_at = signer_of(act), act.now
    store(noted)
    person = candidate.application.person
    act.record(event_id=event.pk, attendance=noted.pk, state=noted.state)
    depart(
        act,
        EventCandidate.objects.select_related("event", "application").get(pk=candidate.pk),
        DepartureKind.ABSENT,
        reason,
    )
    tell_people(act, event, [person], "event.absent", reason=reason.strip())
    return noted


@action(
    "attendance.listed",
    access="event.close_attendance",
    policies=[day_rules.may_close_list, day_rules.may_sign_part, sheet_rules.may_sign],
)
def close_attendance(act: Act, event: Event, *, statement: Statement) -> AttendanceList:
    """Freeze the daftar hadir and sign it; what stands on it is not changed any more (HR-50)."""
    rows = day.rows_of(event)
    act.require(day_rules.may_close_list, day.list_facts(event, rows, act.actor.person_id, act.roles, today=act.day))
    version = AttendanceList.objects.filter(event=event).count() + 1
    made = AttendanceList(
        body_id=event.body_id, event=event, version=version, closed_by=signer_of(act), closed_at=act.now
    )
    made.sheet = freeze(
        act,
        SheetCode.ATTENDANCE,
        subject=event,
        content=day_sheets.attendance_content(event, event.body, rows),
        case_number=event.number,
        correction_reason="Asesi yang ditambahkan kemudian" if version > 1 else "",
    )
    sign_part(act, event, made.sheet, statement)
    store(made)
    for row in rows:
        if row.attendance is not None and row.attendance.listed_on_id is None:
            row.attendance.listed_on = made
            store(row.attendance, "listed_on")
    act.record(
        sheet=made.sheet_id, version=version, digest=made.sheet.digest, cases=[row.application.pk for row in rows]
    )
    return made


@action("attendance.signed", access="event.sign_day", policies=[day_rules.may_sign_part, sheet_rules.may_sign])
def sign_attendance(act: Act, attendance: AttendanceList, *, statement: Statement) -> AttendanceList:
    """The other assessors and the ketua TUK sign the daftar hadir."""
    sign_part(act, attendance.event, attendance.sheet, statement)
    act.record(attendance.event, sheet=attendance.sheet_id, version=attendance.version)
    return attendance


@action("cards.issued", access="event.issue_cards", policies=[day_rules.may_issue_cards])
def issue_cards(act: Act, event: Event) -> list[Sheet]:
    """A kartu peserta for every candidate who has none of the surat tugas in force."""
    act.require(day_rules.may_issue_cards, day.card_facts(event))
    sheets = [
        freeze(
            act,
            SheetCode.CANDIDATE_CARD,
            subject=row,
            content=day_sheets.card_content(row, event, event.body),
            case_number=row.application.number,
            owner=row.application.person,
        )
        for row in day.without_card(event)
    ]
    act.record(count=len(sheets))
    return sheets
