from __future__ import annotations

from typing import Protocol

from jamstac.assessors.rules import assessor_certificate_is_valid, assessor_is_authorised
from jamstac.events.facts import (
    Assignment,
    CancelFacts,
    CandidateFacts,
    LetterFacts,
    PlanFacts,
    RemovalFacts,
)
from jamstac.events.states import TRANSITIONS, EventState
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule
from jamstac.licensing.rules import licence_covers_scheme
from jamstac.schemes.rules import scheme_is_in_force
from jamstac.venues.rules import venue_is_verified


class _HasState(Protocol):
    @property
    def state(self) -> str: ...


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
    """Candidates and assessors of an event stay as the surat tugas names them."""
    return all_of(
        [
            refuse_if(f.state == EventState.ASSIGNED, "event.letter_signed"),
            refuse_if(f.state == EventState.CANCELLED, "event.cancelled"),
        ]
    )


@rule("HR-31", source="PBNSP 201 9.1.3")
def application_is_accepted(f: CandidateFacts) -> Verdict:
    """Only an accepted application makes a candidate."""
    return refuse_if(not f.application_accepted, "candidate.not_accepted")


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
def candidate_is_in_event(f: RemovalFacts) -> Verdict:
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


may_plan: Policy[PlanFacts] = Policy(
    "may_plan", event_has_possible_times, licence_covers_scheme, scheme_is_in_force, venue_is_verified
)
may_add_candidate: Policy[CandidateFacts] = Policy(
    "may_add_candidate",
    list_is_unsigned,
    application_is_accepted,
    candidate_fits_event,
    assessor_is_another_person,
    assessor_certificate_is_valid,
    assessor_is_authorised,
)
may_remove_candidate: Policy[RemovalFacts] = Policy("may_remove_candidate", list_is_unsigned, candidate_is_in_event)
may_cancel: Policy[CancelFacts] = Policy("may_cancel", event_can_be_cancelled, cancelling_has_a_reason)
may_sign_letter: Policy[LetterFacts] = Policy(
    "may_sign_letter",
    list_is_unsigned,
    letter_precedes_event,
    candidates_are_accepted,
    licence_covers_scheme,
    scheme_is_in_force,
    venue_is_verified,
    assessor_certificate_is_valid,
    assessor_is_authorised,
)
