from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.assessors.actions import authorise_assessor, end_authorisation
from jamstac.assessors.models import Authorisation
from jamstac.documents.models import Signature
from jamstac.documents.sheets import content_of
from jamstac.events.actions import (
    add_candidate,
    cancel_event,
    plan_event,
    remove_candidate,
    sign_assignment_letter,
)
from jamstac.events.bookings import load_on
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.events.selectors import waiting_applications
from jamstac.events.states import EventState
from jamstac.ledger.door import Refused, facts_of
from jamstac.ledger.models import Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.people.actions import appoint
from jamstac.people.states import Function
from jamstac.schemes.actions import retire_scheme
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.venues.actions import verify_venue
from jamstac.venues.models import Venue
from tests.refusing import last_entry, refuses
from tests.world.applications import all_met
from tests.world.assessments import add, planned
from tests.world.base import AGREED, World, ago, ahead, today


def plan(world: World, by: str = "maya", **changes: Any) -> Event:
    given: dict[str, Any] = {
        "scheme_version": world.get(SchemeVersion, "version"),
        "venue": world.get(Venue, "venue"),
        "date": ahead(6),
        "start_time": time(8),
        "end_time": time(16),
    }
    return plan_event(world.actor(by), world.body, **(given | changes))


def accepted(world: World, key: str = "ayu") -> Application:
    """One more candidate without an event."""
    application = world.get(Application, f"application.{key}")
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def later(world: World) -> Event:
    return world.get(Event, "event.planned")


def function(world: World, key: str, function: Function) -> None:
    appoint(
        world.actor("surya"),
        world.person(key),
        function=function,
        decree_number="9/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


def end_scope(world: World, last_day: date) -> None:
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=last_day)


def close_venue(world: World) -> None:
    verify_venue(
        world.actor("lila"),
        world.get(Venue, "venue"),
        scheme=world.get(Scheme, "scheme"),
        verified_on=today(),
        valid_until=ahead(30),
        fit=False,
        findings="Jaringan listrik tidak aman",
    )


# ---------------------------------------------------------------- planning


def test_an_event_gets_its_number_and_waits_for_candidates(world: World) -> None:
    event = plan(world)
    assert event.number == f"J-{today().year}-003"
    assert event.state == EventState.PLANNED
    assert last_entry(world).event == "event.planned"
    assert facts_of(last_entry(world))["day"] == ahead(6).isoformat()


def test_an_event_is_planned_even_for_today(world: World) -> None:
    assert plan(world, date=today(), start_time=time(17), end_time=time(20)).date == today()


def test_nobody_plans_into_the_past(world: World) -> None:
    with refuses(world, "event.planned", "event.day_past") as refused:
        plan(world, date=ago(1))
    assert refused.value.rules == ["PER-04"]
    assert Event.objects.count() == 2


def test_an_event_ends_after_it_starts(world: World) -> None:
    with refuses(world, "event.planned", "event.ends_before_start"):
        plan(world, end_time=time(8))


def test_an_event_needs_the_scheme_in_the_licence_on_its_day(world: World) -> None:
    end_scope(world, ahead(3))
    assert plan(world, date=ahead(3)).date == ahead(3)
    with refuses(world, "event.planned", "licence.scheme_not_in_annex") as refused:
        plan(world, date=ahead(4))
    assert refused.value.rules == ["HR-16"]


def test_an_event_needs_the_scheme_in_force_on_its_day(world: World) -> None:
    retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=ahead(3))
    with refuses(world, "event.planned", "scheme.not_in_force") as refused:
        plan(world)
    assert refused.value.rules == ["HR-17"]


def test_an_event_needs_a_verified_venue(world: World) -> None:
    close_venue(world)
    with refuses(world, "event.planned", "venue.not_verified") as refused:
        plan(world)
    assert refused.value.rules == ["TUK-01"]


def test_an_admin_plans_no_event(world: World) -> None:
    with refuses(world, "event.planned", "door.no_role"):
        plan(world, by="dewi")


def test_another_lsp_has_nothing_to_plan_here(world: World) -> None:
    with pytest.raises(OutOfScope):
        plan_event(
            world.actor("tono"),
            world.body,
            scheme_version=world.get(SchemeVersion, "version"),
            venue=world.get(Venue, "venue"),
            date=ahead(7),
            start_time=time(8),
            end_time=time(16),
        )


# ---------------------------------------------------------------- candidates


