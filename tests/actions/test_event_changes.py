"""The plan changes: after the surat tugas with a reason, told to those concerned, and a new letter is signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.assessment.actions import open_assessment
from jamstac.assessors.actions import end_authorisation
from jamstac.assessors.models import Authorisation
from jamstac.documents.models import Sheet
from jamstac.documents.sheets import content_of
from jamstac.documents.states import SheetCode
from jamstac.events.actions import (
    add_candidate,
    cancel_event,
    check_in,
    move_venue,
    name_lead,
    plan_event,
    postpone_event,
    replace_assessor,
    sign_assignment_letter,
    withdraw_candidate,
)
from jamstac.events.models import AssignmentLetter, Departure, Event, EventCandidate, EventChange
from jamstac.events.selectors import assignment_facts, letter_of, letters_of
from jamstac.events.states import ChangeKind, DepartureKind, EventState
from jamstac.ledger.door import open_guard
from jamstac.messaging.models import Message
from jamstac.people.actions import register_person
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.actions import enter_venue, verify_venue
from jamstac.venues.models import Venue
from jamstac.venues.states import VenueKind
from tests.refusing import last_entry, refuses
from tests.world.applications import all_met
from tests.world.assessments import add, declared, planned
from tests.world.base import AGREED, World, ago, ahead, today

SICK = "Asesor sakit sejak semalam"


def event(world: World, name: str = "event.planned") -> Event:
    return world.get(Event, name)


def lettered(world: World) -> Event:
    """`event.planned` with its surat tugas."""
    sign_assignment_letter(world.actor("surya"), event(world), statement=AGREED)
    return event(world)


def accepted(world: World, key: str = "ayu") -> Application:
    application = world.get(Application, f"application.{key}")
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def told(world: World, *keys: str) -> set[str]:
    """The notices these people got."""
    people = [world.ids[f"person.{key}"] for key in keys]
    return set(Message.objects.filter(to_person_id__in=people).values_list("notice", flat=True))


def sign_again(world: World) -> AssignmentLetter:
    return sign_assignment_letter(world.actor("surya"), event(world), statement=AGREED)


def replace(world: World, subject: Event, **changes: Any) -> Event:
    given: dict[str, Any] = {"before": world.person("budi"), "after": world.person("rina"), "reason": SICK}
    return replace_assessor(world.actor("maya"), subject, **(given | changes))


def postpone(world: World, subject: Event, **changes: Any) -> Event:
    given: dict[str, Any] = {
        "date": ahead(9),
        "start_time": time(9),
        "end_time": time(15),
        "reason": "TUK dipakai ujian",
    }
    return postpone_event(world.actor("maya"), subject, **(given | changes))


def other_venue(
    world: World, kind: str = VenueKind.INDEPENDENT, capacity: int | None = 5, code: str = "TUK-9"
) -> Venue:
    venue = enter_venue(
        world.actor("dewi"),
        world.body,
        code=code,
        name="Bengkel Contoh",
        kind=kind,
        address="Jalan Contoh 9",
        capacity=capacity,
    )
    if kind == VenueKind.INDEPENDENT:
        scheme = world.get(SchemeVersion, "version").scheme
        verify_venue(world.actor("lila"), venue, scheme=scheme, verified_on=ago(1), valid_until=ahead(90), fit=True)
    return venue


def move(world: World, subject: Event, venue: Venue, reason: str = "Listrik padam") -> Event:
    return move_venue(world.actor("maya"), subject, venue=venue, reason=reason)


def withdraw(world: World, subject: Event, key: str = "dimas", **changes: Any) -> Event:
    given: dict[str, Any] = {"application": world.get(Application, f"application.{key}"), "reason": "Pindah kota"}
    return withdraw_candidate(world.actor("maya"), subject, **(given | changes))


def sheets(world: World, name: str = "event.planned") -> Iterable[Sheet]:
    rows = Sheet.objects.filter(subject_id=world.ids[name], code=SheetCode.ASSIGNMENT_LETTER)
    return rows.order_by("version")


# ---------------------------------------------------------------- the letter that no longer holds


def test_a_new_letter_has_its_own_number_and_names_the_one_it_replaces(world: World) -> None:
    first = letter_of(lettered(world).pk)
    assert first is not None
    changed = replace(world, event(world))
    assert changed.state == EventState.CHANGED
    assert letter_of(changed.pk) is None
    second = sign_again(world)
    assert (second.version, second.replaces) == (2, first)
    assert second.number != first.number
    assert event(world).state == EventState.ASSIGNED
    basis = content_of(second.sheet)["basis"]
    assert f"menggantikan Surat Tugas Nomor {first.number}" in basis[-1]
    old, new = sheets(world)
    assert (old.pk, new.version, new.correction_reason) == (first.sheet_id, 2, SICK)
    assert content_of(old)["assignees"][0]["name"] == "Budi Rekaan"
    assert [row.superseded_reason for row in letters_of(changed.pk)] == ["", SICK]


def test_no_assessment_starts_under_a_letter_that_no_longer_holds(world: World) -> None:
    today_event = event(world, "event")
    check_in(world.actor("budi"), world.get(EventCandidate, "candidate.made"))
    application = world.get(Application, "application.made")
    replace(world, today_event, application=application)
    declared(today_event)
    candidate = world.get(EventCandidate, "candidate.made")
    with refuses(world, "assessment.opened", "assignment.no_letter") as refused:
        open_assessment(world.actor("rina"), candidate)
    assert refused.value.rules == ["HR-21"]
    sign_assignment_letter(world.actor("surya"), today_event, statement=AGREED)
    assert open_assessment(world.actor("rina"), candidate).assessor == world.person("rina")


def test_an_opened_case_goes_on_under_the_letter_it_was_opened_with(world: World) -> None:
    from_before = world.get(EventCandidate, "candidate.intan")
    replace(world, event(world, "event"), application=world.get(Application, "application.made"))

    def facts(row: EventCandidate) -> bool:
        return assignment_facts(
            row.event,
            row.application,
            assessor_id=row.assessor_id,
            person_id=row.assessor_id,
            today=today(),
        ).letter_signed

    assert facts(from_before)
    assert not facts(world.get(EventCandidate, "candidate.made"))


def test_a_signed_letter_is_not_signed_again_without_a_change(world: World) -> None:
    lettered(world)
    with refuses(world, "event.letter_signed", "letter.signed") as refused:
        sign_again(world)
    assert refused.value.rules == ["HR-50"]
    assert AssignmentLetter.objects.filter(event=event(world)).count() == 1


# ---------------------------------------------------------------- the assessor


def test_the_sick_assessor_hands_over_all_candidates_and_everybody_is_told(world: World) -> None:
    accepted(world)
    add(world, event(world), "ayu")
    name_lead(world.actor("maya"), event(world), person=world.person("budi"))
    replace(world, lettered(world))
    rows = EventCandidate.objects.filter(event=event(world))
    assert {row.assessor for row in rows} == {world.person("rina")}
    assert event(world).lead == world.person("rina")
    change = EventChange.objects.get(event=event(world))
    assert (change.kind, change.reason, change.by) == (ChangeKind.ASSESSOR, SICK, world.person("maya"))
    assert (change.assessor_before, change.assessor_after) == (world.person("budi"), world.person("rina"))
    assert "event.handed_over" in told(world, "budi")
    assert "event.taken_over" in told(world, "rina")
    assert "event.assessor_replaced" in told(world, "dimas")


def test_before_the_letter_an_assessor_is_replaced_silently(world: World) -> None:
    replace(world, event(world), reason="")
    assert event(world).state == EventState.PLANNED
    assert not EventChange.objects.exists()
    assert told(world, "dimas") & {"event.assessor_replaced"} == set()


def test_one_candidate_changes_hands_and_the_others_stay(world: World) -> None:
    case = accepted(world)
    add(world, event(world), "ayu")
    replace(world, event(world), application=case)
    assert EventCandidate.objects.get(application=case).assessor == world.person("rina")
    assert world.get(EventCandidate, "candidate.dimas").assessor == world.person("budi")


def test_an_opened_case_keeps_its_assessor(world: World) -> None:
    sari = world.get(Application, "application.sari")
    with refuses(world, "event.assessor_replaced", "change.begun") as refused:
        replace(world, event(world, "event"), application=sari)
    assert refused.value.rules == ["HR-50"]
    replace(world, event(world, "event"))
    assert world.get(EventCandidate, "candidate.sari").assessor == world.person("budi")
    assert world.get(EventCandidate, "candidate.made").assessor == world.person("rina")


def test_a_replacement_after_the_letter_says_why(world: World) -> None:
    lettered(world)
    with refuses(world, "event.assessor_replaced", "change.no_reason") as refused:
        replace(world, event(world), reason="  ")
    assert refused.value.rules == ["REC-01"]
    assert event(world).state == EventState.ASSIGNED


def test_nobody_is_replaced_by_themselves_or_without_candidates(world: World) -> None:
    with refuses(world, "event.assessor_replaced", "change.nothing"):
        replace(world, event(world), after=world.person("budi"))
    with refuses(world, "event.assessor_replaced", "change.not_theirs"):
        replace(world, event(world), before=world.person("rina"), after=world.person("budi"))


def test_who_takes_over_is_asked_everything_again(world: World) -> None:
    end_authorisation(world.actor("maya"), world.get(Authorisation, "authorisation.rina"), last_day=ahead(3))
    with refuses(world, "event.assessor_replaced", "assessor.not_authorised") as refused:
        replace(world, event(world))
    assert refused.value.rules == ["HR-20"]
    assert world.get(EventCandidate, "candidate.dimas").assessor == world.person("budi")


# ---------------------------------------------------------------- time and place


def test_a_postponed_event_tells_everybody_and_needs_a_new_letter(world: World) -> None:
    postpone(world, lettered(world))
    moved = event(world)
    assert (moved.date, moved.start_time, moved.state) == (ahead(9), time(9), EventState.CHANGED)
    change = EventChange.objects.get(event=moved)
    assert change.before == f"{ahead(7).isoformat()} 08.00–16.00"
    assert change.after == f"{ahead(9).isoformat()} 09.00–15.00"
    assert "event.postponed" in told(world, "budi")
    assert "event.postponed" in told(world, "dimas")
    assert last_entry(world).event == "event.letter_superseded"


def test_an_event_is_not_postponed_into_the_past_nor_to_where_it_is(world: World) -> None:
    with refuses(world, "event.postponed", "event.day_past"):
        postpone(world, event(world), date=ago(1))
    with refuses(world, "event.postponed", "change.nothing") as refused:
        postpone(world, event(world), date=ahead(7), start_time=time(8), end_time=time(16))
    assert refused.value.rules == ["PER-04"]
    with refuses(world, "event.postponed", "change.begun"):
        postpone(world, event(world, "event"))
    assert event(world).date == ahead(7)


def test_an_event_moves_to_another_venue(world: World) -> None:
    lettered(world)
    venue = other_venue(world)
    move(world, event(world), venue)
    assert event(world).venue == venue
    change = EventChange.objects.get(event=event(world))
    assert (change.kind, change.before, change.after) == (ChangeKind.VENUE, "TUK-01", "TUK-9")
    assert "event.venue_moved" in told(world, "dimas")
    assert content_of(sign_again(world).sheet)["task"]["place"].startswith("Bengkel Contoh")


def test_an_event_does_not_move_to_an_unverified_venue(world: World) -> None:
    venue = enter_venue(
        world.actor("dewi"),
        world.body,
        code="TUK-8",
        name="Belum Diperiksa",
        kind=VenueKind.INDEPENDENT,
        address="Jalan Contoh 8",
    )
    with refuses(world, "event.venue_moved", "venue.not_verified") as refused:
        move(world, event(world), venue)
    assert refused.value.rules == ["TUK-01"]
    with refuses(world, "event.venue_moved", "change.begun"):
        move(world, event(world, "event"), other_venue(world))


# ---------------------------------------------------------------- candidates


def test_a_candidate_comes_late_with_a_reason(world: World) -> None:
    case = accepted(world)
    lettered(world)
    add_candidate(
        world.actor("maya"), event(world), application=case, assessor=world.person("budi"), reason="Kursi kosong"
    )
    assert event(world).state == EventState.CHANGED
    assert EventChange.objects.get(event=event(world)).kind == ChangeKind.ADDED
    assert content_of(sign_again(world).sheet)["task"]["count"] == 2


def test_a_withdrawn_candidate_is_history_and_enters_another_event(world: World) -> None:
    withdraw(world, lettered(world))
    departure = Departure.objects.get(event=event(world))
    assert (departure.kind, departure.reason) == (DepartureKind.WITHDRAWN, "Pindah kota")
    assert departure.assessor == world.person("budi")
    assert event(world).state == EventState.CHANGED
    assert "event.left" in told(world, "dimas")
    again = add(world, planned(world, days=9), "dimas")
    assert again.application_id == departure.application_id


def test_a_candidate_leaves_with_a_reason_before_the_case_is_opened(world: World) -> None:
    with refuses(world, "event.candidate_withdrawn", "change.no_reason") as refused:
        withdraw(world, event(world), reason=" ")
    assert refused.value.rules == ["REC-01"]
    with refuses(world, "event.candidate_withdrawn", "change.begun") as refused:
        withdraw(world, event(world, "event"), "sari")
    assert refused.value.rules == ["HR-50"]
    with refuses(world, "event.candidate_withdrawn", "candidate.not_in_event"):
        withdraw(world, event(world), "sari")
    with refuses(world, "event.candidate_withdrawn", "withdrawal.is_absence"):
        withdraw(world, event(world), kind=DepartureKind.ABSENT)
    assert not Departure.objects.exists()


def test_who_leads_and_leaves_leads_no_more(world: World) -> None:
    name_lead(world.actor("maya"), event(world), person=world.person("budi"))
    withdraw(world, event(world))
    assert event(world).lead is None


def test_a_cancelled_event_tells_everybody_and_its_letter_holds_no_more(world: World) -> None:
    cancel_event(world.actor("maya"), lettered(world), reason="Banjir")
    assert event(world).state == EventState.CANCELLED
    assert letter_of(event(world).pk) is None
    assert Departure.objects.get(event=event(world)).kind == DepartureKind.MOVED
    assert "event.cancelled" in told(world, "dimas")
    with refuses(world, "event.postponed", "event.cancelled"):
        postpone(world, event(world))


# ---------------------------------------------------------------- lead asesor


def test_the_lead_is_one_of_the_assessors_and_stands_in_the_letter(world: World) -> None:
    with refuses(world, "event.lead_named", "lead.not_here") as refused:
        name_lead(world.actor("maya"), event(world), person=world.person("rina"))
    assert refused.value.rules == ["PER-04"]
    name_lead(world.actor("maya"), event(world), person=world.person("budi"))
    assert content_of(sign_again(world).sheet)["assignees"][0]["duty"] == "Lead Asesor"
    with refuses(world, "event.lead_named", "letter.signed"):
        name_lead(world.actor("maya"), event(world), person=world.person("budi"))


# ---------------------------------------------------------------- HR-29


def plan(world: World, **changes: Any) -> Event:
    given: dict[str, Any] = {
        "scheme_version": world.get(SchemeVersion, "version"),
        "venue": world.get(Venue, "venue"),
        "date": ahead(7),
        "start_time": time(13),
        "end_time": time(17),
    }
    return plan_event(world.actor("maya"), world.body, **(given | changes))


def test_a_venue_takes_one_event_at_a_time(world: World) -> None:
    with refuses(world, "event.planned", "booking.venue_taken") as refused:
        plan(world)
    assert refused.value.rules == ["HR-29"]
    assert plan(world, start_time=time(16)).start_time == time(16)
    with refuses(world, "event.postponed", "booking.venue_taken", "booking.assessor_taken"):
        postpone(world, event(world), date=today(), start_time=time(15), end_time=time(18))


def test_a_cancelled_event_leaves_its_venue_free(world: World) -> None:
    cancel_event(world.actor("maya"), event(world), reason="Banjir")
    assert plan(world).venue_id == world.ids["venue"]


def test_nobody_assesses_at_two_places_at_one_time(world: World) -> None:
    case = accepted(world)
    beside = plan(world, venue=other_venue(world))
    with refuses(world, "event.candidate_added", "booking.assessor_taken") as refused:
        add_candidate(world.actor("maya"), beside, application=case, assessor=world.person("budi"))
    assert refused.value.rules == ["HR-29"]
    assert add_candidate(world.actor("maya"), beside, application=case, assessor=world.person("rina"))
    with refuses(world, "event.assessor_replaced", "booking.assessor_taken"):
        replace(world, event(world))


def test_what_another_lsp_booked_is_only_not_available(world: World) -> None:
    """Rina is the same account at both; the other LSP has her on that day. Nothing of it is told."""
    account = world.account("rina")
    director = world.actor("tono")
    there = register_person(director, director.body, account=account, name="Rina Ibarat")
    _book_elsewhere(world, there)
    case = accepted(world)
    with refuses(world, "event.candidate_added", "booking.unavailable") as refused:
        add_candidate(world.actor("maya"), event(world), application=case, assessor=world.person("rina"))
    assert refused.value.rules == ["HR-29"]
    assert refused.value.refusals[0].facts == {}


def _book_elsewhere(world: World, person: Person) -> None:
    """A row of the other LSP's calendar, put there by hand: this world gives it no licence and no scheme."""
    with open_guard("test"):
        here = event(world)
        elsewhere = Event.objects.create(
            body_id=person.body_id,
            number="J-LUAR-1",
            scheme_version=here.scheme_version,
            venue=here.venue,
            date=here.date,
            start_time=time(15),
            end_time=time(18),
            state_since=here.state_since,
        )
        EventCandidate.objects.create(
            body_id=person.body_id,
            event=elsewhere,
            application=world.get(Application, "application.joko"),
            assessor=person,
        )


def test_a_venue_has_no_more_candidates_than_places(world: World) -> None:
    beside = plan(world, venue=other_venue(world, capacity=1), date=ahead(8))
    accepted(world)
    add(world, beside, "ayu")
    withdraw(world, event(world))
    with refuses(world, "event.candidate_added", "booking.venue_full") as refused:
        add(world, beside, "dimas")
    assert refused.value.rules == ["HR-29"]
    assert EventCandidate.objects.filter(event=beside).count() == 1
