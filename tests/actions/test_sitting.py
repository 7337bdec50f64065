"""A written test in the candidate's own hand: begun once, on its day, inside its time, handed in for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.assessment import sitting
from jamstac.assessment.actions import mark_taking, release_assessment
from jamstac.assessment.actions.sitting import begin_test, hand_in, take_away
from jamstac.assessment.jobs import take_away_when_over
from jamstac.assessment.models import AnswerDraft, Taking, TakingItem
from jamstac.assessment.rules.sitting import SittingFacts, may_begin, may_write
from jamstac.assessment.states import ReleaseCause, TakingState
from jamstac.assessment.takings import ItemMark, items_of, shown_mark
from jamstac.events.models import Event
from jamstac.ledger import jobs
from jamstac.ledger.door import SystemActor, open_guard
from jamstac.ledger.models import Job
from jamstac.ledger.scope import OutOfScope
from tests.refusing import last_entry, refuses
from tests.world.assessments import assessment_of, opened, taking
from tests.world.base import World, ahead


def the_test(world: World, key: str = "intan", code: str = "IA.05") -> Taking:
    return Taking.objects.select_related("instrument", "assessment__event", "body").get(pk=taking(world, key, code).pk)


def begun(world: World, key: str = "intan") -> Taking:
    return begin_test(world.me(key), the_test(world, key))


def answer_all(test: Taking) -> None:
    for question in sitting.paper_of(test):
        assert sitting.write_answer(test, question.pk, saved_at=timezone.now(), option_id=question.options[0].id)


def test_a_candidate_begins_answers_and_hands_in(world: World) -> None:
    test = begun(world)
    assert test.state == TakingState.STARTED
    assert test.ends_at is not None
    assert test.minutes is not None
    assert test.started_at is not None
    assert test.ends_at - test.started_at == timedelta(minutes=test.minutes)
    answer_all(test)
    handed = hand_in(world.me("intan"), test)
    assert handed.state == TakingState.SUBMITTED
    assert last_entry(world).event == "test.handed_in"
    assert not TakingItem.objects.filter(taking=test, option=None).exists()
    assert not AnswerDraft.objects.filter(taking_item__taking=test).exists()


def test_the_paper_is_the_same_whenever_it_is_opened_and_holds_no_key(world: World) -> None:
    test = begun(world)
    first, again = sitting.paper_of(test), sitting.paper_of(the_test(world))
    assert first == again
    assert len(first) == test.instrument.draw
    assert not any("correct" in vars(option) or "key" in vars(option) for each in first for option in each.options)


def test_what_was_written_waits_for_whoever_comes_back(world: World) -> None:
    test = begun(world)
    question = sitting.paper_of(test)[1]
    sitting.write_answer(test, question.pk, saved_at=timezone.now(), option_id=question.options[2].id)
    assert sitting.paper_of(the_test(world))[1].option == question.options[2].id


def test_an_older_answer_never_replaces_a_newer_one(world: World) -> None:
    test, now = begun(world), timezone.now()
    question = sitting.paper_of(test)[0]
    assert sitting.write_answer(test, question.pk, saved_at=now, option_id=question.options[0].id)
    late = now - timedelta(seconds=5)
    assert not sitting.write_answer(test, question.pk, saved_at=late, option_id=question.options[1].id)
    assert sitting.paper_of(test)[0].option == question.options[0].id


def test_an_option_of_another_question_is_no_answer(world: World) -> None:
    test = begun(world)
    first, second = sitting.paper_of(test)[:2]
    assert not sitting.write_answer(test, first.pk, saved_at=timezone.now(), option_id=second.options[0].id)
    assert not AnswerDraft.objects.exists()


def test_a_test_is_begun_once(world: World) -> None:
    test = begun(world)
    with refuses(world, "test.begun", "sitting.begun_before") as refused:
        begin_test(world.me("intan"), test)
    assert refused.value.rules == ["HR-50"]


def test_no_paper_is_drawn_before_the_plan_of_the_case(world: World) -> None:
    opened(world, "made")
    assert not Taking.objects.filter(assessment=assessment_of(world, "made")).exists()


@pytest.mark.parametrize(("name", "code"), [("agreed", "not_agreed"), ("identity_checked", "identity_unchecked")])
def test_questions_open_only_after_ak01_and_the_identity_check(world: World, name: str, code: str) -> None:
    facts = sitting.sitting_facts(the_test(world), timezone.now())
    assert may_begin(facts)
    closed = SittingFacts(**{**vars(facts), name: False})
    assert [each.rule for each in may_begin(closed).refusals] == ["HR-34"], code


def test_questions_open_on_the_day_of_the_letter(world: World) -> None:
    with (
        time_machine.travel(timezone.now() + timedelta(days=1)),
        refuses(world, "test.begun", "sitting.other_day") as refused,
    ):
        begin_test(world.me("intan"), the_test(world))
    assert refused.value.rules == ["HR-21"]


def test_a_test_of_a_finished_case_does_not_open(world: World) -> None:
    test = the_test(world, "sari")
    with refuses(world, "test.begun", "sitting.case_closed", "sitting.begun_before"):
        begin_test(world.me("sari"), test)


def test_a_test_is_shut_while_nobody_has_its_case(world: World, visit: Any) -> None:
    test = begun(world)
    release_assessment(world.actor("maya"), test.assessment, reason="Asesor sakit", cause=ReleaseCause.ASSESSOR)
    intan, question = visit("intan"), sitting.paper_of(test)[0]
    page = intan.get(f"/lsp/cth/saya/tes/{test.pk}/").content.decode()
    assert "Tes ini tertutup sekarang" in page
    assert question.text not in page
    sent = {"butir": str(question.pk), "pilihan": str(question.options[0].id)}
    assert intan.post(f"/lsp/cth/saya/tes/{test.pk}/jawab", sent, headers={"HX-Request": "true"}).status_code == 409
    with refuses(world, "test.handed_in", "sitting.case_stopped") as refused:
        hand_in(world.me("intan"), test)
    assert refused.value.rules == ["HR-21"]


def test_a_test_without_a_time_of_its_own_ends_with_the_day(world: World) -> None:
    with open_guard("test"):
        Taking.objects.filter(pk=the_test(world).pk).update(minutes=None)
    test = begun(world)
    assert test.ends_at is None
    with refuses(world, "test.time_over", "sitting.time_left"):
        take_away(SystemActor("worker", world.body.pk), test)
    question = sitting.paper_of(test)[0]
    sitting.write_answer(test, question.pk, saved_at=timezone.now(), option_id=question.options[0].id)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert [each.code for each in may_write(sitting.sitting_facts(test, timezone.now())).refusals] == [
            "sitting.time_over"
        ]
        taken = take_away(SystemActor("worker", world.body.pk), test)
    assert taken.state == TakingState.SUBMITTED
    assert taken.items.exclude(option=None).count() == 1


def test_a_test_without_a_time_of_its_own_does_not_move_with_its_case(world: World) -> None:
    with open_guard("test"):
        Taking.objects.filter(pk=the_test(world).pk).update(minutes=None)
    test = begun(world)
    job = Job.objects.get(kind="assessment.take_away", subject_id=test.pk)
    release_assessment(world.actor("maya"), test.assessment, reason="Listrik padam", cause=ReleaseCause.PLACE)
    with open_guard("test"):
        Event.objects.filter(pk=test.assessment.event_id).update(date=ahead(7))
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert jobs.run(job.pk)
    test.refresh_from_db()
    assert test.state == TakingState.SUBMITTED


def test_what_the_assessor_asks_is_not_taken_alone(world: World) -> None:
    oral = Taking.objects.filter(assessment=assessment_of(world, "intan"), instrument__code="IA.03").first()
    assert oral is not None
    with refuses(world, "test.begun", "sitting.asked_by_assessor") as refused:
        begin_test(world.me("intan"), oral)
    assert refused.value.rules == ["ASM-01"]


def test_nobody_takes_the_test_of_another(world: World) -> None:
    with pytest.raises(OutOfScope):
        begin_test(world.me("sari"), the_test(world))


def test_what_was_handed_in_stays(world: World) -> None:
    test = begun(world)
    hand_in(world.me("intan"), test)
    with refuses(world, "test.handed_in", "sitting.handed_in_before") as refused:
        hand_in(world.me("intan"), test)
    assert refused.value.rules == ["HR-50"]


def test_what_was_not_begun_is_not_handed_in(world: World) -> None:
    with refuses(world, "test.handed_in", "sitting.not_begun"):
        hand_in(world.me("intan"), the_test(world))


def test_the_clock_takes_the_paper_away_with_what_was_written(world: World) -> None:
    test = begun(world)
    answer_all(test)
    job = Job.objects.get(kind="assessment.take_away", subject_id=test.pk)
    assert test.ends_at is not None
    with time_machine.travel(test.ends_at + timedelta(minutes=2)):
        assert jobs.run(job.pk)
    test.refresh_from_db()
    assert test.state == TakingState.SUBMITTED
    assert last_entry(world).event == "test.time_over"
    assert not TakingItem.objects.filter(taking=test, option=None).exists()


def test_the_worker_collects_a_paper_nobody_handed_in(world: World) -> None:
    test = begun(world)
    assert test.ends_at is not None
    with time_machine.travel(test.ends_at + timedelta(seconds=1)):
        taken = take_away(SystemActor("worker", world.body.pk), test)
    assert taken.state == TakingState.SUBMITTED
    assert last_entry(world).event == "test.time_over"


def test_nothing_is_written_after_the_end(world: World) -> None:
    test = begun(world)
    assert test.ends_at is not None
    assert may_write(sitting.sitting_facts(test, test.ends_at - timedelta(seconds=1)))
    verdict = may_write(sitting.sitting_facts(test, test.ends_at))
    assert [(each.rule, each.code) for each in verdict.refusals] == [("MUK-07", "sitting.time_over")]


def test_a_paper_is_not_taken_away_before_its_time(world: World) -> None:
    test = begun(world)
    with refuses(world, "test.time_over", "sitting.time_left") as refused:
        take_away(SystemActor("worker", world.body.pk), test)
    assert refused.value.rules == ["MUK-07"]
    take_away_when_over(test.pk)
    test.refresh_from_db()
    assert test.state == TakingState.STARTED


def test_a_candidate_does_not_take_papers_away(world: World) -> None:
    test = begun(world)
    with refuses(world, "test.time_over", "door.no_role"):
        take_away(world.me("intan"), test)


def test_extra_time_that_was_granted_is_in_the_clock(world: World) -> None:
    test = the_test(world)
    assert test.minutes is not None
    assert test.minutes >= (test.instrument.minutes or 0)


def test_the_assessor_reads_what_the_key_proposes_and_decides(world: World) -> None:
    test = begun(world)
    for question in sitting.paper_of(test):
        sitting.write_answer(test, question.pk, saved_at=timezone.now(), option_id=question.options[0].id)
    handed: Any = hand_in(world.me("intan"), test)
    items = items_of(handed)
    proposals = {item.pk: shown_mark(item, by_key=True) for item in items}
    assert set(proposals.values()) <= {True, False}
    marks = {pk: ItemMark(met=bool(met)) for pk, met in proposals.items()}
    marked = mark_taking(world.actor("budi"), handed, marks=marks)
    assert marked.reached == all(proposals.values())
    assert {item.met for item in items_of(marked)} <= {True, False}


def test_what_the_candidate_still_writes_is_not_marked(world: World) -> None:
    test = begun(world)
    marks = {item.pk: ItemMark(met=True) for item in items_of(test)}
    with refuses(world, "taking.marked", "taking.still_working") as refused:
        mark_taking(world.actor("budi"), test, marks=marks)
    assert refused.value.rules == ["ASM-01"]
