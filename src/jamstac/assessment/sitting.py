"""A written test in a candidate's hand: its paper, what is written on it, how long it lasts.

The page holds no key: the paper is `DrawnItem`s, which know neither the right option nor the model answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from jamstac.assessment.models import AnswerDraft, Taking, TakingItem
from jamstac.assessment.rules.sitting import SittingFacts
from jamstac.instruments.selectors import DrawnOption, instrument_items
from jamstac.instruments.states import TAKEN_BY_CANDIDATE, InstrumentCode

GRACE = timedelta(seconds=20)
"""What was written before the end may arrive this much later: the line is slow, not the candidate."""
ANSWER_LENGTH = 4000


@dataclass(frozen=True)
class Question:
    """One question as the candidate sees it, with what was written so far."""

    pk: UUID
    number: int
    text: str
    options: tuple[DrawnOption, ...]
    option: UUID | None
    answer: str

    @property
    def answered(self) -> bool:
        return self.option is not None or bool(self.answer.strip())


def own_tests(body_id: UUID, person_id: UUID) -> QuerySet[Taking]:
    """Every test of a person at one LSP."""
    rows = Taking.objects.filter(body_id=body_id, assessment__application__person=person_id)
    rows = rows.filter(instrument__code__in=TAKEN_BY_CANDIDATE)
    return rows.select_related("instrument", "assessment__application", "assessment__event", "body")


def paper_of(taking: Taking) -> list[Question]:
    """The questions in this candidate's order. Four queries."""
    drawn = {each.id: each for each in instrument_items(taking.instrument, taking.seed)}
    rows = TakingItem.objects.filter(taking=taking, item__isnull=False).select_related("draft").order_by("position")
    found = []
    for row in rows:
        assert row.item_id is not None
        each, draft = drawn[row.item_id], getattr(row, "draft", None)
        option = draft.option_id if draft is not None else row.option_id
        answer = draft.answer if draft is not None else row.answer
        found.append(Question(row.pk, row.position, each.text, each.options, option, answer))
    return found


def is_choice(taking: Taking) -> bool:
    return taking.instrument.code == InstrumentCode.CHOICE


def end_of(taking: Taking) -> datetime | None:
    """When a test that was begun is over: its own time, or without one the end of the day it was begun on, the
    event's day then; a case that is moved afterwards takes no test along."""
    if taking.started_at is None:
        return None
    zone = taking.assessment.body.zone
    day = taking.started_at.astimezone(zone).date() + timedelta(days=1)
    return taking.ends_at or datetime.combine(day, time.min, zone)


def sitting_facts(taking: Taking, now: datetime, *, grace: timedelta = timedelta()) -> SittingFacts:
    assessment = taking.assessment
    zone = assessment.body.zone
    ends = end_of(taking)
    return SittingFacts(
        taking_state=taking.state,
        taken_alone=taking.instrument.code in TAKEN_BY_CANDIDATE,
        agreed=assessment.agreed_at is not None,
        identity_checked=assessment.identity_checked_at is not None,
        case_state=assessment.state,
        today=now.astimezone(zone).date(),
        event_day=assessment.event.date,
        time_left=None if ends is None else (ends + grace - now).total_seconds(),
    )


def write_answer(
    taking: Taking, item_id: UUID, *, saved_at: datetime, option_id: UUID | None = None, answer: str | None = None
) -> bool:
    """Keep an answer while it is being written. False when a newer one stands there, or the item or option is not
    on this paper. Safe to send twice and late."""
    row = TakingItem.objects.filter(taking=taking, pk=item_id, item__isnull=False).select_related("item").first()
    if row is None or row.item is None:
        return False
    if option_id is not None and not row.item.options.filter(pk=option_id).exists():
        return False
    changes = {"saved_at": saved_at, "option_id": option_id, "answer": (answer or "")[:ANSWER_LENGTH]}
    with transaction.atomic():
        draft, created = AnswerDraft.objects.get_or_create(taking_item=row, defaults=changes)
        if created:
            return True
        return bool(AnswerDraft.objects.filter(pk=draft.pk, saved_at__lte=saved_at).update(**changes))
