"""Rules of the assessment day: attendance, incidents, photos, cards."""

from __future__ import annotations

from typing import Protocol

from jamstac.events.day_facts import (
    AbsenceFacts,
    CardFacts,
    CheckInFacts,
    ClearingFacts,
    ClosingFacts,
    DutyFacts,
    Entry,
    ListFacts,
    PartFacts,
    PhotoFacts,
    ReportFacts,
    UndoFacts,
)
from jamstac.events.rules import candidate_is_in_event
from jamstac.kernel.verdicts import ALLOW, Policy, Verdict, all_of, refuse, refuse_if, rule


class _Duty(Protocol):
    @property
    def on_duty(self) -> bool: ...


class _Letter(Protocol):
    @property
    def letter_in_force(self) -> bool: ...


class _Opened(Protocol):
    @property
    def opened(self) -> bool: ...


class _Closer(Protocol):
    @property
    def own_report(self) -> bool: ...
    @property
    def involved(self) -> bool: ...


# ---------------------------------------------------------------- attendance


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def candidate_is_checked_in(f: Entry) -> Verdict:
    """An assessment is opened for somebody who came on the day of the event as it is planned now, and whose identity
    document was looked at then."""
    if f.checked_in:
        return ALLOW
    if f.came_before is not None:
        return refuse("day.came_before", day=f.came_before.isoformat())
    return refuse("day.not_checked_in")


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def person_is_on_duty(f: _Duty) -> Verdict:
    """Only who is on duty at the event notes what happens there."""
    return refuse_if(not f.on_duty, "day.not_on_duty")


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def letter_is_in_force(f: _Letter) -> Verdict:
    """The day belongs to a signed surat tugas."""
    return refuse_if(not f.letter_in_force, "day.no_letter")


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def day_is_today(f: DutyFacts) -> Verdict:
    """Who came is noted on the day itself, by somebody who sees it."""
    return refuse_if(f.event_day != f.today, "day.other_day", day=f.event_day.isoformat())


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def day_has_come(f: DutyFacts) -> Verdict:
    """Nobody is absent from a day that has not come."""
    return refuse_if(f.today < f.event_day, "day.too_early", day=f.event_day.isoformat())


