"""Keeping what assessors say of the process, inside an act of an app above."""

from __future__ import annotations

from uuid import UUID

from jamstac.findings.models import Remark
from jamstac.ledger.door import Act, store


def keep_remark(
    act: Act, *, source: str, source_id: UUID, event_id: UUID, event_number: str, kind: str, text: str
) -> Remark | None:
    """Keep `text`; nothing where nothing was written. The act itself counts what was said."""
    if not text.strip():
        return None
    assert act.body_id is not None
    assert act.actor.person_id is not None
    remark = Remark(
        body_id=act.body_id,
        source=source,
        source_id=source_id,
        event_id=event_id,
        event_number=event_number,
        kind=kind,
        text=text.strip(),
        said_by_id=act.actor.person_id,
        said_at=act.now,
    )
    store(remark)
    return remark
