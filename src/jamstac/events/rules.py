from __future__ import annotations

from typing import Protocol

from jamstac.assessors.rules import (
    assessor_certificate_is_valid,
    assessor_is_active,
    assessor_is_authorised,
    pacts_are_signed,
)
from jamstac.events.booking_rules import load_is_bearable, persons_are_free, venue_has_room, venue_is_free
from jamstac.events.facts import (
    Assignment,
    CancelFacts,
    CandidateFacts,
    LeadFacts,
    LetterFacts,
    PlanFacts,
    RemovalFacts,
    ReplacementFacts,
    ReplanFacts,
    StartFacts,
    WithdrawalFacts,
)
from jamstac.events.states import LETTERED, TRANSITIONS, EventState
from jamstac.impartiality.rules import assessor_is_not_close, conflicts_are_settled, trainer_is_not_assessor
from jamstac.instruments.rules import tool_set_is_released
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule
from jamstac.licensing.rules import licence_covers_scheme, remote_is_approved
from jamstac.schemes.rules import scheme_is_in_force
from jamstac.venues.rules import venue_fits_event, venue_is_verified


class _HasState(Protocol):
    @property
    def state(self) -> str: ...


class _Change(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def reason_given(self) -> bool: ...


class _Opened(Protocol):
    @property
    def begun(self) -> int: ...


class _InEvent(Protocol):
    @property
    def in_this_event(self) -> bool: ...


@rule("PER-04", source="PBNSP 301; FR.AK.01")
def event_has_possible_times(f: PlanFacts) -> Verdict:
    """An event lies in the future and ends after it starts."""
    return all_of(
        [
            refuse_if(f.day < f.today, "event.day_past", day=f.day.isoformat()),
            refuse_if(not f.ends_after_start, "event.ends_before_start"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def list_is_unsigned(f: _HasState) -> Verdict:
    """Who was named by a surat tugas leaves it with a reason, never silently."""
    return all_of(
        [
            refuse_if(f.state in LETTERED, "event.letter_signed"),
            refuse_if(f.state == EventState.CANCELLED, "event.cancelled"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def event_stands(f: _HasState) -> Verdict:
    """A cancelled event stays as it was."""
    return refuse_if(f.state == EventState.CANCELLED, "event.cancelled")


@rule("HR-50", source="ASM-05; REC-03")
def letter_is_due(f: _HasState) -> Verdict:
    """A surat tugas is signed once for a plan; a changed plan gets a new one."""
    return all_of(
        [
            refuse_if(f.state == EventState.ASSIGNED, "letter.signed"),
            refuse_if(f.state == EventState.CANCELLED, "event.cancelled"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def changed_cases_are_unopened(f: _Opened) -> Verdict:
    """A case whose assessment was opened stays where it is and with whom it is."""
    return refuse_if(f.begun > 0, "change.begun", count=f.begun)


@rule("REC-01", source="PBNSP 201 7.1")
def change_has_a_reason(f: _Change) -> Verdict:
    """Who changes a plan after the surat tugas says why."""
    return refuse_if(f.state in LETTERED and not f.reason_given, "change.no_reason")


@rule("REC-01", source="PBNSP 201 7.1")
def withdrawal_has_a_reason(f: WithdrawalFacts) -> Verdict:
    """Who takes a candidate out of an event says why."""
    return refuse_if(not f.reason_given, "change.no_reason")


@rule("PER-04", source="PBNSP 301")
def plan_differs(f: ReplanFacts) -> Verdict:
    """A change changes something."""
    return refuse_if(not f.differs, "change.nothing")


@rule("PER-04", source="PBNSP 301")
def candidates_change_hands(f: ReplacementFacts) -> Verdict:
    """An assessor hands over candidates they have, to somebody else."""
    return all_of(
        [
            refuse_if(not f.differs, "change.nothing"),
            refuse_if(f.differs and f.handed_over == 0, "change.not_theirs"),
        ]
    )


@rule("PER-04", source="PBNSP 301; FR.AK.06")
def lead_assesses_here(f: LeadFacts) -> Verdict:
    """The lead asesor is one of the event's assessors."""
    return refuse_if(not f.assesses_here, "lead.not_here")


@rule("HR-28", source="SE BNSP 007/2023; ASM-11")
def recording_is_agreed(f: StartFacts) -> Verdict:
    """A remote assessment starts only with the candidate's consent to recording."""
    return refuse_if(f.remote and not f.recording_agreed, "recording.not_agreed")


@rule("HR-31", source="PBNSP 201 9.1.3")
def application_is_accepted(f: CandidateFacts) -> Verdict:
    """Only an accepted application makes a candidate."""
    return refuse_if(not f.application_accepted, "candidate.not_accepted")


@rule("HR-33", source="PBNSP 201 9.2.5")
def special_needs_are_decided(f: CandidateFacts) -> Verdict:
    """A request for a special need is decided before the candidate is scheduled."""
    return refuse_if(f.needs_undecided > 0, "candidate.needs_undecided", count=f.needs_undecided)


@rule("PER-04", source="PBNSP 301")
def candidate_fits_event(f: CandidateFacts) -> Verdict:
    """A candidate stands in one event, of the scheme applied for, that is not over."""
    return all_of(
        [
            refuse_if(not f.same_scheme, "candidate.other_scheme"),
            refuse_if(f.in_an_event, "candidate.in_an_event"),
            refuse_if(f.day < f.today, "event.day_past", day=f.day.isoformat()),
        ]
    )


@rule("HR-15", source="ISO/IEC 17024 4.3; JAMSTAC")
def assessor_is_another_person(f: CandidateFacts) -> Verdict:
    """Nobody assesses themselves."""
    return refuse_if(f.assessor_is_candidate, "candidate.own_assessor")


@rule("PER-04", source="PBNSP 301")
def candidate_is_in_event(f: _InEvent) -> Verdict:
    """Only who stands in the event is taken out of it."""
    return refuse_if(not f.in_this_event, "candidate.not_in_event")


@rule("HR-31", source="PBNSP 201 9.1.3")
def candidates_are_accepted(f: LetterFacts) -> Verdict:
    """A surat tugas names at least one candidate, and only accepted ones."""
    return all_of(
        [
            refuse_if(f.candidates == 0, "letter.no_candidates"),
            refuse_if(not f.candidates_accepted, "candidate.not_accepted"),
        ]
    )


@rule("PER-04", source="PBNSP 201 6.2.2")
def letter_precedes_event(f: LetterFacts) -> Verdict:
    """A surat tugas is signed before the event is over."""
    return refuse_if(f.day < f.today, "event.day_past", day=f.day.isoformat())


@rule("HR-50", source="ASM-05; REC-03")
def event_can_be_cancelled(f: CancelFacts) -> Verdict:
    """What was assessed stays: an event with an opened assessment is not cancelled, nor one twice."""
    return all_of(
        [
            refuse_if(EventState.CANCELLED not in TRANSITIONS[f.state], "event.cancelled"),
            refuse_if(f.begun > 0, "event.begun", count=f.begun),
        ]
    )


@rule("REC-01", source="PBNSP 201 7.1")
def cancelling_has_a_reason(f: CancelFacts) -> Verdict:
    """Who cancels says why."""
    return refuse_if(not f.reason_given, "event.no_reason")


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def letter_covers_assessor(f: Assignment) -> Verdict:
    """A signed surat tugas names this event, scheme, candidate and assessor."""
    return all_of(
        [
            refuse_if(not f.letter_signed, "assignment.no_letter"),
            refuse_if(f.event_cancelled, "event.cancelled"),
            refuse_if(f.letter_signed and not f.covers_scheme, "assignment.other_scheme"),
            refuse_if(f.letter_signed and not f.covers_candidate, "assignment.other_candidate"),
            refuse_if(not f.is_assigned, "assignment.other_assessor"),
        ]
    )


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def letter_covers_today(f: Assignment) -> Verdict:
    """An assessment starts on the day the surat tugas names."""
    return refuse_if(f.event_day != f.today, "assignment.other_day", day=f.event_day.isoformat())


PLAN_RULES = (
    event_has_possible_times,
    licence_covers_scheme,
    scheme_is_in_force,
    tool_set_is_released,
    venue_is_verified,
    remote_is_approved,
    venue_is_free,
    venue_has_room,
    persons_are_free,
    load_is_bearable,
)
may_plan: Policy[PlanFacts] = Policy("may_plan", *PLAN_RULES)
may_replan: Policy[ReplanFacts] = Policy(
    "may_replan", event_stands, changed_cases_are_unopened, change_has_a_reason, plan_differs, *PLAN_RULES
)
may_add_candidate: Policy[CandidateFacts] = Policy(
    "may_add_candidate",
    event_stands,
    change_has_a_reason,
    application_is_accepted,
    special_needs_are_decided,
    candidate_fits_event,
    venue_has_room,
    persons_are_free,
    load_is_bearable,
    assessor_is_another_person,
    assessor_certificate_is_valid,
    assessor_is_authorised,
    assessor_is_active,
    trainer_is_not_assessor,
    assessor_is_not_close,
    conflicts_are_settled,
)
may_remove_candidate: Policy[RemovalFacts] = Policy("may_remove_candidate", list_is_unsigned, candidate_is_in_event)
may_withdraw: Policy[WithdrawalFacts] = Policy(
    "may_withdraw", event_stands, candidate_is_in_event, changed_cases_are_unopened, withdrawal_has_a_reason
)
may_replace: Policy[ReplacementFacts] = Policy(
    "may_replace", event_stands, candidates_change_hands, changed_cases_are_unopened, change_has_a_reason
)
may_take_over: Policy[CandidateFacts] = Policy(
    "may_take_over",
    assessor_is_another_person,
    assessor_certificate_is_valid,
    assessor_is_authorised,
    assessor_is_active,
    trainer_is_not_assessor,
    assessor_is_not_close,
    conflicts_are_settled,
    persons_are_free,
    load_is_bearable,
)
may_search: Policy[_HasState] = Policy("may_search", event_stands)
may_name_lead: Policy[LeadFacts] = Policy("may_name_lead", letter_is_due, lead_assesses_here)
may_cancel: Policy[CancelFacts] = Policy("may_cancel", event_can_be_cancelled, cancelling_has_a_reason)
may_sign_letter: Policy[LetterFacts] = Policy(
    "may_sign_letter",
    letter_is_due,
    letter_precedes_event,
    candidates_are_accepted,
    licence_covers_scheme,
    scheme_is_in_force,
    tool_set_is_released,
    venue_fits_event,
    remote_is_approved,
    venue_is_free,
    venue_has_room,
    persons_are_free,
    load_is_bearable,
    assessor_certificate_is_valid,
    assessor_is_authorised,
    assessor_is_active,
    pacts_are_signed,
    trainer_is_not_assessor,
    assessor_is_not_close,
    conflicts_are_settled,
)
