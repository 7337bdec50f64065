"""The grid while it is being ticked. Free to write, safe to send twice and in any order: a mark carries the time
it was made on the device, and an older one never takes the place of a newer one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from jamstac.assessment.models import AnswerDraft, Assessment, JudgementDraft, TakingItem
from jamstac.assessment.states import FollowUp

NOTE_LENGTH = 400


def made_at(text: str) -> datetime:
    """When the mark was made: ISO 8601 or milliseconds since 1970, as the device says; never later than now,
    so that a clock that runs ahead locks nothing. Unreadable or absent: now."""
    now = timezone.now()
    try:
        said = datetime.fromtimestamp(int(text) / 1000, UTC) if text.isdigit() else parse_datetime(text)
    except (ValueError, OverflowError, OSError):
        return now
    if said is None:
        return now
    return min(said if timezone.is_aware(said) else timezone.make_aware(said), now)


def save_mark(
    assessment: Assessment,
    criterion_id: UUID,
    *,
    saved_at: datetime,
    met: bool | None = None,
    note: str | None = None,
    follow_up: str | None = None,
) -> bool:
    """Keep what is given (None = leave as it is). False when a newer mark stands there already."""
    changes: dict[str, object] = {"saved_at": saved_at}
    if met is not None:
        changes["met"] = met
    if note is not None:
        changes["note"] = note.strip()[:NOTE_LENGTH]
    if follow_up in FollowUp.values:
        changes["follow_up"] = follow_up
    with transaction.atomic():
        row, created = JudgementDraft.objects.get_or_create(
            assessment=assessment, criterion_id=criterion_id, defaults=changes
        )
        if created:
            return True
        older = JudgementDraft.objects.filter(pk=row.pk, saved_at__lte=saved_at)
        return bool(older.update(**changes))


def fill_yes(assessment: Assessment, criterion_ids: Iterable[UUID], *, saved_at: datetime) -> int:
    """Mark Ya every criterion of these that has no mark yet; those marked stay. How many were filled."""
    wanted = list(criterion_ids)
    with transaction.atomic():
        rows = JudgementDraft.objects.filter(assessment=assessment, criterion_id__in=wanted)
        filled = rows.filter(met__isnull=True).update(met=True, saved_at=saved_at)
        there = set(rows.values_list("criterion_id", flat=True))
        made = JudgementDraft.objects.bulk_create(
            (
                JudgementDraft(assessment=assessment, criterion_id=pk, met=True, saved_at=saved_at)
                for pk in wanted
                if pk not in there
            ),
            ignore_conflicts=True,
        )
    return filled + len(made)


def save_answer(
    item: TakingItem,
    *,
    saved_at: datetime,
    met: bool | None = None,
    answer: str | None = None,
    note: str | None = None,
    option_id: UUID | None = None,
) -> bool:
    """One item of a paper while it is answered or marked (None = leave as it is). False when something newer
    stands there already."""
    changes: dict[str, object] = {"saved_at": saved_at}
    if met is not None:
        changes["met"] = met
    if answer is not None:
        changes["answer"] = answer.strip()
    if note is not None:
        changes["note"] = note.strip()[:NOTE_LENGTH]
    if option_id is not None:
        changes["option_id"] = option_id
    with transaction.atomic():
        row, created = AnswerDraft.objects.get_or_create(taking_item=item, defaults=changes)
        if created:
            return True
        return bool(AnswerDraft.objects.filter(pk=row.pk, saved_at__lte=saved_at).update(**changes))
