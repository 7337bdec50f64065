"""Doors: the candidate begins a written test and hands it in; the clock takes it away."""

from __future__ import annotations

from datetime import timedelta

from jamstac.assessment.models import AnswerDraft, Taking, TakingItem
from jamstac.assessment.rules import sitting as rules
from jamstac.assessment.sitting import GRACE, end_of, sitting_facts
from jamstac.assessment.states import TakingState
from jamstac.ledger import jobs
from jamstac.ledger.door import Act, action, store


@action("test.begun", access="assessment.self", policies=[rules.may_begin])
def begin_test(act: Act, taking: Taking) -> Taking:
    """The candidate opens the paper: from now on its time runs. HR-34, HR-21, HR-50."""
    act.require(rules.may_begin, sitting_facts(taking, act.now))
    taking.state, taking.state_since, taking.started_at = TakingState.STARTED, act.now, act.now
    if taking.minutes:
        taking.ends_at = act.now + timedelta(minutes=taking.minutes)
    over = end_of(taking)
    assert over is not None
    jobs.enqueue("assessment.take_away", taking.pk, over + GRACE)
    store(taking, "state", "state_since", "started_at", "ends_at")
    AnswerDraft.objects.filter(taking_item__taking=taking).delete()  # what stands on the paper is the candidate's alone
    act.record(instrument=taking.instrument.code, minutes=taking.minutes)
    return taking


@action("test.handed_in", access="assessment.self", policies=[rules.may_hand_in])
def hand_in(act: Act, taking: Taking) -> Taking:
    """What was written becomes the candidate's answers for good. HR-50."""
    act.require(rules.may_hand_in, sitting_facts(taking, act.now))
    answered, items = _collect(act, taking)
    act.record(instrument=taking.instrument.code, answered=answered, items=items)
    return taking


@action("test.time_over", access="assessment.take_away", policies=[rules.may_take_away])
def take_away(act: Act, taking: Taking) -> Taking:
    """The time is over: what was written until then counts. By the worker; it judges nothing (HR-40)."""
    act.require(rules.may_take_away, sitting_facts(taking, act.now))
    answered, items = _collect(act, taking)
    act.record(instrument=taking.instrument.code, answered=answered, items=items)
    return taking


def _collect(act: Act, taking: Taking) -> tuple[int, int]:
    """Drafts become answers. How many were answered, of how many."""
    rows = list(TakingItem.objects.filter(taking=taking).select_related("draft"))
    answered = 0
    for row in rows:
        draft = getattr(row, "draft", None)
        if draft is None:
            continue
        row.option_id, row.answer = draft.option_id, draft.answer.strip()
        answered += row.option_id is not None or bool(row.answer)
        store(row, "option", "answer")
    AnswerDraft.objects.filter(taking_item__taking=taking).delete()
    taking.state, taking.state_since, taking.submitted_at = TakingState.SUBMITTED, act.now, act.now
    store(taking, "state", "state_since", "submitted_at")
    return answered, len(rows)
