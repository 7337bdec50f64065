"""Reads for pages: the timeline of a record or a case. Three queries, whatever its length."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from jamstac.ledger.models import Chain, Entry
from jamstac.ledger.wording import inner_events, names_of, sentence_of

REFUSED = ".refused"
_SYSTEM_NAMES = {"worker": "sistem", "installer": "pemasangan", "loader": "pemuat data", "registration": "pendaftaran"}


@dataclass(frozen=True)
class TimelineLine:
    """One line of a timeline. `rules` are the ids that refused; `who` is a name or a named program."""

    seq: int
    at: datetime
    what: str
    who: str
    refused: bool
    rules: list[str]

    @property
    def tone(self) -> str:
        return "bad" if self.refused else "ok"


def timeline_of(
    body_id: UUID,
    *,
    case_id: UUID | None = None,
    subject_id: UUID | None = None,
    limit: int = 20,
    without: Collection[str] = (),
) -> list[TimelineLine]:
    """The newest entries about a case (all its records) or about one record, newest first. `without` are events that
    a page leaves out so that the acts of people are not buried under them."""
    entries = _entries_of(body_id).exclude(event__in=without)
    entries = entries.filter(case_id=case_id) if case_id else entries.filter(subject_id=subject_id)
    return _lines(entries[:limit])


def own_timeline_of(body_id: UUID, *, case_id: UUID, person_id: UUID, lsp: str, limit: int = 20) -> list[TimelineLine]:
    """The same as the person the case is about is told it: the LSP (`lsp`, its name) acts as one; its refused
    attempts and inner deliberations are its own affair."""
    others = ~Q(person_id=person_id) | Q(person_id=None)
    entries = _entries_of(body_id).filter(case_id=case_id).exclude(event__in=inner_events())
    rows = list(entries.exclude(Q(event__endswith=REFUSED) & others)[:limit])
    own = names_of({person_id})
    return [_line(row, {each: own.get(each, lsp) for each in (row.person_id,) if each}) for row in rows]


def newest_of(body_id: UUID, *, limit: int) -> list[TimelineLine]:
    """The newest acts of persons in the whole chain, refused ones too; what programs did is left out."""
    return _lines(_entries_of(body_id).exclude(person_id=None)[:limit])


def _entries_of(body_id: UUID) -> QuerySet[Entry]:
    return Entry.objects.filter(chain__in=Chain.objects.filter(body_id=body_id)).order_by("-seq")


def _lines(entries: QuerySet[Entry]) -> list[TimelineLine]:
    rows = list(entries)
    names = names_of({row.person_id for row in rows if row.person_id})
    return [_line(row, names) for row in rows]


def _line(row: Entry, names: dict[UUID, str]) -> TimelineLine:
    body = json.loads(bytes(row.payload))
    refused = row.event.endswith(REFUSED)
    what = gettext(sentence_of(row.event.removesuffix(REFUSED)))
    actor = body["actor"]
    who = names.get(row.person_id, "") if row.person_id else gettext(_SYSTEM_NAMES.get(actor.get("name", ""), "tamu"))
    return TimelineLine(
        seq=row.seq,
        at=row.at,
        what=what,
        who=who,
        refused=refused,
        rules=list(dict.fromkeys(body["facts"].get("rules", []))) if refused else [],
    )
