"""Writing and checking the chain."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils import timezone

from jamstac import RULE_SET_VERSION
from jamstac.kernel.canonical import canonical, digest
from jamstac.kernel.merkle import Tree
from jamstac.kernel.notes import Checkpoint
from jamstac.ledger.models import Alarm, Chain, Entry


def lock_chain(body_id: UUID | None) -> Chain:
    """The chain of `body_id`, locked until the transaction ends (PostgreSQL: the row; SQLite: the file).

    Call inside an open act: the first act of a body makes its chain."""
    chain, _ = Chain.objects.select_for_update().get_or_create(body_id=body_id)
    return chain


def append(
    chain: Chain,
    *,
    event: str,
    actor: dict[str, Any],
    person_id: UUID | None,
    subject_type: str,
    subject_id: UUID | None,
    case_id: UUID | None,
    facts: dict[str, Any],
    at: datetime,
) -> Entry:
    """Write the next entry and move the head. `chain` must be locked; facts hold no personal data."""
    payload = canonical(
        {
            "seq": chain.head_seq + 1,
            "prev": chain.head_digest,
            "at": at,
            "event": event,
            "actor": actor,
            "person": person_id,
            "subject": [subject_type, subject_id],
            "case": case_id,
            "facts": facts,
            "rules": RULE_SET_VERSION,
        }
    )
    entry = Entry.objects.create(
        chain=chain,
        seq=chain.head_seq + 1,
        event=event,
        subject_type=subject_type,
        subject_id=subject_id,
        case_id=case_id,
        person_id=person_id,
        at=at,
        payload=payload,
        digest=digest(payload),
    )
    chain.head_seq, chain.head_digest = entry.seq, entry.digest
    chain.save(update_fields=["head_seq", "head_digest"])
    return entry


def head_is_intact(chain: Chain) -> bool:
    """The head row and the last entry agree: what a door can ask in one indexed read."""
    last = Entry.objects.filter(chain=chain).order_by("-seq").values_list("seq", "digest").first()
    return (last or (0, "")) == (chain.head_seq, chain.head_digest)


@dataclass(frozen=True)
class Break:
    """The first entry that does not fit, and why (Indonesian)."""

    seq: int
    reason: str


@dataclass(frozen=True)
class Report:
    """What a walk over one chain found. `root` is the Merkle root over the payloads walked."""

    size: int
    head: str
    root: bytes
    broken: Break | None


_BATCH = 20000


class _Unreadable(Exception):
    """The database cannot give this row back: its bytes are no text, no date."""

    def __init__(self, seq: int) -> None:
        super().__init__(seq)
        self.seq = seq


def _rows(chain: Chain) -> Iterator[tuple[Any, ...]]:
    """Raw rows in order, streamed: a million model instances would cost more than the hashing. Where a batch
    cannot be read, the rows before the damaged one come one by one, so that the first break is told."""
    last, size = 0, _BATCH
    while True:
        try:
            rows = _read(chain, last, size)
        except (DatabaseError, ValueError) as error:
            if size == 1:
                raise _Unreadable(last + 1) from error
            size = 1
            continue
        if not rows:
            return
        for row in rows:
            yield (*row[:6], bytes(row[6]), *row[7:])
        last = rows[-1][0]


def _read(chain: Chain, after: int, count: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq, event, subject_type, subject_id, case_id, person_id, payload, digest, at "
            "FROM ledger_entry WHERE chain_id = %s AND seq > %s ORDER BY seq LIMIT %s",
            [chain.pk.hex if connection.vendor == "sqlite" else chain.pk, after, count],
        )
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _uuid_text(value: Any) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text if "-" in text else f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _same_moment(stored: datetime, written: str) -> bool:
    """SQLite gives the column back without its zone; it is UTC."""
    return (stored if stored.tzinfo else stored.replace(tzinfo=UTC)) == datetime.fromisoformat(written)


def _explained(chain: Chain) -> set[int]:
    """Numbers of the breaks that the manajer mutu has explained; the explanation is itself in the chain."""
    closed = Entry.objects.filter(chain=chain, event="ledger.alarm_closed").values_list("payload", flat=True)
    found = set()
    for payload in closed:
        with contextlib.suppress(ValueError, KeyError, TypeError):  # damaged: the walk itself tells
            found.add(int(json.loads(bytes(payload))["facts"]["seq"]))
    return found


def _problem(row: tuple[Any, ...], expected: int, previous: str) -> str:
    """Why `row` does not fit as entry `expected` after digest `previous`; empty when it fits."""
    seq, event, kind, subject, case, person, payload, stored, at = row
    if seq != expected:
        return "entri ini hilang"
    if digest(payload) != stored:
        return "isi entri berubah"
    try:
        body = json.loads(payload)
        if body["prev"] != previous:
            return "entri tidak menyambung dengan entri sebelumnya"
        fits = (
            body["seq"] == seq
            and body["event"] == event
            and body["subject"] == [kind, _uuid_text(subject)]
            and body["case"] == _uuid_text(case)
            and body["person"] == _uuid_text(person)
            and _same_moment(at, body["at"])
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return "isi entri tidak terbaca"
    return "" if fits else "kolom entri berbeda dari isinya"


def verify(chain: Chain, since: Checkpoint | None = None) -> Report:
    """Walk the whole chain: numbering, links, digests, columns against payload, head row, and (when an older
    checkpoint is given) that its entries are still the first ones, unchanged. A break that the manajer mutu has
    explained is passed over. 1,000,000 entries: see benchmarks/ledger_verify.py."""
    tree, explained = Tree(), _explained(chain)
    previous, expected = "", 0
    try:
        for row in _rows(chain):
            expected += 1
            problem = _problem(row, expected, previous)
            if problem and expected not in explained:
                return Report(tree.size, previous, tree.root(), Break(expected, problem))
            expected, previous = row[0], row[7]
            tree.append(row[6])
            if since is not None and since.size == tree.size and tree.root() != since.root:
                reason = "entri sampai titik periksa berbeda dari saat titik itu dibuat"
                return Report(tree.size, previous, tree.root(), Break(expected, reason))
    except _Unreadable as row_error:
        return Report(tree.size, previous, tree.root(), Break(row_error.seq, "isi entri tidak terbaca"))
    broken = None
    chain.refresh_from_db()
    if since is not None and since.size > tree.size:
        broken = Break(expected + 1, "entri yang sudah ada pada titik periksa hilang")
    elif (chain.head_seq, chain.head_digest) != (expected, previous):
        broken = Break(expected + 1, "kepala rantai tidak cocok dengan entri terakhir")
    return Report(tree.size, previous, tree.root(), broken)


def open_alarm(chain: Chain, seq: int, reason: str) -> Alarm:
    """Note a break: a door that found the head wrong, `ledger verify`, a worker's walk. One open alarm a chain."""
    alarm = Alarm.objects.filter(chain=chain, closed_at=None).first()
    return alarm or Alarm.objects.create(chain=chain, found_at=timezone.now(), seq=seq, reason=reason)
