"""A case is taken out of its assessor's hands and goes on: with another assessor, on another day, in another event."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.applications.models import Application
from jamstac.applications.paper_sheets import confirm_paper_sheet
from jamstac.assessment.actions import (
    acknowledge,
    add_evidence,
    agree,
    agree_on_paper,
    check_identity,
    mark_evidence,
    mark_taking,
    open_assessment,
    propose_agreement,
    recommend,
    release_assessment,
    review_self_assessment,
)
from jamstac.assessment.drafts import save_mark
from jamstac.assessment.models import Assessment, Evidence, JudgementDraft, Taking
from jamstac.assessment.selectors import agreement_of, released_unplanned
from jamstac.assessment.states import (
    AssessmentState,
    EvidenceKind,
    IdentityDocument,
    Method,
    ReleaseCause,
    TakingState,
)
from jamstac.assessment.takings import Vatm, items_of
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import content_of
from jamstac.documents.states import SheetCode
from jamstac.events.actions import (
    check_in,
    postpone_event,
    replace_assessor,
    sign_assignment_letter,
    withdraw_candidate,
)
from jamstac.events.models import Event, EventCandidate
from jamstac.events.selectors import letter_of, waiting_applications
from jamstac.events.states import EventState
from jamstac.ledger.door import facts_of
from jamstac.messaging.models import Message
from tests.actions.test_event_changes import accepted
from tests.actions.test_paper_sheets import confirmed, enter
from tests.refusing import last_entry, refuses
from tests.world.assessments import (
    READ,
    add,
    assessment_of,
    criteria,
    declared,
    judge_all,
    marks_for,
    opened,
    plan,
    planned,
    proposed,
    recommended,
)
from tests.world.base import AGREED, World, ahead

SICK = "Asesor sakit di tengah hari"
GOOD = Vatm(valid=True, authentic=True, current=True, sufficient=True)


def released(world: World, key: str = "intan", reason: str = SICK) -> Assessment:
    return release_assessment(world.actor("maya"), assessment_of(world, key), reason=reason)


def candidate_of(world: World, key: str = "intan") -> EventCandidate:
    return EventCandidate.objects.get(application_id=world.ids[f"application.{key}"])


def replaced(world: World, key: str = "intan", by: str = "rina") -> Event:
    """Handed to another assessor; the surat tugas does not hold any more."""
    event = world.get(Event, "event")
    return replace_assessor(
        world.actor("maya"),
        event,
        before=world.person("budi"),
        after=world.person(by),
        reason=SICK,
        application=world.get(Application, f"application.{key}"),
    )


def handed_over(world: World, key: str = "intan", by: str = "rina") -> Assessment:
    """Released, handed over, under a new surat tugas, declared, and opened by the other assessor."""
    released(world, key)
    event = replaced(world, key, by)
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    return open_assessment(world.actor(by), candidate_of(world, key))


def agreed_again(world: World, case: Assessment, key: str, by: str) -> Assessment:
    actor = world.actor(by)
    if case.self_assessment_ok is not True:
        review_self_assessment(actor, case, can_continue=True, note="", statement=AGREED)
    check_identity(actor, case, document=IdentityDocument.KTP)
    plan(world, case, by=by)
    propose_agreement(actor, case, evidence_kinds=[EvidenceKind.OBSERVATION], statement=AGREED)
    return agree(world.me(key), case, statement=READ)


# ---------------------------------------------------------------- released


def test_an_opened_case_is_released_with_its_reason_and_can_change_hands(world: World) -> None:
    case = released(world)
    entry = last_entry(world)
    assert (case.state, case.reopen_reason, case.agreed_at) == (AssessmentState.RELEASED, SICK, None)
    assert (entry.event, entry.case_id) == ("assessment.released", case.application_id)
    assert candidate_of(world).opened_at is None
    assert replaced(world).state == EventState.CHANGED
    assert candidate_of(world).assessor_id == world.person("rina").pk


def test_the_candidate_is_told_that_it_was_stopped_and_why_but_not_in_the_managers_words(world: World) -> None:
    case = assessment_of(world, "intan")
    release_assessment(world.actor("maya"), case, reason=SICK, cause=ReleaseCause.ASSESSOR)
    message = Message.objects.get(notice="assessment.released")
    assert message.to_person_id == world.person("intan").pk
    assert "Sebab: Asesor berhalangan." in message.text
    assert "LSP menetapkan waktu baru" in message.text
    assert SICK not in message.subject + message.text
    assert message.link.endswith(f"/{case.pk}/")
    assert facts_of(last_entry(world))["cause"] == ReleaseCause.ASSESSOR


def test_a_released_case_waits_for_a_plan_until_its_day_or_its_assessor_is_another(world: World) -> None:
    def waiting(days: int = 0) -> list[Assessment]:
        return [case for case, _place in released_unplanned(world.body.pk, ahead(days))]

    event, case = alone(world)
    assert waiting() == []
    released(world, "ayu")
    assert waiting() == [case]
    postpone_event(world.actor("maya"), event, date=ahead(3), start_time=time(8), end_time=time(12), reason=SICK)
    assert waiting() == []
    assert waiting(days=4) == [case], "the new day passed as well"
    first = released(world)
    assert waiting() == [first]
    replaced(world)
    assert waiting() == []


def test_nothing_is_released_without_a_reason(world: World) -> None:
    with refuses(world, "assessment.released", "release.no_reason") as refused:
        released(world, reason="  ")
    assert refused.value.rules == ["REC-01"]
    assert assessment_of(world, "intan").state == AssessmentState.AGREED
    assert candidate_of(world).opened_at is not None


def test_a_recommended_case_stays_where_it_was_assessed(world: World) -> None:
    recommended(world, "intan")
    for key in ("intan", "sari"):
        before = assessment_of(world, key).state
        with refuses(world, "assessment.released", "release.recommended") as refused:
            released(world, key)
        assert refused.value.rules == ["HR-50"]
        assert assessment_of(world, key).state == before


def test_a_case_is_released_once(world: World) -> None:
    released(world)
    with refuses(world, "assessment.released", "release.released_before"):
        released(world)


@pytest.mark.parametrize("who", ["budi", "dewi", "surya"])
def test_only_the_manajer_sertifikasi_releases(world: World, who: str) -> None:
    with refuses(world, "assessment.released", "door.no_role"):
        release_assessment(world.actor(who), assessment_of(world, "intan"), reason=SICK)
    assert assessment_of(world, "intan").state == AssessmentState.AGREED


def test_nothing_is_done_in_a_released_case(world: World) -> None:
    proposed(world, "made")
    case, budi = released(world, "made"), world.actor("budi")
    with refuses(world, "assessment.self_assessment_reviewed", "assessment.released", "assessment.reviewed_before"):
        review_self_assessment(budi, case, can_continue=True, note="", statement=AGREED)
    with refuses(world, "assessment.planned", "assessment.released"):
        plan(world, case)
    with refuses(world, "assessment.agreed", "assessment.released", "assessment.not_proposed"):
        agree(world.me("made"), case, statement=READ)
    with refuses(world, "evidence.added", "assessment.not_agreed"):
        add_evidence(budi, case, method=Method.OBSERVATION, title="Foto", file=None, note="", criteria=[])
    with refuses(world, "assessment.acknowledged", "assessment.not_recommended"):
        acknowledge(world.me("made"), case, statement=READ)
    assert assessment_of(world, "made").state == AssessmentState.RELEASED


# ---------------------------------------------------------------- another assessor


def test_the_other_assessor_opens_it_only_under_a_new_surat_tugas_that_names_them(world: World) -> None:
    released(world)
    event = replaced(world)
    assert letter_of(event.pk) is None
    with refuses(world, "assessment.opened", "assignment.no_letter", "pair.undeclared") as refused:
        open_assessment(world.actor("rina"), candidate_of(world))
    assert refused.value.rules == ["HR-21", "HR-05"]
    assert assessment_of(world, "intan").state == AssessmentState.RELEASED


def test_the_first_assessor_does_nothing_more_in_a_case_handed_over(world: World) -> None:
    case = handed_over(world)
    assert (case.state, case.assessor_id) == (AssessmentState.OPENED, world.person("rina").pk)
    with refuses(world, "assessment.identity_checked", "assignment.other_assessor"):
        check_identity(world.actor("budi"), case, document=IdentityDocument.KTP)


def test_the_agreement_does_not_carry_over(world: World) -> None:
    case = handed_over(world)
    assert agreement_of(case) is None
    assert (case.potential, case.self_assessment_ok, case.identity_checked_at) == ("", None, None)
    agreed_again(world, case, "intan", "rina")
    for code in (SheetCode.AK07, SheetCode.AK01):
        first, second = Sheet.objects.filter(subject_id=case.pk, code=code).order_by("version")
        assert (first.version, second.version, second.correction_reason) == (1, 2, SICK)
        assert content_of(first)["asesor"] == world.person("budi").name
        assert content_of(second)["asesor"] == world.person("rina").name
        signers = set(Signature.objects.filter(sheet=second).values_list("person_id", flat=True))
        assert signers == {world.person("rina").pk, world.person("intan").pk}
    assert assessment_of(world, "intan").state == AssessmentState.AGREED


def test_an_agreement_on_paper_with_the_first_assessor_counts_for_nothing(world: World) -> None:
    proposed(world, "made")
    confirmed(world, "made", SheetCode.AK07, SheetCode.AK01)
    case, rina = handed_over(world, "made"), world.actor("rina")
    review_self_assessment(rina, case, can_continue=True, note="", statement=AGREED)
    plan(world, case, by="rina")
    propose_agreement(rina, case, evidence_kinds=[EvidenceKind.OBSERVATION], statement=AGREED)
    with refuses(world, "assessment.agreed_on_paper", "assessment.agreement_paper_missing") as refused:
        agree_on_paper(rina, case)
    assert refused.value.rules == ["HR-34"]
    for code in (SheetCode.AK07, SheetCode.AK01):
        confirm_paper_sheet(rina, enter(world, case="made", code=code))
    assert agree_on_paper(rina, case).state == AssessmentState.AGREED


def test_what_was_gathered_stays_and_no_mark_carries_over(world: World) -> None:
    judge_all(world, "intan")
    case = assessment_of(world, "intan")
    answers = {item.pk: item.answer for taking in case.takings.all() for item in items_of(taking)}
    handed_over(world)
    assert not JudgementDraft.objects.filter(assessment=case).exists()
    assert {taking.state for taking in case.takings.all()} == {TakingState.SUBMITTED}
    assert {item.pk: item.answer for taking in case.takings.all() for item in items_of(taking)} == answers
    shown = Evidence.objects.filter(assessment=case, removed=False)
    assert [(row.title, row.valid) for row in shown] == [("Pengamatan tugas praktik", None)]
    of_papers = Evidence.objects.filter(assessment=case, removed=True)
    assert of_papers.count() == case.takings.count()
    assert {row.valid for row in of_papers} == {True}, "as the first assessor marked them"


def test_the_other_assessor_judges_recommends_and_the_case_is_signed(world: World) -> None:
    judge_all(world, "intan")
    case, rina = handed_over(world), world.actor("rina")
    agreed_again(world, case, "intan", "rina")
    for taking in Taking.objects.filter(assessment=case):
        mark_taking(rina, taking, marks=marks_for(items_of(taking)), vatm=GOOD)
    rows = criteria(world, "intan")
    for row in rows:
        save_mark(case, row.pk, saved_at=timezone.now(), met=True)
    for evidence in Evidence.objects.filter(assessment=case, removed=False, valid=None):
        mark_evidence(rina, evidence, valid=True, authentic=True, current=True, sufficient=True)
    recommend(rina, assessment_of(world, "intan"), feedback="", follow_up="", comment="", statement=AGREED)
    done = acknowledge(world.me("intan"), assessment_of(world, "intan"), statement=READ)
    assert (done.state, done.result) == (AssessmentState.SIGNED, "K")
    observed = Sheet.objects.get(subject_id=case.pk, code=SheetCode.IA01)
    assert (observed.version, observed.correction_reason) == (1, "")
    assert content_of(observed)["asesor"] == world.person("rina").name


# ---------------------------------------------------------------- another day


def alone(world: World) -> tuple[Event, Assessment]:
    """An event of this evening with one candidate, opened, FR.AK.01 not signed."""
    event = planned(world, days=0, hours=(18, 21))
    accepted(world)
    candidate = add(world, event, "ayu")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    check_in(world.actor("budi"), candidate)
    return event, open_assessment(world.actor("budi"), candidate)


def test_a_day_that_passed_before_fr_ak_01_is_moved_to_another_day(world: World) -> None:
    event, case = alone(world)
    moved: dict[str, Any] = {
        "date": ahead(3),
        "start_time": time(8),
        "end_time": time(12),
        "reason": "FR.AK.01 belum ditandatangani",
    }
    with refuses(world, "event.postponed", "change.begun"):
        postpone_event(world.actor("maya"), event, **moved)
    released(world, "ayu", "FR.AK.01 belum ditandatangani")
    assert postpone_event(world.actor("maya"), event, **moved).state == EventState.CHANGED
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    with refuses(world, "assessment.opened", "assignment.other_day", "day.came_before") as refused:
        open_assessment(world.actor("budi"), candidate_of(world, "ayu"))
    assert refused.value.rules == ["HR-21", "ASM-04"]
    case.refresh_from_db()
    assert case.state == AssessmentState.RELEASED


def test_after_midnight_an_unsigned_fr_ak_01_leaves_no_stuck_case(world: World) -> None:
    budi, case = world.actor("budi"), opened(world, "made")
    review_self_assessment(budi, case, can_continue=True, note="", statement=AGREED)
    plan(world, case)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        with refuses(world, "assessment.agreement_proposed", "assignment.other_day"):
            propose_agreement(budi, case, evidence_kinds=[EvidenceKind.OBSERVATION], statement=AGREED)
        released(world, "made", "FR.AK.01 belum ditandatangani pada harinya")
        application = world.get(Application, "application.made")
        event = withdraw_candidate(
            world.actor("maya"), world.get(Event, "event"), application=application, reason="Dijadwalkan lagi"
        )
    assert not EventCandidate.objects.filter(event=event, application=application).exists()
    assert application in waiting_applications(event)


def test_where_others_are_signed_the_case_goes_on_in_another_event(world: World) -> None:
    save_mark(assessment_of(world, "intan"), criteria(world, "intan")[0].pk, saved_at=timezone.now(), met=True)
    case = released(world)
    first, application = world.get(Event, "event"), world.get(Application, "application.intan")
    withdraw_candidate(world.actor("maya"), first, application=application, reason="Dilanjutkan pada jadwal lain")
    event = planned(world, days=0, hours=(18, 21))
    candidate = add(world, event, "intan")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    declared(event)
    check_in(world.actor("budi"), candidate)
    again = open_assessment(world.actor("budi"), candidate)
    assert (again.pk, again.event_id, again.state) == (case.pk, event.pk, AssessmentState.OPENED)
    assert JudgementDraft.objects.filter(assessment=case).count() == 1, "the same assessor finds their marks"
    assert agreed_again(world, again, "intan", "budi").state == AssessmentState.AGREED


def test_a_case_is_opened_once_until_it_is_released(world: World) -> None:
    opened(world, "made")
    with refuses(world, "assessment.opened", "assessment.opened_before"):
        opened(world, "made")
    released(world, "made")
    assert opened(world, "made").state == AssessmentState.OPENED


def test_a_begun_paper_is_not_thrown_away_by_the_next_plan(world: World) -> None:
    judge_all(world, "intan")
    kept = set(Taking.objects.filter(assessment=assessment_of(world, "intan")).values_list("pk", flat=True))
    case = handed_over(world)
    check_identity(world.actor("rina"), case, document=IdentityDocument.KTP)
    plan(world, case, by="rina")
    assert set(Taking.objects.filter(assessment=case).values_list("pk", flat=True)) == kept