@rule("HR-50", source="ASM-05; REC-03")
def arrival_is_noted_once(f: CheckInFacts) -> Verdict:
    """An arrival is noted once."""
    return refuse_if(f.arrived, "day.checked_in_before")


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def arrival_has_happened(f: CheckInFacts) -> Verdict:
    """Nobody is noted before they came."""
    return refuse_if(f.in_future, "day.arrival_to_come")


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def absence_is_true(f: AbsenceFacts) -> Verdict:
    """Who was noted as present is not absent, and an absence says why."""
    return all_of(
        [
            refuse_if(f.arrived, "day.arrived"),
            refuse_if(not f.reason_given, "day.no_reason"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def assessment_is_unopened(f: _Opened) -> Verdict:
    """Attendance stays as it was noted once the assessment was opened."""
    return refuse_if(f.opened, "day.opened")


@rule("HR-50", source="ASM-05; REC-03")
def arrival_can_be_undone(f: UndoFacts) -> Verdict:
    """What stands on a signed daftar hadir stays."""
    return all_of(
        [
            refuse_if(not f.arrived, "day.nothing_noted"),
            refuse_if(f.listed, "day.listed"),
        ]
    )


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def everybody_is_noted(f: ListFacts) -> Verdict:
    """A daftar hadir says of every candidate whether they came."""
    return all_of(
        [
            refuse_if(not f.assesses_here, "day.not_assessor"),
            refuse_if(f.unnoted > 0, "day.unnoted", count=f.unnoted),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def list_has_news(f: ListFacts) -> Verdict:
    """A signed daftar hadir stays; a new version follows only when somebody was added."""
    return refuse_if(f.unnoted == 0 and f.unlisted == 0, "day.list_closed")


@rule("ASM-04", source="ISO/IEC 17024 7.4.3")
def signer_has_part(f: PartFacts) -> Verdict:
    """The sheets of a day are signed by its assessors and the ketua TUK."""
    return refuse_if(not f.has_part, "day.no_part")


# ---------------------------------------------------------------- incidents


@rule("ASM-09", source="ISO/IEC 17024 7.4.1")
def incident_is_told(f: ReportFacts) -> Verdict:
    """A report says what happened, when, and to whom of the event."""
    return all_of(
        [
            refuse_if(not f.kind_known, "incident.no_kind"),
            refuse_if(not f.described, "incident.no_description"),
            refuse_if(f.early, "incident.before_event"),
            refuse_if(f.in_future, "incident.to_come"),
            refuse_if(f.strangers > 0, "incident.strangers", count=f.strangers),
        ]
    )


@rule("ASM-09", source="ISO/IEC 17024 7.4.1")
def closer_is_independent(f: _Closer) -> Verdict:
    """Nobody closes what they reported, nor what happened where they assess."""
    return all_of(
        [
            refuse_if(f.own_report, "incident.own_report"),
            refuse_if(f.involved, "incident.involved"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def incident_is_open(f: ClosingFacts) -> Verdict:
    """A closed incident stays as it was closed."""
    return refuse_if(not f.open, "incident.closed")


@rule("ASM-09", source="ISO/IEC 17024 7.4.1")
def incident_is_settled(f: ClosingFacts) -> Verdict:
    """Closing says what was done, and what it means for each case."""
    return all_of(
        [
            refuse_if(not f.closing_given, "incident.no_closing"),
            refuse_if(f.undecided > 0, "incident.undecided", count=f.undecided),
            refuse_if(f.without_reason > 0, "incident.no_reason", count=f.without_reason),
        ]
    )


@rule("ASM-09", source="ISO/IEC 17024 7.4.1")
def case_can_be_cleared(f: ClearingFacts) -> Verdict:
    """Only a case that stayed held is freed afterwards, with a reason."""
    return all_of(
        [
            refuse_if(f.open, "incident.still_open"),
            refuse_if(not f.open and not f.held, "incident.not_held"),
            refuse_if(not f.reason_given, "incident.no_clearing_reason"),
        ]
    )


# ---------------------------------------------------------------- photos and cards


@rule("REC-01", source="PBNSP 201 7.1")
def photo_is_a_record(f: PhotoFacts) -> Verdict:
    """A photo of an event is a picture with a caption, a time on or after its day, and a place that exists."""
    return all_of(
        [
            refuse_if(not f.is_picture, "photo.no_picture"),
            refuse_if(not f.captioned, "photo.no_caption"),
            refuse_if(f.early, "photo.before_event"),
            refuse_if(f.in_future, "photo.to_come"),
            refuse_if(not f.place_possible, "photo.no_place"),
        ]
    )


@rule("PDP-02", source="UU 27/2022 art. 20–24")
def people_on_it_agree(f: PhotoFacts) -> Verdict:
    """A candidate is seen on a photo only with their consent to photos."""
    return all_of(
        [
            refuse_if(f.strangers > 0, "photo.strangers", count=f.strangers),
            refuse_if(f.unwilling > 0, "photo.no_consent", count=f.unwilling),
        ]
    )


@rule("PER-04", source="PBNSP 301")
def cards_are_due(f: CardFacts) -> Verdict:
    """Every candidate gets one card for each surat tugas."""
    return refuse_if(f.letter_in_force and f.due == 0, "card.none_due")


may_check_in: Policy[CheckInFacts] = Policy(
    "may_check_in",
    person_is_on_duty,
    letter_is_in_force,
    day_is_today,
    candidate_is_in_event,
    arrival_is_noted_once,
    arrival_has_happened,
)
may_mark_absent: Policy[AbsenceFacts] = Policy(
    "may_mark_absent",
    person_is_on_duty,
    letter_is_in_force,
    day_has_come,
    candidate_is_in_event,
    absence_is_true,
    assessment_is_unopened,
)
may_undo_check_in: Policy[UndoFacts] = Policy(
    "may_undo_check_in", person_is_on_duty, day_is_today, arrival_can_be_undone, assessment_is_unopened
)
may_close_list: Policy[ListFacts] = Policy(
    "may_close_list", letter_is_in_force, day_has_come, everybody_is_noted, list_has_news
)
may_sign_part: Policy[PartFacts] = Policy("may_sign_part", signer_has_part)
may_report_incident: Policy[ReportFacts] = Policy("may_report_incident", person_is_on_duty, incident_is_told)
may_close_incident: Policy[ClosingFacts] = Policy(
    "may_close_incident", closer_is_independent, incident_is_open, incident_is_settled
)
may_clear_case: Policy[ClearingFacts] = Policy("may_clear_case", closer_is_independent, case_can_be_cleared)
may_add_photo: Policy[PhotoFacts] = Policy("may_add_photo", person_is_on_duty, photo_is_a_record, people_on_it_agree)
may_issue_cards: Policy[CardFacts] = Policy("may_issue_cards", letter_is_in_force, cards_are_due)
