"""What surrounds an event: verification of its TUK, remote mode, undangan, consent to recording, calendars, load."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.assessment.actions import open_assessment
from jamstac.documents.facts import Statement
from jamstac.documents.files import keep
from jamstac.documents.models import StoredFile
from jamstac.documents.sheets import content_of
from jamstac.events.actions import (
    agree_to_recording,
    check_in,
    move_venue,
    open_feed,
    plan_event,
    postpone_event,
    revoke_feed,
    sign_assignment_letter,
    sign_invitation,
    sign_verifier_letter,
    verify_venue_for_event,
)
from jamstac.events.models import CalendarFeed, Event, EventCandidate, Invitation, VerifierLetter
from jamstac.events.paper import feed_by_token, feed_token
from jamstac.events.states import EventState, Mode
from jamstac.findings.actions import ask_waiver, confirm_waiver, withdraw_waiver
from jamstac.findings.models import Waiver
from jamstac.findings.selectors import waived
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_remote_approval, record_remote_approval
from jamstac.licensing.models import RemoteApproval
from jamstac.messaging.models import Message
from jamstac.parameters.actions import set_parameter
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.venues.actions import enter_venue, verify_venue
from jamstac.venues.models import Venue, VenueVerification
from jamstac.venues.states import VenueKind
from tests.refusing import last_entry, refuses
from tests.world.applications import all_met, pdf
from tests.world.assessments import READ, add, declared
from tests.world.base import AGREED, World, ago, ahead, today


def accepted(world: World, key: str = "ayu") -> Application:
    application = world.get(Application, f"application.{key}")
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def fresh(world: World, row: Event) -> Event:
    return Event.objects.get(pk=row.pk)


def workplace(world: World, kind: str = VenueKind.WORKPLACE) -> Venue:
    return enter_venue(
        world.actor("dewi"), world.body, code="TK-1", name="Kedai Umpama", kind=kind, address="Jalan Umpama 3"
    )


def plan(world: World, **changes: Any) -> Event:
    given: dict[str, Any] = {
        "scheme_version": world.get(SchemeVersion, "version"),
        "venue": world.get(Venue, "venue"),
        "date": ahead(5),
        "start_time": time(8),
        "end_time": time(16),
    }
    return plan_event(world.actor("maya"), world.body, **(given | changes))


def at_workplace(world: World, day: date | None = None) -> Event:
    """An event at a TUK tempat kerja with one candidate, its TUK not verified for it."""
    event = plan(world, venue=workplace(world), date=day or ahead(5))
    accepted(world)
    add(world, event, "ayu")
    return event


def send(world: World, event: Event, **changes: Any) -> VerifierLetter:
    given: dict[str, Any] = {"verifier": world.person("lila"), "due_on": event.date, "statement": AGREED}
    return sign_verifier_letter(world.actor("surya"), event, **(given | changes))


def verify(world: World, event: Event, **changes: Any) -> VenueVerification:
    given: dict[str, Any] = {"verified_on": today(), "fit": True, "findings": "Enam komputer, semua baik."}
    return verify_venue_for_event(world.actor("lila"), event, **(given | changes))


def sign(world: World, event: Event) -> Any:
    return sign_assignment_letter(world.actor("surya"), event, statement=AGREED)


# ---------------------------------------------------------------- HR-24


@pytest.mark.parametrize("kind", [VenueKind.TEMPORARY, VenueKind.WORKPLACE])
def test_a_venue_of_the_moment_is_verified_for_the_very_event(world: World, kind: str) -> None:
    venue = workplace(world, kind)
    scheme = world.get(Scheme, "scheme")
    verify_venue(world.actor("lila"), venue, scheme=scheme, verified_on=today(), valid_until=ahead(90), fit=True)
    event = plan(world, venue=venue)
    accepted(world)
    add(world, event, "ayu")
    with refuses(world, "event.letter_signed", "venue.not_verified_for_event") as refused:
        sign(world, event)
    assert refused.value.rules == ["HR-24"]
    send(world, event)
    row = verify(world, event)
    assert (row.event, row.valid_until, row.verifier) == (event.pk, event.date, world.person("lila"))
    assert last_entry(world).event == "event.venue_verified"
    sign(world, event)
    assert fresh(world, event).state == EventState.ASSIGNED


def test_an_unfit_venue_stops_the_letter(world: World) -> None:
    event = at_workplace(world)
    send(world, event)
    with refuses(world, "event.venue_verified", "verification.no_findings"):
        verify(world, event, fit=False, findings=" ")
    verify(world, event, fit=False, findings="Dua komputer rusak")
    with refuses(world, "event.letter_signed", "venue.not_verified_for_event"):
        sign(world, event)


def test_another_day_or_another_venue_is_verified_anew(world: World) -> None:
    event = at_workplace(world)
    send(world, event)
    verify(world, event)
    postpone_event(
        world.actor("maya"), fresh(world, event), date=ahead(6), start_time=time(8), end_time=time(16), reason=""
    )
    with refuses(world, "event.letter_signed", "venue.not_verified_for_event"):
        sign(world, fresh(world, event))
    verify(world, fresh(world, event))
    other = enter_venue(
        world.actor("dewi"),
        world.body,
        code="TK-2",
        name="Bengkel",
        kind=VenueKind.TEMPORARY,
        address="Jalan Umpama 4",
    )
    move_venue(world.actor("maya"), fresh(world, event), venue=other)
    with refuses(world, "event.venue_verified", "verifier.not_sent"):
        verify(world, fresh(world, event))


def test_no_assessment_starts_where_the_venue_lost_its_fitness(world: World) -> None:
    event = plan(world, venue=workplace(world), date=today(), start_time=time(17), end_time=time(20))
    accepted(world)
    add(world, event, "ayu", assessor="rina")
    send(world, event)
    verify(world, event)
    sign(world, event)
    declared(event)
    verify(world, fresh(world, event), fit=False, findings="Atap bocor")
    row = EventCandidate.objects.get(event=event)
    check_in(world.actor("rina"), row)
    with refuses(world, "assessment.opened", "venue.not_verified_for_event") as refused:
        open_assessment(world.actor("rina"), row)
    assert refused.value.rules == ["HR-24"]
    verify(world, fresh(world, event))
    assert open_assessment(world.actor("rina"), row).event_id == event.pk


def test_only_a_verifier_who_was_sent_says_what_was_found(world: World) -> None:
    event = at_workplace(world)
    with refuses(world, "event.venue_verified", "verifier.not_sent") as refused:
        verify(world, event)
    assert refused.value.rules == ["TUK-03"]
    with refuses(world, "event.venue_verified", "door.no_role"):
        verify_venue_for_event(world.actor("maya"), event, verified_on=today(), fit=True)


def test_the_director_sends_a_verifier_in_time(world: World) -> None:
    event = at_workplace(world)
    with refuses(world, "event.verifier_sent", "verifier.not_appointed") as refused:
        send(world, event, verifier=world.person("budi"))
    assert refused.value.rules == ["TUK-03"]
    with refuses(world, "event.verifier_sent", "verifier.bad_day"):
        send(world, event, due_on=ahead(6))
    with refuses(world, "event.verifier_sent", "verifier.bad_day"):
        send(world, event, due_on=ago(1))
    letter = send(world, event)
    content = content_of(letter.sheet)
    assert content["assignees"][0]["name"] == "Lila Rekayasa"
    assert content["task"]["venue"] == "Kedai Umpama (Tempat Kerja)"
    assert letter.number == content["number"]
    with refuses(world, "event.verifier_sent", "verifier.letter_signed"):
        send(world, event)
    assert Message.objects.filter(notice="event.verifier_sent", to_person_id=world.ids["person.lila"]).exists()


# ---------------------------------------------------------------- HR-28


def scan(world: World) -> StoredFile:
    return keep(pdf("Surat persetujuan"), "persetujuan.pdf", world.body, world.account("surya"))


def approve(world: World, by: str = "surya", **changes: Any) -> RemoteApproval:
    given: dict[str, Any] = {
        "number": "B.001/SJJ/CTH",
        "approved_on": ago(10),
        "valid_from": ago(10),
        "valid_until": ahead(30),
        "file": scan(world),
    }
    return record_remote_approval(world.actor(by), world.body, **(given | changes))


def test_no_event_is_remote_without_the_approval_in_force_on_its_day(world: World) -> None:
    with refuses(world, "event.planned", "remote.not_approved") as refused:
        plan(world, mode=Mode.ONLINE)
    assert refused.value.rules == ["HR-28"]
    approve(world, valid_until=ahead(5))
    assert plan(world, mode=Mode.HYBRID).remote
    with refuses(world, "event.planned", "remote.not_approved"):
        plan(world, mode=Mode.ONLINE, date=ahead(6))


def test_an_approval_that_ended_stops_the_letter(world: World) -> None:
    approval = approve(world)
    event = plan(world, mode=Mode.ONLINE)
    accepted(world)
    add(world, event, "ayu")
    end_remote_approval(world.actor("surya"), approval, last_day=ahead(1), reason="Dicabut BNSP")
    with refuses(world, "event.letter_signed", "remote.not_approved") as refused:
        sign(world, event)
    assert refused.value.rules == ["HR-28"]


def test_a_remote_assessment_starts_with_consent_to_recording(world: World) -> None:
    approve(world)
    event = plan(world, mode=Mode.ONLINE, date=today(), start_time=time(17), end_time=time(20))
    accepted(world)
    row = add(world, event, "ayu", assessor="rina")
    sign(world, event)
    declared(event)
    check_in(world.actor("rina"), row)
    with refuses(world, "assessment.opened", "recording.not_agreed") as refused:
        open_assessment(world.actor("rina"), row)
    assert refused.value.rules == ["HR-28"]
    with refuses(world, "event.recording_agreed", "signature.not_agreed"):
        agree_to_recording(world.me("ayu"), row, statement=Statement("Saya setuju.", agreed=False))
    agree_to_recording(world.me("ayu"), row, statement=READ)
    with refuses(world, "event.recording_agreed", "recording.agreed_before"):
        agree_to_recording(world.me("ayu"), row, statement=READ)
    assert open_assessment(world.actor("rina"), row).event_id == event.pk


def test_nobody_agrees_for_another_or_where_nothing_is_recorded(world: World) -> None:
    row = world.get(EventCandidate, "candidate.dimas")
    with pytest.raises(OutOfScope):
        agree_to_recording(world.me("ayu"), row, statement=READ)
    with refuses(world, "event.recording_agreed", "recording.not_remote") as refused:
        agree_to_recording(world.me("dimas"), row, statement=READ)
    assert refused.value.rules == ["ASM-11"]


def test_an_approval_is_recorded_by_the_director_with_its_letter(world: World) -> None:
    with refuses(world, "remote_approval.recorded", "door.no_role"):
        approve(world, by="maya")
    with refuses(world, "remote_approval.recorded", "remote.in_future") as refused:
        approve(world, approved_on=ahead(1))
    assert refused.value.rules == ["ASM-11"]
    with refuses(world, "remote_approval.recorded", "remote.period"):
        approve(world, valid_until=ago(11))
    approval = approve(world)
    with refuses(world, "remote_approval.ended", "remote.no_reason"):
        end_remote_approval(world.actor("surya"), approval, last_day=today(), reason=" ")
    with refuses(world, "remote_approval.ended", "remote.ended_already"):
        end_remote_approval(world.actor("surya"), approval, last_day=ahead(31), reason="Diperpanjang")
    assert end_remote_approval(world.actor("surya"), approval, last_day=today(), reason="Dicabut").end_reason


# ---------------------------------------------------------------- undangan


def test_candidates_are_invited_after_the_letter_once(world: World) -> None:
    event = world.get(Event, "event.planned")
    with refuses(world, "event.invitation_signed", "invitation.no_letter") as refused:
        sign_invitation(world.actor("maya"), event, statement=AGREED)
    assert refused.value.rules == ["HR-21"]
    sign(world, event)
    invitation = sign_invitation(world.actor("maya"), fresh(world, event), statement=AGREED)
    content = content_of(invitation.sheet)
    assert [row["name"] for row in content["candidates"]] == ["Dimas Kias"]
    assert content["number"] == invitation.number
    assert Message.objects.filter(notice="event.invited", to_person_id=world.ids["person.dimas"]).count() == 1
    with refuses(world, "event.invitation_signed", "invitation.sent") as refused:
        sign_invitation(world.actor("surya"), fresh(world, event), statement=AGREED)
    assert refused.value.rules == ["HR-50"]
    with refuses(world, "event.invitation_signed", "door.no_role"):
        sign_invitation(world.actor("dewi"), fresh(world, event), statement=AGREED)


def test_a_changed_plan_is_invited_to_again(world: World) -> None:
    event = world.get(Event, "event.planned")
    sign(world, event)
    sign_invitation(world.actor("surya"), fresh(world, event), statement=AGREED)
    postpone_event(
        world.actor("maya"), fresh(world, event), date=ahead(9), start_time=time(8), end_time=time(12), reason="Banjir"
    )
    sign(world, fresh(world, event))
    again = sign_invitation(world.actor("surya"), fresh(world, event), statement=AGREED)
    assert again.sheet.version == 2
    assert Invitation.objects.count() == 2


# ---------------------------------------------------------------- load, and the exception to it


def limit(world: World, value: str = "1") -> None:
    set_parameter(
        world.actor("surya"),
        world.body,
        key="assessor_daily_load",
        value=value,
        reason="Ditetapkan rapat pimpinan",
        source_title="SK Direktur",
        source_number="003/SK/CTH",
    )


def ask(world: World, by: str = "maya", **changes: Any) -> Waiver:
    given: dict[str, Any] = {
        "rule": "HR-29",
        "label": "Jadwal",
        "reason": "Hanya satu asesor berwenang pekan ini; jeda ditambah.",
        "valid_until": ahead(7),
    }
    return ask_waiver(world.actor(by), world.get(Event, "event.planned"), **(given | changes))


def test_the_load_of_a_day_is_refused_until_two_persons_waive_it(world: World) -> None:
    limit(world)
    accepted(world)
    event = world.get(Event, "event.planned")
    with refuses(world, "event.candidate_added", "booking.load") as refused:
        add(world, event, "ayu")
    assert refused.value.rules == ["HR-29"]
    waiver = ask(world)
    with refuses(world, "event.candidate_added", "booking.load"):
        add(world, event, "ayu")
    confirm_waiver(world.actor("wulan"), waiver)
    assert waived(world.body.pk, "HR-29", event.pk, today())
    assert add(world, event, "ayu").event_id == event.pk
    sign(world, event)
    assert fresh(world, event).state == EventState.ASSIGNED


def test_a_waiver_withdrawn_holds_no_longer(world: World) -> None:
    limit(world)
    accepted(world)
    waiver = ask(world)
    confirm_waiver(world.actor("wulan"), waiver)
    withdraw_waiver(world.actor("wulan"), Waiver.objects.get(pk=waiver.pk))
    with refuses(world, "event.candidate_added", "booking.load"):
        add(world, world.get(Event, "event.planned"), "ayu")
    with refuses(world, "waiver.withdrawn", "waiver.withdrawn"):
        withdraw_waiver(world.actor("wulan"), Waiver.objects.get(pk=waiver.pk))


def test_without_a_limit_nothing_is_refused_for_load(world: World) -> None:
    accepted(world)
    assert add(world, world.get(Event, "event.planned"), "ayu").assessor == world.person("budi")


def test_a_waiver_is_asked_with_reason_and_end_for_a_rule_that_knows_it(world: World) -> None:
    with refuses(world, "waiver.asked", "waiver.not_possible") as refused:
        ask(world, rule="HR-24")
    assert refused.value.rules == ["GOV-01"]
    with refuses(world, "waiver.asked", "waiver.no_reason", "waiver.ends_in_past") as refused:
        ask(world, reason=" ", valid_until=ago(1))
    assert refused.value.rules == ["REC-01", "REC-01"]
    with refuses(world, "waiver.asked", "door.no_role"):
        ask(world, by="budi")
    ask(world)
    with refuses(world, "waiver.asked", "waiver.open_already"):
        ask(world, by="wulan")
    assert Waiver.objects.count() == 1


def test_two_different_persons_grant_and_one_is_from_quality(world: World) -> None:
    waiver = ask(world)
    with refuses(world, "waiver.confirmed", "waiver.same_person") as refused:
        confirm_waiver(world.actor("maya"), waiver)
    assert refused.value.rules == ["GOV-01"]
    with refuses(world, "waiver.confirmed", "waiver.no_quality_manager"):
        confirm_waiver(world.actor("surya"), waiver)
    confirm_waiver(world.actor("wulan"), waiver)
    with refuses(world, "waiver.confirmed", "waiver.in_force_already"):
        confirm_waiver(world.actor("wulan"), Waiver.objects.get(pk=waiver.pk))


def test_the_quality_manager_may_ask_and_another_confirm(world: World) -> None:
    waiver = ask(world, by="wulan")
    assert confirm_waiver(world.actor("maya"), waiver).confirmed_by == world.person("maya")


# ---------------------------------------------------------------- calendars


def test_an_assessor_has_one_secret_address_until_it_is_revoked(world: World) -> None:
    feed = open_feed(world.actor("budi"), world.body)
    with refuses(world, "calendar.opened", "feed.open_before") as refused:
        open_feed(world.actor("budi"), world.body)
    assert refused.value.rules == ["PER-11"]
    assert feed_by_token(feed.pk, feed_token(feed)) == feed
    assert feed_by_token(feed.pk, "lain") is None
    with refuses(world, "calendar.revoked", "feed.not_own"):
        revoke_feed(world.actor("rina"), feed)
    revoke_feed(world.actor("budi"), feed)
    assert feed_by_token(feed.pk, feed_token(feed)) is None
    with refuses(world, "calendar.revoked", "feed.revoked"):
        revoke_feed(world.actor("budi"), CalendarFeed.objects.get(pk=feed.pk))
    again = open_feed(world.actor("budi"), world.body)
    assert feed_token(again) != feed_token(feed)
    with refuses(world, "calendar.opened", "door.no_role"):
        open_feed(world.actor("dewi"), world.body)