def test_an_accepted_application_becomes_a_candidate_with_an_assessor(world: World) -> None:
    row = add_candidate(world.actor("maya"), later(world), application=accepted(world), assessor=world.person("rina"))
    assert row.assessor == world.person("rina")
    assert Entry.objects.get(subject_id=row.pk, event="event.candidate_added").case_id == row.application_id
    assert load_on(world.body.pk, ahead(7)) == {world.ids["person.budi"]: 1, world.ids["person.rina"]: 1}


def test_only_an_accepted_application_makes_a_candidate(world: World) -> None:
    with refuses(world, "event.candidate_added", "candidate.not_accepted") as refused:
        add(world, later(world), "joko")
    assert refused.value.rules == ["HR-31"]
    assert EventCandidate.objects.filter(event=later(world)).count() == 1


def test_a_case_stands_in_one_event(world: World) -> None:
    with refuses(world, "event.candidate_added", "candidate.in_an_event") as refused:
        add(world, plan(world), "dimas")
    assert refused.value.rules == ["PER-04"]


def test_the_list_stays_as_the_letter_names_it(world: World) -> None:
    accepted(world)
    with refuses(world, "event.candidate_added", "change.no_reason") as refused:
        add(world, world.get(Event, "event"), "ayu")
    assert refused.value.rules == ["REC-01"]
    with refuses(world, "event.candidate_removed", "event.letter_signed") as refused:
        remove_candidate(
            world.actor("maya"),
            world.get(Event, "event"),
            application=world.get(Application, "application.made"),
        )
    assert refused.value.rules == ["HR-50"]


def test_nobody_is_their_own_assessor(world: World) -> None:
    accepted(world)
    with pytest.raises(Refused) as refused:
        add(world, later(world), "ayu", assessor="ayu")
    assert "HR-15" in refused.value.rules


def test_an_assessor_needs_a_certificate_on_the_day(world: World) -> None:
    accepted(world)
    function(world, "hendra", Function.ASSESSOR)
    authorise_assessor(
        world.actor("maya"),
        world.person("hendra"),
        scheme=world.get(Scheme, "scheme"),
        basis="Sertifikat kompetensi 02/CTH",
        valid_from=today(),
    )
    with refuses(world, "event.candidate_added", "assessor.certificate_not_valid", "assessor.no_status") as refused:
        add(world, later(world), "ayu", assessor="hendra")
    assert refused.value.rules == ["HR-19", "HR-22"]


def test_an_assessor_needs_the_authority_on_the_day(world: World) -> None:
    accepted(world)
    end_authorisation(world.actor("maya"), world.get(Authorisation, "authorisation.rina"), last_day=ahead(3))
    with refuses(world, "event.candidate_added", "assessor.not_authorised") as refused:
        add(world, later(world), "ayu", assessor="rina")
    assert refused.value.rules == ["HR-20"]


def test_a_candidate_is_taken_out_and_waits_again(world: World) -> None:
    event, case = later(world), world.get(Application, "application.dimas")
    assert case not in waiting_applications(event)
    remove_candidate(world.actor("maya"), event, application=case)
    assert case in waiting_applications(event)
    assert Entry.objects.filter(event="event.candidate_removed", case_id=case.pk).count() == 1


def test_who_is_not_in_the_event_cannot_be_taken_out(world: World) -> None:
    with refuses(world, "event.candidate_removed", "candidate.not_in_event") as refused:
        remove_candidate(world.actor("maya"), later(world), application=world.get(Application, "application.sari"))
    assert refused.value.rules == ["PER-04"]


def test_a_candidate_changes_nothing_of_the_own_event(world: World) -> None:
    function(world, "dimas", Function.CERTIFICATION_MANAGER)
    with refuses(world, "event.candidate_removed", "door.about_oneself") as refused:
        remove_candidate(world.actor("dimas"), later(world), application=world.get(Application, "application.dimas"))
    assert refused.value.rules == ["HR-15"]


def test_an_application_of_another_lsp_is_not_there(world: World) -> None:
    stranger = world.get(Application, "application.sari")
    stranger.pk = world.ids["person.tono"]
    with pytest.raises(OutOfScope):
        add_candidate(world.actor("maya"), later(world), application=stranger, assessor=world.person("budi"))


# ---------------------------------------------------------------- surat tugas


def test_the_letter_names_every_assessor_and_candidate(world: World) -> None:
    letter = AssignmentLetter.objects.get(event_id=world.ids["event"])
    content = content_of(letter.sheet)
    assert letter.number == content["number"]
    assert letter.number.startswith("001/ST/LSP-CTH/")
    assert [each["name"] for each in content["assignees"]] == ["Budi Rekaan"]
    assert content["assignees"][0]["number"] == "MET.000.000101 2025"
    assert [each["name"] for each in content["candidates"]] == [
        world.person(key).name for key in ("sari", "galih", "intan", "made")
    ]
    assert {each["asesor"] for each in content["candidates"]} == {1}
    assert content["task"]["count"] == 4
    signature = Signature.objects.get(sheet=letter.sheet)
    assert (signature.person_id, signature.role) == (world.ids["person.surya"], "director")


