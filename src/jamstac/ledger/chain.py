"""Writing and checking the chain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from jamstac import RULE_SET_VERSION
from jamstac.kernel.canonical import canonical, digest
from jamstac.kernel.merkle import Tree
from jamstac.kernel.notes import Checkpoint
from jamstac.ledger.models import Chain, Entry


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


def _rows(chain: Chain) -> Iterator[tuple[Any, ...]]:
    """Raw rows in order, streamed: a million model instances would cost more than the hashing."""
    with connection.cursor() as cursor:
        last = 0
        while True:
            cursor.execute(
                "SELECT seq, event, subject_type, subject_id, case_id, person_id, payload, digest, at "
                "FROM ledger_entry WHERE chain_id = %s AND seq > %s ORDER BY seq LIMIT 20000",
                [chain.pk.hex if connection.vendor == "sqlite" else chain.pk, last],
            )
            rows = cursor.fetchall()
            if not rows:
                return
            yield from rows
            last = rows[-1][0]


def _uuid_text(value: Any) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text if "-" in text else f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _same_moment(stored: datetime, written: str) -> bool:
    """SQLite gives the column back without its zone; it is UTC."""
    return (stored if stored.tzinfo else stored.replace(tzinfo=UTC)) == datetime.fromisoformat(written)


def verify(chain: Chain, since: Checkpoint | None = None) -> Report:
    """Walk the whole chain: numbering, links, digests, columns against payload, head row, and (when an older
    checkpoint is given) that its entries are still the first ones, unchanged. 1,000,000 entries: see
    benchmarks/ledger_verify.py."""
    tree = Tree()
    previous, expected = "", 0
    for seq, event, kind, subject, case, person, raw, stored, at in _rows(chain):
        expected += 1
        payload = bytes(raw)
        if seq != expected:
            return _broken(tree, previous, expected, "entri ini hilang")
        if digest(payload) != stored:
            return _broken(tree, previous, seq, "isi entri berubah")
        try:
            body = json.loads(payload)
            fits = (
                body["seq"] == seq
                and body["event"] == event
                and body["subject"] == [kind, _uuid_text(subject)]
                and body["case"] == _uuid_text(case)
                and body["person"] == _uuid_text(person)
                and _same_moment(at, body["at"])
            )
            linked = body["prev"] == previous
        except (ValueError, KeyError, TypeError):
            return _broken(tree, previous, seq, "isi entri tidak terbaca")
        if not linked:
            return _broken(tree, previous, seq, "entri tidak menyambung dengan entri sebelumnya")
        if not fits:
            return _broken(tree, previous, seq, "kolom entri berbeda dari isinya")
        tree.append(payload)
        previous = stored
        if since is not None and since.size == seq and tree.root() != since.root:
            return _broken(tree, previous, seq, "entri sampai titik periksa berbeda dari saat titik itu dibuat")
    if since is not None and since.size > expected:
        return _broken(tree, previous, expected + 1, "entri yang sudah ada pada titik periksa hilang")
    chain.refresh_from_db()
    if (chain.head_seq, chain.head_digest) != (expected, previous):
        return _broken(tree, previous, expected + 1, "kepala rantai tidak cocok dengan entri terakhir")
    return Report(expected, previous, tree.root(), None)


def _broken(tree: Tree, head: str, seq: int, reason: str) -> Report:
    return Report(tree.size, head, tree.root(), Break(seq, reason))
