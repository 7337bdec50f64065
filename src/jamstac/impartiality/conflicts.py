"""What acts of apps above write here: inner functions, inside their act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from jamstac.documents.facts import Statement
from jamstac.impartiality.models import Conflict, Declaration
from jamstac.impartiality.selectors import Disclosure, Pair, declared_by, found_among
from jamstac.impartiality.states import ConflictKind, ConflictSource, DeclaredKind
from jamstac.ledger.door import Act, store
from jamstac.people.models import Person, Relation
from jamstac.people.states import RelationKind

_CONFLICT_OF = {
    DeclaredKind.KIN: ConflictKind.KIN,
    DeclaredKind.TEACHES: ConflictKind.TEACHES,
    DeclaredKind.TRAINED: ConflictKind.TRAINED,
    DeclaredKind.SUPERVISES: ConflictKind.SUPERVISES,
    DeclaredKind.SUPERVISED: ConflictKind.SUPERVISES,
    DeclaredKind.EMPLOYS: ConflictKind.EMPLOYS,
    DeclaredKind.COLLEAGUE: ConflictKind.INSTITUTION,
    DeclaredKind.OTHER: ConflictKind.OTHER,
}
_RELATION_OF = {
    DeclaredKind.KIN: RelationKind.KIN,
    DeclaredKind.TEACHES: RelationKind.TEACHES,
    DeclaredKind.TRAINED: RelationKind.TRAINED,
    DeclaredKind.SUPERVISES: RelationKind.SUPERVISES,
    DeclaredKind.SUPERVISED: RelationKind.SUPERVISES,
    DeclaredKind.EMPLOYS: RelationKind.EMPLOYS,
}


def record_found(act: Act, event_id: UUID, pairs: Sequence[Pair], day: date) -> int:
    """Look at the pairs of an event and record what is found and not on record yet (IMP-15). How many are new."""
    assert act.body_id is not None
    known = {(row.person_id, row.case, row.kind): row for row in Conflict.objects.filter(event=event_id)}
    new = 0
    for pair in pairs:
        for kind, relation in found_among(act.body_id, [pair], day)[pair.key].items():
            new += _keep(act, event_id, pair, kind, known, relation=relation, source=ConflictSource.SYSTEM)
    return new


def _keep(
    act: Act,
    event_id: UUID,
    pair: Pair,
    kind: ConflictKind,
    known: Mapping[tuple[UUID, UUID, str], Conflict],
    *,
    source: ConflictSource,
    relation: Relation | None = None,
    note: str = "",
) -> bool:
    """Record a conflict; one that lapsed with its pair comes back as it was. Whether it is new."""
    before = known.get((pair.person.pk, pair.case, kind))
    if before is not None:
        if before.lapsed_at is not None:
            before.lapsed_at = None
            store(before, "lapsed_at")
            act.record(before, event="conflict.revived", kind=kind)
        return False
    conflict = Conflict(
        body_id=pair.person.body_id,
        event=event_id,
        case=pair.case,
        person=pair.person,
        other=pair.other,
        kind=kind,
        source=source,
        relation=relation,
        note=note,
        found_at=act.now,
    )
    store(conflict)
    act.record(conflict, event="conflict.found", kind=kind, source=source, event_id=event_id, assessor=pair.person.pk)
    return True


def lapse(act: Act, event_id: UUID, *, case: UUID, person_id: UUID | None = None) -> int:
    """The pair (every pair of the case, when no assessor is named) is no longer one of the event."""
    rows = Conflict.objects.filter(event=event_id, case=case, lapsed_at=None)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    for row in rows:
        row.lapsed_at = act.now
        store(row, "lapsed_at")
        act.record(row, event="conflict.lapsed", kind=row.kind)
    return len(rows)


def declare(
    act: Act,
    event_id: UUID,
    person: Person,
    candidates: Mapping[UUID, Person],
    answers: Mapping[UUID, Disclosure],
    statement: Statement,
) -> int:
    """Write what an assessor said about the candidates (persons by case) of an event. Each relation told becomes a
    dated fact and a conflict that waits for its disposition. How many of them were told."""
    before = declared_by(event_id, person.pk)
    told = 0
    for case, answer in answers.items():
        other = candidates[case]
        row = before.get(other.pk)
        if row is not None and (row.conflicted or not answer.conflicted):
            continue
        _declare(act, event_id, person, other, answer, statement, row)
        if answer.conflicted:
            told += 1
            _told(act, event_id, Pair(person, other, case), answer)
    return told


def _declare(
    act: Act,
    event_id: UUID,
    person: Person,
    other: Person,
    answer: Disclosure,
    statement: Statement,
    row: Declaration | None,
) -> None:
    changed = () if row is None else ("conflicted", "kind", "note", "sentence", "declared_at")
    row = row or Declaration(body_id=person.body_id, event=event_id, person=person, other=other)
    row.conflicted, row.kind, row.note = (
        answer.conflicted,
        answer.kind if answer.conflicted else "",
        answer.note.strip(),
    )
    row.sentence, row.declared_at = statement.sentence, act.now
    store(row, *changed)


def _told(act: Act, event_id: UUID, pair: Pair, answer: Disclosure) -> None:
    kind, relation = DeclaredKind(answer.kind), None
    if kind in _RELATION_OF:
        one, other = (pair.other, pair.person) if kind == DeclaredKind.SUPERVISED else (pair.person, pair.other)
        over = answer.until if kind == DeclaredKind.TRAINED else None
        relation = note_relation(
            act, one, other, _RELATION_OF[kind], valid_from=over or act.day, valid_until=over, note=answer.note
        )
    known = {
        (row.person_id, row.case, row.kind): row for row in Conflict.objects.filter(event=event_id, case=pair.case)
    }
    _keep(
        act,
        event_id,
        pair,
        _CONFLICT_OF[kind],
        known,
        source=ConflictSource.DECLARED,
        relation=relation,
        note=answer.note.strip(),
    )


def note_relation(
    act: Act,
    person: Person,
    other: Person,
    kind: RelationKind,
    *,
    valid_from: date | None = None,
    valid_until: date | None = None,
    note: str = "",
) -> Relation:
    """A dated fact that follows from the act: who declared, assessed or decided. The same fact of the same day is
    not written twice."""
    start = valid_from or act.day
    known = Relation.objects.filter(person=person, other=other, kind=kind, valid_from=start).first()
    if known is not None:
        return known
    relation = Relation(
        body_id=person.body_id,
        person=person,
        other=other,
        kind=kind,
        valid_from=start,
        valid_until=valid_until,
        note=note.strip(),
    )
    store(relation)
    act.record(relation, event="relation.recorded", person=person.pk, other=other.pk, kind=str(kind), valid_from=start)
    return relation
