"""Doors: one instrument with one candidate, shown, asked more of, marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from jamstac.assessment import rules, takings
from jamstac.assessment.actions.evidence import add_row
from jamstac.assessment.models import AnswerDraft, Taking, TakingItem
from jamstac.assessment.states import METHOD_OF, TakingState
from jamstac.assessment.takings import ItemMark, Vatm
from jamstac.instruments.states import TAKEN_BY_CANDIDATE, InstrumentCode
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope


@action("taking.shown", access="assessment.assess", policies=[rules.may_show_taking])
def show_taking(act: Act, taking: Taking) -> Taking:
    """The assessor puts the instrument before the candidate: from now on both read it, and its time runs."""
    act.require(rules.may_show_taking, takings.taking_facts(taking, act.actor.person_id, act.day))
    taking.state, taking.state_since, taking.started_at = TakingState.STARTED, act.now, act.now
    taking.ends_at = act.now + timedelta(minutes=taking.minutes) if taking.minutes else None
    store(taking, "state", "state_since", "started_at", "ends_at")
    act.record(instrument=taking.instrument.code, minutes=taking.minutes)
    return taking


@action("taking.question_added", access="assessment.assess", policies=[rules.may_question])
def add_question(act: Act, taking: Taking, *, question: str) -> TakingItem:
    """A question of the assessor's own, beside the prepared ones."""
    act.require(rules.may_question, takings.taking_facts(taking, act.actor.person_id, act.day))
    last = TakingItem.objects.filter(taking=taking).order_by("-position").values_list("position", flat=True).first()
    item = TakingItem(
        body_id=taking.body_id,
        assessment_id=taking.assessment_id,
        taking=taking,
        position=(last or 0) + 1,
        question=question.strip(),
    )
    if not item.question:
        raise OutOfScope
    store(item)
    act.record(item, instrument=taking.instrument.code)
    return item


@action("taking.marked", access="assessment.assess", policies=[rules.may_mark])
def mark_taking(
    act: Act,
    taking: Taking,
    *,
    marks: Mapping[UUID, ItemMark],
    feedback: str = "",
    product: str = "",
    vatm: Vatm | None = None,
) -> Taking:
    """The assessor's marks, item by item: the paper is closed and becomes one bukti. What the candidate handed in
    alone stays as handed in. HR-34, HR-40: nothing is marked that the assessor did not mark."""
    items = takings.items_of(taking)
    act.require(rules.may_mark, takings.mark_facts(taking, items, marks, product, act.actor.person_id, act.day))
    handed_in = taking.instrument.code in TAKEN_BY_CANDIDATE and taking.state == TakingState.SUBMITTED
    if taking.instrument.code != InstrumentCode.INTERVIEW and any(marks[item.pk].evidence for item in items):
        raise OutOfScope  # only an interview is tied to the portfolio
    for item in items:
        _mark(item, marks[item.pk], handed_in)
    taking.started_at = taking.started_at or act.now
    taking.submitted_at = taking.submitted_at or act.now
    taking.state, taking.state_since, taking.marked_at = TakingState.MARKED, act.now, act.now
    taking.reached = all(item.met for item in items) if items else None
    taking.feedback, taking.product = feedback.strip(), product.strip()
    store(taking)
    AnswerDraft.objects.filter(taking_item__taking=taking).delete()
    evidence = add_row(
        taking.assessment,
        takings.criteria_of_taking(taking),
        method=METHOD_OF[taking.instrument.code],
        title=f"FR.{taking.instrument.code} {taking.instrument.title}"[:200],
        taking=taking,
        vatm=vatm,
    )
    act.record(
        instrument=taking.instrument.code,
        items=len(items),
        met=sum(item.met is True for item in items),
        evidence=evidence.pk,
    )
    return taking


def _mark(item: TakingItem, mark: ItemMark, handed_in: bool) -> None:
    item.met, item.note = mark.met, mark.note.strip()
    if not handed_in:
        item.answer = item.answer if mark.answer is None else mark.answer.strip()
        item.option = None
        if mark.option is not None and item.item is not None:
            item.option = next((each for each in item.item.options.all() if each.pk == mark.option), None)
            if item.option is None:
                raise OutOfScope
    item.evidence_id = mark.evidence
    store(item, "met", "note", "answer", "option", "evidence")
