"""Placing and releasing a hold, inside an act of an app above."""

from __future__ import annotations

from uuid import UUID

from jamstac.findings.models import Hold
from jamstac.ledger.door import Act, store


def place_hold(act: Act, *, case: UUID, candidate_id: UUID, source: str, source_id: UUID, reason: str) -> Hold:
    """The case is not decided before `release_holds`. Records `hold.placed` on the case's timeline."""
    assert act.body_id is not None
    hold = Hold(
        body_id=act.body_id,
        case=case,
        candidate_id=candidate_id,
        source=source,
        source_id=source_id,
        reason=reason.strip(),
        placed_by_id=act.actor.person_id,
        placed_at=act.now,
    )
    store(hold)
    act.record(hold, event="hold.placed", source=source, source_id=source_id)
    return hold


def release_holds(act: Act, *, source_id: UUID, reason: str, case: UUID | None = None) -> int:
    """Release what `source_id` holds (only of `case`, when given). How many were released."""
    assert act.body_id is not None
    rows = Hold.objects.filter(body_id=act.body_id, source_id=source_id, released_at=None)
    if case is not None:
        rows = rows.filter(case=case)
    for hold in rows:
        hold.released_by_id, hold.released_at, hold.release_reason = act.actor.person_id, act.now, reason.strip()
        store(hold, "released_by", "released_at", "release_reason")
        act.record(hold, event="hold.released", source=hold.source, source_id=source_id)
    return len(rows)