def test_two_assessors_stand_in_the_letter_in_order(world: World) -> None:
    accepted(world)
    add(world, later(world), "ayu", assessor="rina")
    letter = sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    content = content_of(letter.sheet)
    assert [each["name"] for each in content["assignees"]] == ["Budi Rekaan", "Rina Ibarat"]
    assert [each["asesor"] for each in content["candidates"]] == [1, 2]
    assert later(world).state == EventState.ASSIGNED
    assert last_entry(world).event == "event.letter_signed"


def test_only_the_director_signs_the_letter(world: World) -> None:
    with refuses(world, "event.letter_signed", "door.no_role"):
        sign_assignment_letter(world.actor("maya"), later(world), statement=AGREED)


def test_the_director_signs_with_the_password(world: World) -> None:
    statement = type(AGREED)(AGREED.sentence, agreed=True, reauthenticated=False)
    with refuses(world, "event.letter_signed", "signature.no_reauthentication"):
        sign_assignment_letter(world.actor("surya"), later(world), statement=statement)
    assert not AssignmentLetter.objects.filter(event=later(world)).exists()


def test_a_letter_is_signed_once(world: World) -> None:
    with refuses(world, "event.letter_signed", "letter.signed") as refused:
        sign_assignment_letter(world.actor("surya"), world.get(Event, "event"), statement=AGREED)
    assert refused.value.rules == ["HR-50"]


def test_a_letter_without_candidates_is_not_signed(world: World) -> None:
    with refuses(world, "event.letter_signed", "letter.no_candidates") as refused:
        sign_assignment_letter(world.actor("surya"), planned(world, days=3), statement=AGREED)
    assert refused.value.rules == ["HR-31"]


def test_a_letter_comes_before_the_event(world: World) -> None:
    with (
        time_machine.travel(timezone.now() + timedelta(days=8), tick=False),
        refuses(world, "event.letter_signed", "event.day_past") as refused,
    ):
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == ["PER-04"]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("HR-16", "licence.scheme_not_in_annex"),
        ("HR-17", "scheme.not_in_force"),
        ("HR-24", "venue.not_verified"),
        ("HR-20", "assessor.not_authorised"),
    ],
)
def test_what_held_when_planning_must_hold_when_signing(world: World, rule: str, code: str) -> None:
    if rule == "HR-16":
        end_scope(world, ahead(3))
    elif rule == "HR-17":
        retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=ahead(3))
    elif rule == "HR-24":
        close_venue(world)
    else:
        end_authorisation(world.actor("maya"), world.get(Authorisation, "authorisation.budi"), last_day=ahead(3))
    with refuses(world, "event.letter_signed", code) as refused:
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == [rule]


# ---------------------------------------------------------------- cancelling


def test_a_cancelled_event_frees_its_candidates(world: World) -> None:
    event = cancel_event(world.actor("maya"), later(world), reason="TUK dipakai acara lain")
    assert (event.state, event.cancel_reason) == (EventState.CANCELLED, "TUK dipakai acara lain")
    assert not EventCandidate.objects.filter(event=event).exists()
    assert add(world, planned(world, days=9), "dimas").application_id == world.ids["application.dimas"]


def test_an_event_is_cancelled_even_after_the_letter(world: World) -> None:
    sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert cancel_event(world.actor("surya"), later(world), reason="Asesor sakit").state == EventState.CANCELLED


def test_an_event_with_an_opened_assessment_is_not_cancelled(world: World) -> None:
    with refuses(world, "event.cancelled", "event.begun") as refused:
        cancel_event(world.actor("maya"), world.get(Event, "event"), reason="Salah tanggal")
    assert refused.value.rules == ["HR-50"]


def test_an_event_is_cancelled_once_and_with_a_reason(world: World) -> None:
    with refuses(world, "event.cancelled", "event.no_reason") as refused:
        cancel_event(world.actor("maya"), later(world), reason="  ")
    assert refused.value.rules == ["REC-01"]
    cancel_event(world.actor("maya"), later(world), reason="Hujan abu")
    with refuses(world, "event.cancelled", "event.cancelled"):
        cancel_event(world.actor("maya"), later(world), reason="Hujan abu")
