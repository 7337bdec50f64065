"""How an assessor stands with the LSP (HR-22), and the pact and code of ethics everybody signs (HR-23)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.assessment.models import Assessment
from jamstac.assessors.actions import issue_pact, set_assessor_status, sign_pact
from jamstac.assessors.models import AssessorStatus, Pact, PactSignature
from jamstac.assessors.selectors import is_active, pacts_on, status_on, unsigned_pacts
from jamstac.assessors.states import PactKind, Standing
from jamstac.certification.actions import confirm_presence
from jamstac.certification.models import Attendance
from jamstac.documents.facts import Statement
from jamstac.events.actions import add_candidate, replace_assessor, sign_assignment_letter
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.ledger.door import facts_of, open_guard
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import appoint, end_appointment
from jamstac.people.models import Appointment
from jamstac.people.states import Function
from tests.refusing import last_entry, refuses
from tests.world.applications import accepted as accepted_anew
from tests.world.assessments import arrived, opened
from tests.world.base import AGREED, World, ago, ahead, today
from tests.world.certificates import opened as meeting_opened

UNREAD = Statement("Saya menyetujui pernyataan ini.", agreed=True, reauthenticated=False)


def stand(world: World, key: str, standing: Standing, by: str = "maya", **changes: Any) -> AssessorStatus:
    given: dict[str, Any] = {"reason": "Keputusan rapat manajemen"}
    if "companion" in changes:
        changes["companion"] = world.person(changes["companion"])
    return set_assessor_status(world.actor(by), world.person(key), standing=standing, **(given | changes))


def later(world: World) -> Event:
    return world.get(Event, "event.planned")


def add_lestari(world: World, assessor: str = "budi") -> EventCandidate:
    application = accepted_anew(world, "lestari")
    return add_candidate(world.actor("maya"), later(world), application=application, assessor=world.person(assessor))


def assessor(world: World, key: str) -> None:
    appoint(
        world.actor("surya"),
        world.person(key),
        function=Function.ASSESSOR,
        decree_number="9/SK/CTH",
        decree_date=ago(1),
        valid_from=ago(1),
    )


# ---------------------------------------------------------------- status


def test_a_status_ends_the_one_before_and_is_on_record(world: World) -> None:
    row = stand(world, "budi", Standing.RESTRICTED, valid_from=ahead(3))
    before = AssessorStatus.objects.get(pk=world.ids["status.budi"])
    assert (before.valid_until, row.valid_from) == (ahead(2), ahead(3))
    assert facts_of(last_entry(world))["standing"] == "restricted"
    assert is_active(world.ids["person.budi"], ahead(2))
    assert not is_active(world.ids["person.budi"], ahead(3))


def test_a_status_of_the_same_day_replaces_the_one_before(world: World) -> None:
    stand(world, "budi", Standing.SUSPENDED)
    row = status_on(world.ids["person.budi"], today())
    assert row is not None
    assert row.standing == Standing.SUSPENDED
    assert AssessorStatus.objects.filter(person=world.person("budi")).count() == 1


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"reason": " "}, ["status.no_reason"]),
        ({"valid_from": ago(1)}, ["status.backwards"]),
        ({"valid_from": ahead(5), "valid_until": ahead(4)}, ["status.period"]),
        ({"companion": "rina"}, ["status.companion_for_trainee"]),
    ],
)
def test_a_status_is_controlled(world: World, changes: dict[str, Any], codes: list[str]) -> None:
    with refuses(world, "assessor.status_set", *codes):
        stand(world, "budi", Standing.RESTRICTED, **changes)
    assert AssessorStatus.objects.get(person=world.person("budi")).standing == Standing.ACTIVE


def test_who_is_no_assessor_has_no_status(world: World) -> None:
    with refuses(world, "assessor.status_set", "status.not_assessor"):
        stand(world, "hendra", Standing.ACTIVE)


def test_only_the_certification_manager_sets_it_and_not_the_own(world: World) -> None:
    with refuses(world, "assessor.status_set", "door.no_role"):
        stand(world, "budi", Standing.SUSPENDED, by="dewi")
    assessor(world, "maya")
    with refuses(world, "assessor.status_set", "door.about_oneself") as refused:
        stand(world, "maya", Standing.ACTIVE)
    assert refused.value.rules == ["HR-15"]


def test_a_trainee_needs_another_active_assessor(world: World) -> None:
    with refuses(world, "assessor.status_set", "status.no_companion"):
        stand(world, "budi", Standing.TRAINEE)
    with refuses(world, "assessor.status_set", "status.companion_not_active"):
        stand(world, "budi", Standing.TRAINEE, companion="budi")
    with refuses(world, "assessor.status_set", "status.companion_not_active"):
        stand(world, "budi", Standing.TRAINEE, companion="hendra")
    assert stand(world, "budi", Standing.TRAINEE, companion="rina").companion == world.person("rina")


@pytest.mark.parametrize(
    ("standing", "code"),
    [(Standing.RESTRICTED, "assessor.restricted"), (Standing.SUSPENDED, "assessor.suspended")],
)
def test_a_restricted_assessor_gets_no_candidate(world: World, standing: Standing, code: str) -> None:
    stand(world, "budi", standing)
    with refuses(world, "event.candidate_added", code) as refused:
        add_lestari(world)
    assert refused.value.rules == ["HR-22"]


def test_without_a_status_nobody_is_assigned(world: World) -> None:
    with open_guard("test"):
        AssessorStatus.objects.all().delete()
    with refuses(world, "event.candidate_added", "assessor.no_status") as refused:
        add_lestari(world)
    assert refused.value.rules == ["HR-22"]


def test_a_trainee_assesses_as_long_as_the_companion_is_active(world: World) -> None:
    stand(world, "budi", Standing.TRAINEE, companion="rina")
    assert add_lestari(world).assessor == world.person("budi")
    stand(world, "rina", Standing.SUSPENDED)
    with refuses(world, "event.letter_signed", "assessor.no_companion") as refused:
        sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
    assert refused.value.rules == ["HR-22"]


def test_a_companion_without_appointment_is_none(world: World) -> None:
    stand(world, "budi", Standing.TRAINEE, companion="rina")
    appointment = Appointment.objects.get(person=world.person("rina"))
    end_appointment(world.actor("surya"), appointment, last_day=today(), reason="Pindah tugas")
    with refuses(world, "event.candidate_added", "assessor.no_companion"):
        add_lestari(world)


def test_a_substitute_must_be_active_as_well(world: World) -> None:
    stand(world, "rina", Standing.RESTRICTED)
    with refuses(world, "event.assessor_replaced", "assessor.restricted") as refused:
        replace_assessor(
            world.actor("maya"), later(world), before=world.person("budi"), after=world.person("rina"), reason="Sakit"
        )
    assert refused.value.rules == ["HR-22"]


def test_an_assessor_suspended_since_the_letter_does_not_start(world: World) -> None:
    stand(world, "budi", Standing.SUSPENDED)
    with refuses(world, "assessment.opened", "assessor.suspended") as refused:
        opened(world, "made")
    assert refused.value.rules == ["HR-22"]
    assert not Assessment.objects.filter(application=world.ids["application.made"]).exists()


# ---------------------------------------------------------------- pact and code of ethics


def next_version(world: World, valid_from: date | None = None, by: str = "wulan", **changes: str) -> Pact:
    given = {"version": "2", "title": "Kode etik", "text": "Naskah kedua.", "source": "SK 009/SK/CTH"}
    return issue_pact(
        world.actor(by), world.body, kind=PactKind.ETHICS, valid_from=valid_from or ahead(1), **(given | changes)
    )


def in_force_tomorrow(world: World) -> Any:
    next_version(world)
    return time_machine.travel(timezone.now() + timedelta(days=1), tick=False)


def test_a_new_version_follows_the_one_before(world: World) -> None:
    pact = next_version(world)
    assert Pact.objects.get(pk=world.ids["pact.ethics"]).valid_until == today()
    assert pacts_on(world.body.pk, ahead(1))[PactKind.ETHICS] == pact
    assert unsigned_pacts(world.body.pk, world.ids["person.budi"], today()) == []
    assert unsigned_pacts(world.body.pk, world.ids["person.budi"], ahead(1)) == [pact]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": " "}, "pact.no_text"),
        ({"source": " "}, "pact.no_source"),
        ({"version": "1"}, "pact.version_known"),
        ({"valid_from": today()}, "pact.not_after_last"),
    ],
)
def test_a_version_is_controlled(world: World, changes: dict[str, Any], code: str) -> None:
    with refuses(world, "pact.issued", code):
        next_version(world, **changes)
    assert Pact.objects.filter(kind=PactKind.ETHICS).count() == 1


def test_only_the_quality_manager_enters_the_text(world: World) -> None:
    with refuses(world, "pact.issued", "door.no_role"):
        next_version(world, by="surya")


def test_the_version_in_force_is_signed_with_the_password_and_once(world: World) -> None:
    pact = next_version(world)
    with refuses(world, "pact.signed", "pact.not_in_force"):
        sign_pact(world.actor("budi"), pact, statement=AGREED)
    with refuses(world, "pact.signed", "pact.signed_before"):
        sign_pact(world.actor("budi"), world.get(Pact, "pact.ethics"), statement=AGREED)
    assessor(world, "sari")
    with refuses(world, "pact.signed", "signature.no_reauthentication"):
        sign_pact(world.actor("sari"), world.get(Pact, "pact.ethics"), statement=UNREAD)
    sign_pact(world.actor("sari"), world.get(Pact, "pact.ethics"), statement=AGREED)
    assert PactSignature.objects.get(person=world.person("sari")).sentence == AGREED.sentence


def test_another_lsp_does_not_sign_it(world: World) -> None:
    with pytest.raises(OutOfScope):
        sign_pact(world.actor("tono"), world.get(Pact, "pact.ethics"), statement=AGREED)


def test_no_letter_for_assessors_who_did_not_sign_the_version_in_force(world: World) -> None:
    with in_force_tomorrow(world):
        with refuses(world, "event.letter_signed", "pact.unsigned") as refused:
            sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED)
        assert refused.value.rules == ["HR-23"]
        assert not AssignmentLetter.objects.filter(event=later(world)).exists()
        sign_pact(world.actor("budi"), pacts_on(world.body.pk, ahead(0))[PactKind.ETHICS], statement=AGREED)
        assert sign_assignment_letter(world.actor("surya"), later(world), statement=AGREED).number


def the_day_after(kind: PactKind) -> Any:
    """The pact of today is the last one, and it is tomorrow."""
    with open_guard("test"):
        Pact.objects.filter(kind=kind).update(valid_until=today())
    return time_machine.travel(timezone.now() + timedelta(days=1), tick=False)


def test_no_assessment_starts_without_a_signed_pact(world: World) -> None:
    arrived(world, "made")
    with (
        the_day_after(PactKind.ETHICS),
        refuses(world, "assessment.opened", "assignment.other_day", "pact.none") as refused,
    ):
        opened(world, "made")
    assert refused.value.rules == ["HR-21", "HR-23"]
    assert not Assessment.objects.filter(application=world.ids["application.made"]).exists()


def test_no_decider_is_present_without_a_signed_pact(world: World) -> None:
    meeting = meeting_opened(world)
    with the_day_after(PactKind.INTEGRITY), refuses(world, "meeting.attended", "pact.none") as refused:
        confirm_presence(world.actor("hendra"), meeting)
    assert refused.value.rules == ["HR-23"]
    assert not Attendance.objects.filter(meeting=meeting, present_at__isnull=False).exists()
