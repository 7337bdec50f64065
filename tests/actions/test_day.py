"""The assessment day through its doors: who came, the daftar hadir, what went wrong, photos, the berita acara."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from jamstac.applications.actions import withdraw_consent
from jamstac.applications.models import Application
from jamstac.assessment.actions import open_assessment
from jamstac.assessment.actions.minutes import draw_up_minutes, sign_event_minutes
from jamstac.certification.actions import decide
from jamstac.certification.models import Decision
from jamstac.documents.files import keep
from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.documents.sheets import content_of
from jamstac.documents.states import SheetCode
from jamstac.events.actions import (
    add_candidate,
    add_photo,
    check_in,
    clear_case,
    close_attendance,
    close_incident,
    issue_cards,
    mark_absent,
    postpone_event,
    report_incident,
    sign_assignment_letter,
    sign_attendance,
    undo_check_in,
)
from jamstac.events.day import CaseOutcomeGiven, arrived_at_events, rows_of
from jamstac.events.models import (
    Attendance,
    AttendanceList,
    Departure,
    Event,
    EventCandidate,
    EventMinutes,
    EventPhoto,
    Incident,
    IncidentCase,
)
from jamstac.events.selectors import waiting_applications
from jamstac.events.states import (
    AttendanceState,
    CaseOutcome,
    CheckInVia,
    DepartureKind,
    IncidentKind,
    IncidentState,
    PhotoSource,
)
from jamstac.events.tickets import candidate_by_ticket, grouped, ticket_of
from jamstac.findings.selectors import holds_on
from jamstac.ledger.door import open_guard
from jamstac.ledger.models import Entry
from jamstac.messaging.models import Message
from jamstac.parameters.actions import set_parameter
from jamstac.people.actions import appoint
from jamstac.people.models import Consent
from jamstac.people.states import ConsentPurpose, Function
from jamstac.ui.why import reasons
from tests.actions.test_event_changes import accepted
from tests.kernel.test_photographs import JFIF, SCAN
from tests.refusing import last_entry, refuses
from tests.world.assessments import add, arrived, declared, finish_event, open_and_agree, planned, signed
from tests.world.base import AGREED, World, ago, ahead, today
from tests.world.certificates import tabled

PICTURE = b"\xff\xd8" + JFIF + SCAN


def event_of(world: World) -> Event:
    return world.get(Event, "event")


def made(world: World) -> EventCandidate:
    return world.get(EventCandidate, "candidate.made")


def case(world: World, key: str) -> Application:
    return world.get(Application, f"application.{key}")


def noted(world: World, key: str) -> Attendance | None:
    return Attendance.objects.filter(event=event_of(world), application=case(world, key)).first()


@contextmanager
def at(hour: int, minute: int = 0, days: int = 0) -> Iterator[None]:
    moment = datetime.combine(today() + timedelta(days=days), time(hour, minute), timezone.get_default_timezone())
    with time_machine.travel(moment, tick=False):
        yield


def parameter(world: World, key: str, value: str) -> None:
    set_parameter(
        world.actor("surya"),
        world.body,
        key=key,
        value=value,
        reason="Tata tertib LSP",
        source_title="SK Direktur",
        source_number="010/SK/CTH",
    )


def everybody_came(world: World) -> AttendanceList:
    """Made arrives; budi closes the daftar hadir."""
    arrived(world, "made")
    return close_attendance(world.actor("budi"), event_of(world), statement=AGREED)


def cheating(world: World, *keys: str, by: str = "budi") -> Incident:
    return report_incident(
        world.actor(by),
        event_of(world),
        kind=IncidentKind.CHEATING,
        at=timezone.now(),
        description="Dua asesi bertukar kertas.",
        applications=[case(world, key) for key in keys],
    )


# ---------------------------------------------------------------- attendance


@pytest.mark.parametrize("who", ["budi", "dewi", "tari"])
def test_whoever_is_on_duty_notes_an_arrival(world: World, who: str) -> None:
    row = check_in(world.actor(who), made(world))
    assert (row.state, row.via, row.checked_by_id) == (AttendanceState.PRESENT, CheckInVia.LIST, world.person(who).pk)
    assert row.arrived_at is not None
    assert last_entry(world).event == "attendance.noted"
    assert last_entry(world).case_id == case(world, "made").pk


def test_an_assessor_of_another_event_notes_nobody(world: World) -> None:
    with refuses(world, "attendance.noted", "day.not_on_duty") as refused:
        check_in(world.actor("rina"), made(world))
    assert refused.value.rules == ["ASM-04"]
    assert noted(world, "made") is None


def test_nobody_without_the_function_notes_an_arrival(world: World) -> None:
    with refuses(world, "attendance.noted", "door.no_role"):
        check_in(world.actor("surya"), made(world))


def test_an_arrival_is_noted_once(world: World) -> None:
    check_in(world.actor("tari"), made(world))
    with refuses(world, "attendance.noted", "day.checked_in_before") as refused:
        check_in(world.actor("budi"), made(world))
    assert refused.value.rules == ["HR-50"]


def test_nobody_arrives_at_an_event_without_a_letter(world: World) -> None:
    with refuses(world, "attendance.noted", "day.no_letter", "day.other_day") as refused:
        check_in(world.actor("budi"), world.get(EventCandidate, "candidate.dimas"))
    assert refused.value.rules == ["HR-21", "ASM-04"]


def test_an_arrival_is_noted_on_the_day_itself(world: World) -> None:
    with at(8, days=1), refuses(world, "attendance.noted", "day.other_day"):
        check_in(world.actor("budi"), made(world))


def test_nobody_is_noted_before_they_came(world: World) -> None:
    with at(23, 30), refuses(world, "attendance.noted", "day.arrival_to_come"):
        check_in(world.actor("budi"), made(world), arrived_at=time(23, 31))


def test_who_comes_after_the_grace_of_the_lsp_is_late(world: World) -> None:
    parameter(world, "late_after", "15")
    with at(23, 30):
        row = check_in(world.actor("budi"), made(world), arrived_at=time(8, 16))
    assert row.state == AttendanceState.LATE


def test_who_comes_within_the_grace_is_present(world: World) -> None:
    parameter(world, "late_after", "15")
    with at(23, 30):
        assert check_in(world.actor("budi"), made(world), arrived_at=time(8, 15)).state == AttendanceState.PRESENT


def test_nobody_is_late_where_the_lsp_set_no_grace(world: World) -> None:
    with at(23, 30):
        assert check_in(world.actor("budi"), made(world), arrived_at=time(15)).state == AttendanceState.PRESENT


def test_an_assessment_opens_only_for_somebody_who_came(world: World) -> None:
    with refuses(world, "assessment.opened", "day.not_checked_in") as refused:
        open_assessment(world.actor("budi"), made(world))
    assert refused.value.rules == ["ASM-04"]
    check_in(world.actor("tari"), made(world))
    assert open_assessment(world.actor("budi"), made(world)).application_id == case(world, "made").pk


def moved_after_an_arrival(world: World) -> EventCandidate:
    """Ayu came, then the event was moved to three days later, under a new surat tugas."""
    event = planned(world, days=0, hours=(18, 21))
    accepted(world)
    candidate = add(world, event, "ayu")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    check_in(world.actor("budi"), candidate)
    new: dict[str, Any] = {"date": ahead(3), "start_time": time(8), "end_time": time(12), "reason": "Listrik padam"}
    postpone_event(world.actor("maya"), event, **new)
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    return EventCandidate.objects.get(pk=candidate.pk)


def test_who_came_before_the_event_was_moved_is_noted_again_on_the_new_day(world: World) -> None:
    candidate = moved_after_an_arrival(world)
    first = Attendance.objects.get(event=candidate.event_id, application=candidate.application_id)
    with at(8, days=3):
        assert arrived_at_events(world.body.pk, {candidate.event_id}) == frozenset()
        with refuses(world, "assessment.opened", "day.came_before") as refused:
            open_assessment(world.actor("budi"), candidate)
        assert refused.value.rules == ["ASM-04"]
        came = date_format(candidate.event.date - timedelta(days=3), "j F Y")
        assert came in reasons(refused.value.refusals)[0].sentence
        with refuses(world, "attendance.undone", "day.nothing_noted"):
            undo_check_in(world.actor("budi"), candidate)
        with refuses(world, "attendance.listed", "day.unnoted"):
            close_attendance(world.actor("budi"), candidate.event, statement=AGREED)
        again = check_in(world.actor("budi"), candidate)
        assert (again.pk, again.arrived_at) == (first.pk, timezone.now())
        assert open_assessment(world.actor("budi"), candidate).application_id == candidate.application_id
    entries = Entry.objects.filter(event="attendance.noted", case_id=candidate.application_id)
    assert entries.count() == 2, "the first note stays on record"


def test_who_was_absent_before_the_event_was_moved_is_not_on_the_list_of_the_new_day(world: World) -> None:
    candidate = moved_after_an_arrival(world)
    event = candidate.event
    with at(8, days=3):
        mark_absent(world.actor("budi"), candidate, reason="Tanpa kabar")
        assert [row.state for row in rows_of(event)] == [AttendanceState.ABSENT]
        postpone_event(
            world.actor("maya"), event, date=ahead(6), start_time=time(8), end_time=time(12), reason="Listrik padam"
        )
        event.refresh_from_db()
        assert rows_of(event) == []


def test_a_wrong_tap_is_taken_back(world: World) -> None:
    check_in(world.actor("tari"), made(world))
    undo_check_in(world.actor("dewi"), made(world))
    assert noted(world, "made") is None
    assert last_entry(world).event == "attendance.undone"


def test_an_arrival_stays_once_the_assessment_is_opened(world: World) -> None:
    with refuses(world, "attendance.undone", "day.opened") as refused:
        undo_check_in(world.actor("budi"), world.get(EventCandidate, "candidate.sari"))
    assert refused.value.rules == ["HR-50"]
    assert noted(world, "sari") is not None


def test_what_was_never_noted_is_not_taken_back(world: World) -> None:
    with refuses(world, "attendance.undone", "day.nothing_noted"):
        undo_check_in(world.actor("budi"), made(world))


def test_an_arrival_on_a_signed_list_stays(world: World) -> None:
    everybody_came(world)
    with refuses(world, "attendance.undone", "day.listed") as refused:
        undo_check_in(world.actor("budi"), made(world))
    assert refused.value.rules == ["HR-50"]


def test_who_did_not_come_leaves_the_event_and_can_be_scheduled_again(world: World) -> None:
    row = mark_absent(world.actor("budi"), made(world), reason="Sakit, kabar dari keluarga")
    assert (row.state, row.note) == (AttendanceState.ABSENT, "Sakit, kabar dari keluarga")
    gone = Departure.objects.get(application=case(world, "made"))
    assert gone.kind == DepartureKind.ABSENT
    assert case(world, "made") in waiting_applications(event_of(world))
    assert event_of(world).state == "assigned"
    assert Message.objects.filter(to_person_id=world.person("made").pk, subject__contains="tidak hadir").exists()


def test_an_absence_says_why(world: World) -> None:
    with refuses(world, "attendance.absence_noted", "day.no_reason") as refused:
        mark_absent(world.actor("budi"), made(world), reason="  ")
    assert refused.value.rules == ["ASM-04"]
    assert EventCandidate.objects.filter(pk=made(world).pk).exists()


def test_who_was_noted_as_present_is_not_absent(world: World) -> None:
    check_in(world.actor("budi"), made(world))
    with refuses(world, "attendance.absence_noted", "day.arrived"):
        mark_absent(world.actor("budi"), made(world), reason="Pulang")


def test_who_is_being_assessed_is_not_absent(world: World) -> None:
    with refuses(world, "attendance.absence_noted", "day.arrived", "day.opened") as refused:
        mark_absent(world.actor("budi"), world.get(EventCandidate, "candidate.sari"), reason="Pulang")
    assert refused.value.rules == ["ASM-04", "HR-50"]


def test_nobody_is_absent_from_a_day_to_come(world: World) -> None:
    with refuses(world, "attendance.absence_noted", "day.no_letter", "day.too_early"):
        mark_absent(world.actor("budi"), world.get(EventCandidate, "candidate.dimas"), reason="Sakit")


def test_who_was_absent_and_is_added_again_is_noted_again(world: World) -> None:
    mark_absent(world.actor("budi"), made(world), reason="Ban bocor")
    event = event_of(world)
    back = add_candidate(
        world.actor("maya"), event, application=case(world, "made"), assessor=world.person("budi"), reason="Datang juga"
    )
    sign_assignment_letter(world.actor("surya"), event_of(world), statement=AGREED)
    row = check_in(world.actor("budi"), back)
    assert row.state == AttendanceState.PRESENT
    assert Attendance.objects.filter(event=event, application=case(world, "made")).count() == 1


# ---------------------------------------------------------------- kartu peserta


def test_a_card_finds_its_candidate_however_it_is_typed(world: World) -> None:
    ticket = ticket_of(made(world).pk)
    assert candidate_by_ticket(event_of(world), grouped(ticket).lower()) == made(world)
    assert candidate_by_ticket(event_of(world), "AAAA BBBB CCCC") is None
    assert candidate_by_ticket(world.get(Event, "event.planned"), ticket) is None


def test_every_candidate_gets_a_card_with_a_code_of_their_own(world: World) -> None:
    sheets = issue_cards(world.actor("dewi"), event_of(world))
    contents = [content_of(each) for each in sheets]
    assert len({each["ticket"] for each in contents}) == 4
    assert {each.owner_id for each in sheets} == {world.person(key).pk for key in ("sari", "galih", "intan", "made")}
    assert contents[0]["event"]["number"] == event_of(world).number


def test_cards_are_made_once_for_each_letter(world: World) -> None:
    issue_cards(world.actor("dewi"), event_of(world))
    with refuses(world, "cards.issued", "card.none_due") as refused:
        issue_cards(world.actor("maya"), event_of(world))
    assert refused.value.rules == ["PER-04"]


def test_no_cards_without_a_letter(world: World) -> None:
    with refuses(world, "cards.issued", "day.no_letter"):
        issue_cards(world.actor("dewi"), world.get(Event, "event.planned"))


# ---------------------------------------------------------------- daftar hadir


def test_the_list_says_of_everybody_whether_they_came(world: World) -> None:
    mark_absent(world.actor("budi"), made(world), reason="Tanpa kabar")
    made_list = close_attendance(world.actor("budi"), event_of(world), statement=AGREED)
    rows = {row["name"]: row for row in content_of(made_list.sheet)["rows"]}
    assert len(rows) == 4
    gone = rows[case(world, "made").name]
    assert (gone["at"], gone["absent"], gone["note"]) == (None, True, "Tanpa kabar")
    assert rows[case(world, "sari").name]["at"].endswith("WIB")
    signature = Signature.objects.get(sheet=made_list.sheet)
    assert (signature.role, signature.number_label) == ("asesor", "No. Reg")


def test_a_list_with_a_gap_is_not_signed(world: World) -> None:
    with refuses(world, "attendance.listed", "day.unnoted") as refused:
        close_attendance(world.actor("budi"), event_of(world), statement=AGREED)
    assert refused.value.rules == ["ASM-04"]
    assert not Sheet.objects.filter(code=SheetCode.ATTENDANCE).exists()


def test_only_an_assessor_of_the_event_closes_its_list(world: World) -> None:
    arrived(world, "made")
    with refuses(world, "attendance.listed", "day.not_assessor"):
        close_attendance(world.actor("rina"), event_of(world), statement=AGREED)


def test_a_signed_list_stays(world: World) -> None:
    everybody_came(world)
    with refuses(world, "attendance.listed", "day.list_closed") as refused:
        close_attendance(world.actor("budi"), event_of(world), statement=AGREED)
    assert refused.value.rules == ["HR-50"]


def test_the_ketua_tuk_signs_the_list_too(world: World) -> None:
    made_list = everybody_came(world)
    assert content_of(made_list.sheet)["signatures"]["venue_head"]["name"] == world.person("tari").name
    sign_attendance(world.actor("tari"), made_list, statement=AGREED)
    assert set(Signature.objects.filter(sheet=made_list.sheet).values_list("role", flat=True)) == {
        "asesor",
        "venue_head",
    }


def test_nobody_signs_a_list_twice_nor_without_part_in_it(world: World) -> None:
    made_list = everybody_came(world)
    with refuses(world, "attendance.signed", "signature.signed_before"):
        sign_attendance(world.actor("budi"), made_list, statement=AGREED)
    with refuses(world, "attendance.signed", "day.no_part") as refused:
        sign_attendance(world.actor("rina"), made_list, statement=AGREED)
    assert refused.value.rules == ["ASM-04"]


# ---------------------------------------------------------------- incidents


def test_an_incident_holds_the_cases_it_touches(world: World) -> None:
    incident = cheating(world, "sari", "galih")
    for key in ("sari", "galih"):
        assert [hold.source_id for hold in holds_on(case(world, key).pk)] == [incident.pk]
    assert holds_on(case(world, "intan").pk) == []
    assert incident.state == IncidentState.OPEN


@pytest.mark.parametrize("who", ["budi", "dewi", "tari", "maya", "wulan"])
def test_whoever_is_on_duty_reports_an_incident(world: World, who: str) -> None:
    assert cheating(world, "sari", by=who).reported_by == world.person(who)


@pytest.mark.parametrize("who", ["rina", "lila"])
def test_who_was_sent_elsewhere_reports_nothing(world: World, who: str) -> None:
    with refuses(world, "incident.reported", "day.not_on_duty") as refused:
        cheating(world, "sari", by=who)
    assert refused.value.rules == ["ASM-04"]
    assert holds_on(case(world, "sari").pk) == []


def test_an_incident_says_what_when_and_whom(world: World) -> None:
    with refuses(
        world,
        "incident.reported",
        "incident.no_description",
        "incident.before_event",
        "incident.strangers",
    ) as refused:
        report_incident(
            world.actor("budi"),
            event_of(world),
            kind=IncidentKind.LEAK,
            at=timezone.now() - timedelta(days=2),
            description=" ",
            applications=[case(world, "dimas")],
        )
    assert set(refused.value.rules) == {"ASM-09"}
    assert not Incident.objects.filter(kind=IncidentKind.LEAK).exists()


def test_an_incident_has_happened(world: World) -> None:
    with refuses(world, "incident.reported", "incident.to_come"):
        report_incident(
            world.actor("budi"),
            event_of(world),
            kind=IncidentKind.ACCIDENT,
            at=timezone.now() + timedelta(hours=1),
            description="Tersandung kabel.",
            applications=[],
        )


def test_a_held_case_comes_to_no_table(world: World) -> None:
    signed(world, "intan")
    cheating(world, "intan")
    with refuses(world, "case.tabled", "file.on_hold") as refused:
        tabled(world, "intan")
    assert refused.value.rules == ["HR-41"]


def test_a_held_case_is_not_decided_and_after_closing_it_is(world: World) -> None:
    signed(world, "intan")
    row = tabled(world, "intan")
    incident = cheating(world, "intan", by="dewi")
    with refuses(world, "decision.made", "file.on_hold") as refused:
        decide(world.actor("hendra"), row, outcome="K")
    assert refused.value.rules == ["HR-41"]
    assert not Decision.objects.filter(meeting_case=row).exists()
    close_incident(
        world.actor("wulan"),
        incident,
        closing="Kertas itu denah ruang.",
        outcomes={case(world, "intan").pk: CaseOutcomeGiven(CaseOutcome.UNAFFECTED)},
    )
    assert decide(world.actor("hendra"), row, outcome="K").outcome == "K"


def test_mutu_closes_an_incident_case_by_case(world: World) -> None:
    incident = cheating(world, "sari", "galih")
    close_incident(
        world.actor("wulan"),
        incident,
        closing="Kertas diperiksa.",
        outcomes={
            case(world, "sari").pk: CaseOutcomeGiven(CaseOutcome.UNAFFECTED),
            case(world, "galih").pk: CaseOutcomeGiven(CaseOutcome.HELD, "Jawabannya sama persis."),
        },
    )
    incident.refresh_from_db()
    assert (incident.state, incident.closed_by) == (IncidentState.CLOSED, world.person("wulan"))
    assert holds_on(case(world, "sari").pk) == []
    assert len(holds_on(case(world, "galih").pk)) == 1


def test_a_case_that_stayed_held_is_freed_with_a_reason(world: World) -> None:
    incident = cheating(world, "galih")
    held = {case(world, "galih").pk: CaseOutcomeGiven(CaseOutcome.HELD, "Jawabannya sama persis.")}
    close_incident(world.actor("wulan"), incident, closing="Kertas diperiksa.", outcomes=held)
    row = IncidentCase.objects.get(incident=incident)
    with refuses(world, "incident.case_cleared", "incident.no_clearing_reason"):
        clear_case(world.actor("wulan"), row, reason="")
    clear_case(world.actor("wulan"), row, reason="Penjelasan tertulis diterima.")
    assert holds_on(case(world, "galih").pk) == []
    with refuses(world, "incident.case_cleared", "incident.not_held") as refused:
        clear_case(world.actor("wulan"), IncidentCase.objects.get(pk=row.pk), reason="Lagi")
    assert refused.value.rules == ["ASM-09"]


def test_no_case_is_freed_while_its_incident_is_open(world: World) -> None:
    row = IncidentCase.objects.get(incident=cheating(world, "galih"))
    with refuses(world, "incident.case_cleared", "incident.still_open"):
        clear_case(world.actor("wulan"), row, reason="Cepat")


def test_nobody_closes_what_they_reported(world: World) -> None:
    incident = cheating(world, by="wulan")
    with refuses(world, "incident.closed", "incident.own_report") as refused:
        close_incident(world.actor("wulan"), incident, closing="Selesai.", outcomes={})
    assert refused.value.rules == ["ASM-09"]
    assert Incident.objects.get(pk=incident.pk).state == IncidentState.OPEN


def test_nobody_closes_what_happened_where_they_assess(world: World) -> None:
    appoint(
        world.actor("surya"),
        world.person("budi"),
        function=Function.QUALITY_MANAGER,
        decree_number="9/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )
    incident = cheating(world, by="dewi")
    with refuses(world, "incident.closed", "incident.involved"):
        close_incident(world.actor("budi"), incident, closing="Selesai.", outcomes={})


def test_closing_says_what_it_means_for_each_case(world: World) -> None:
    incident = cheating(world, "sari", "galih")
    with refuses(
        world, "incident.closed", "incident.no_closing", "incident.undecided", "incident.no_reason"
    ) as refused:
        close_incident(
            world.actor("wulan"),
            incident,
            closing=" ",
            outcomes={case(world, "galih").pk: CaseOutcomeGiven(CaseOutcome.HELD)},
        )
    assert set(refused.value.rules) == {"ASM-09"}
    assert len(holds_on(case(world, "sari").pk)) == 1


def test_a_closed_incident_stays(world: World) -> None:
    incident = cheating(world)
    close_incident(world.actor("wulan"), incident, closing="Selesai.", outcomes={})
    with refuses(world, "incident.closed", "incident.closed") as refused:
        close_incident(world.actor("wulan"), incident, closing="Lagi.", outcomes={})
    assert refused.value.rules == ["HR-50"]


# ---------------------------------------------------------------- photos


def picture(world: World, data: bytes = PICTURE) -> StoredFile:
    return keep(data, "ruang.jpg", world.body, world.account("budi"))


def photo(world: World, by: str = "budi", **changes: Any) -> EventPhoto:
    given: dict[str, Any] = {
        "file": picture(world),
        "caption": "Ruang asesmen",
        "taken_at": timezone.now(),
        "time_source": PhotoSource.CAMERA,
        "latitude": -6_900_000,
        "longitude": 107_620_000,
        "place_source": PhotoSource.CAMERA,
        "shown": [],
    }
    return add_photo(world.actor(by), event_of(world), **(given | changes))


def test_a_photo_is_kept_with_its_time_and_place(world: World) -> None:
    row = photo(world, by="tari")
    assert row.place == "6,900000° LS, 107,620000° BT"
    assert last_entry(world).event == "photo.added"


def test_a_candidate_is_on_a_photo_only_with_consent(world: World) -> None:
    assert photo(world, shown=[case(world, "sari")]).subjects.count() == 1
    consent = Consent.objects.get(person=world.person("sari"), purpose=ConsentPurpose.DOCUMENTATION)
    withdraw_consent(world.me("sari"), consent)
    with refuses(world, "photo.added", "photo.no_consent") as refused:
        photo(world, shown=[case(world, "sari")])
    assert refused.value.rules == ["PDP-02"]


def test_nobody_from_elsewhere_is_on_a_photo(world: World) -> None:
    with refuses(world, "photo.added", "photo.strangers"):
        photo(world, shown=[case(world, "dimas")])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"caption": " "}, "photo.no_caption"),
        ({"latitude": None}, "photo.no_place"),
        ({"longitude": 190_000_000}, "photo.no_place"),
    ],
)
def test_a_photo_that_says_too_little_is_not_kept(world: World, changes: dict[str, Any], code: str) -> None:
    with refuses(world, "photo.added", code) as refused:
        photo(world, **changes)
    assert refused.value.rules == ["REC-01"]
    assert not EventPhoto.objects.exists()


def test_a_photo_is_of_the_day(world: World) -> None:
    with refuses(world, "photo.added", "photo.before_event"):
        photo(world, taken_at=timezone.now() - timedelta(days=2))
    with refuses(world, "photo.added", "photo.to_come"):
        photo(world, taken_at=timezone.now() + timedelta(hours=2))


def test_who_is_not_on_duty_adds_no_photo(world: World) -> None:
    with refuses(world, "photo.added", "day.not_on_duty"):
        photo(world, by="rina")


# ---------------------------------------------------------------- berita acara asesmen


def whole_day(world: World) -> EventMinutes:
    """Everybody came and is recommended; the daftar hadir is signed; budi draws up the berita acara."""
    finish_event(world)
    everybody_came(world)
    return draw_up_minutes(world.actor("budi"), event_of(world), notes="Lancar.", statement=AGREED)


def test_the_berita_acara_tells_the_day(world: World) -> None:
    finish_event(world)
    photo(world)
    everybody_came(world)
    minutes = draw_up_minutes(world.actor("budi"), event_of(world), notes="Lancar.", statement=AGREED)
    told = content_of(minutes.sheet)
    results = {row["name"]: row["result"] for row in told["rows"]}
    assert results[case(world, "sari").name] == "K"
    assert results[case(world, "galih").name] == "BK"
    assert "Listrik padam dua menit" in told["incidents"][0]["text"]
    assert told["photos"][0]["digest"] == EventPhoto.objects.get().file.sha256
    assert told["number"] == minutes.number == f"001/BA-A/LSP-CTH/{roman()}/{today().year}"
    assert told["notes"] == "Lancar."


def roman() -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")[today().month - 1]


def test_who_did_not_come_stands_in_the_berita_acara(world: World) -> None:
    mark_absent(world.actor("budi"), made(world), reason="Sakit")
    signed(world, "intan")
    close_attendance(world.actor("budi"), event_of(world), statement=AGREED)
    minutes = draw_up_minutes(world.actor("budi"), event_of(world), notes="", statement=AGREED)
    row = next(each for each in content_of(minutes.sheet)["rows"] if each["name"] == case(world, "made").name)
    assert (row["result"], row["note"]) == ("absent", "Sakit")


def test_no_berita_acara_while_somebody_who_came_has_no_recommendation(world: World) -> None:
    open_and_agree(world, "made")
    everybody_came(world)
    with refuses(world, "event_minutes.drawn_up", "minutes.unfinished") as refused:
        draw_up_minutes(world.actor("budi"), event_of(world), notes="", statement=AGREED)
    assert refused.value.rules == ["ASM-07"]
    assert not EventMinutes.objects.exists()


def test_no_berita_acara_without_a_signed_list(world: World) -> None:
    finish_event(world)
    with refuses(world, "event_minutes.drawn_up", "minutes.attendance_open") as refused:
        draw_up_minutes(world.actor("budi"), event_of(world), notes="", statement=AGREED)
    assert refused.value.rules == ["ASM-07"]


def test_no_berita_acara_before_every_assessor_signed_the_list(world: World) -> None:
    finish_event(world)
    everybody_came(world)
    with transaction.atomic(), open_guard("test"):
        EventCandidate.objects.filter(pk=made(world).pk).update(assessor=world.person("rina"))
    with refuses(world, "event_minutes.drawn_up", "minutes.attendance_unsigned") as refused:
        draw_up_minutes(world.actor("budi"), event_of(world), notes="", statement=AGREED)
    assert refused.value.rules == ["ASM-07"]
    assert not EventMinutes.objects.exists()


def test_no_berita_acara_of_a_day_to_come(world: World) -> None:
    candidate = world.get(EventCandidate, "candidate.dimas")
    codes = ["minutes.too_early", "minutes.unfinished", "minutes.attendance_open"]
    with refuses(world, "event_minutes.drawn_up", *codes) as refused:
        draw_up_minutes(world.actor("budi"), candidate.event, notes="", statement=AGREED)
    assert set(refused.value.rules) == {"ASM-07"}


def test_only_an_assessor_of_the_event_draws_it_up(world: World) -> None:
    finish_event(world)
    everybody_came(world)
    with refuses(world, "event_minutes.drawn_up", "minutes.not_assessor"):
        draw_up_minutes(world.actor("rina"), event_of(world), notes="", statement=AGREED)


def test_a_berita_acara_is_drawn_up_once(world: World) -> None:
    whole_day(world)
    with refuses(world, "event_minutes.drawn_up", "minutes.drawn_up_before") as refused:
        draw_up_minutes(world.actor("budi"), event_of(world), notes="", statement=AGREED)
    assert refused.value.rules == ["HR-50"]


def test_the_ketua_tuk_signs_the_berita_acara(world: World) -> None:
    minutes = whole_day(world)
    sign_event_minutes(world.actor("tari"), minutes, statement=AGREED)
    assert Signature.objects.filter(sheet=minutes.sheet).count() == 2
    with refuses(world, "event_minutes.signed", "day.no_part"):
        sign_event_minutes(world.actor("rina"), minutes, statement=AGREED)
