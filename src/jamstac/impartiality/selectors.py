"""Reads of pairs, declarations and conflicts, and the facts their rules ask. Scoped by LSP: callers name the body or
the event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from jamstac.documents.facts import Statement
from jamstac.impartiality.facts import (
    ConfirmationFacts,
    DeclarationFacts,
    EndingFacts,
    PairCounts,
    PairFacts,
    ProposalFacts,
    RelationFact,
)
from jamstac.impartiality.matching import find_conflicts, kind_of
from jamstac.impartiality.models import Conflict, Declaration
from jamstac.impartiality.states import CLOSE_KINDS, ConflictKind, DeclaredKind, Disposition
from jamstac.kernel.periods import months_before
from jamstac.kernel.verdicts import Verdict
from jamstac.parameters.selectors import is_set, number
from jamstac.people.models import Person, Relation

WINDOW = "training_conflict_window"


@dataclass(frozen=True)
class Pair:
    """An assessor (`person`) and a candidate (`other`) of a case. `institution` and `education` as the candidate
    wrote them in the application; `waived`: a document lifts HR-03 for the case."""

    person: Person
    other: Person
    case: UUID
    institution: str = ""
    education: str = ""
    waived: bool = False

    @property
    def key(self) -> tuple[UUID, UUID]:
        return self.person.pk, self.case


@dataclass(frozen=True)
class Disclosure:
    """What an assessor says about one candidate. `until`: the last day of a training that is over."""

    conflicted: bool
    kind: str = ""
    note: str = ""
    until: date | None = None

    @property
    def explained(self) -> bool:
        if not self.conflicted:
            return True
        return self.kind in DeclaredKind.values and (self.kind != DeclaredKind.OTHER or bool(self.note.strip()))


Found = Mapping[ConflictKind, Relation | None]


def window_setting(body_id: UUID, day: date) -> Verdict:
    """Refuses where the LSP did not say for how long a training is a conflict."""
    return is_set(WINDOW, number(body_id, WINDOW, day))


def found_among(body_id: UUID, pairs: Sequence[Pair], day: date) -> dict[tuple[UUID, UUID], Found]:
    """Every reason to look at each pair on `day`, with the relation it rests on. Two queries."""
    window = number(body_id, WINDOW, day)
    since = None if window is None else months_before(day, window)
    relations = _relations(pairs)
    return {pair.key: _found(pair, relations.get(_two(pair), []), day, since) for pair in pairs}


def _two(pair: Pair) -> frozenset[UUID]:
    return frozenset({pair.person.pk, pair.other.pk})


def _relations(pairs: Sequence[Pair]) -> dict[frozenset[UUID], list[Relation]]:
    people, others = {pair.person.pk for pair in pairs}, {pair.other.pk for pair in pairs}
    rows = Relation.objects.filter(
        Q(person__in=people, other__in=others) | Q(person__in=others, other__in=people)
    ).order_by("valid_from", "pk")
    found: dict[frozenset[UUID], list[Relation]] = {}
    for row in rows:
        found.setdefault(frozenset({row.person_id, row.other_id}), []).append(row)
    return found


def _found(pair: Pair, relations: list[Relation], day: date, since: date | None) -> Found:
    told = {
        row: RelationFact(row.kind, row.person_id == pair.person.pk, row.valid_from, row.valid_until)
        for row in relations
    }
    facts = PairFacts(
        day=day,
        since=since,
        assessor_institution=pair.person.institution,
        candidate_institutions=(pair.institution, pair.other.institution),
        candidate_schools=(pair.education, pair.other.education),
        relations=tuple(told.values()),
    )
    found: dict[ConflictKind, Relation | None] = dict.fromkeys(sorted(find_conflicts(facts)))
    for row, fact in told.items():
        kind = kind_of(fact, facts)
        if kind is not None:
            found[kind] = row
    return found


def pair_counts(
    event_id: UUID, body_id: UUID, pairs: Sequence[Pair], day: date, *, entering: bool = False
) -> PairCounts:
    """For HR-03, HR-04 and HR-06. `entering`: the pairs come into the event by this act, which records what it
    finds, so that only what was decided about them before counts. Three queries."""
    each = counts_by_pair(event_id, body_id, pairs, day, entering=entering).values()
    return PairCounts(
        trained_pairs=sum(one.trained_pairs for one in each),
        close_pairs=sum(one.close_pairs for one in each),
        open_conflicts=sum(one.open_conflicts for one in each),
        replaced_pairs=sum(one.replaced_pairs for one in each),
    )


def counts_by_pair(
    event_id: UUID, body_id: UUID, pairs: Sequence[Pair], day: date, *, entering: bool = False
) -> dict[tuple[UUID, UUID], PairCounts]:
    """The same for each pair alone, by its key. Three queries, whatever their number."""
    found = found_among(body_id, pairs, day)
    recorded: dict[tuple[UUID, UUID], list[Conflict]] = {}
    for row in Conflict.objects.filter(event=event_id, case__in=[pair.case for pair in pairs]):
        recorded.setdefault((row.person_id, row.case), []).append(row)
    counts = {}
    for pair in pairs:
        rows, kinds = recorded.get(pair.key, []), set(found[pair.key])
        still_open = 0
        if not entering:
            still_open = sum(row.confirmed_at is None and row.lapsed_at is None for row in rows)
            still_open += len(kinds - {row.kind for row in rows})
        counts[pair.key] = PairCounts(
            trained_pairs=int(ConflictKind.TRAINED in kinds and not pair.waived),
            close_pairs=int(bool(CLOSE_KINDS & kinds)),
            open_conflicts=still_open,
            replaced_pairs=sum(row.confirmed_at is not None and row.disposition == Disposition.REPLACE for row in rows),
        )
    return counts


def undeclared_pairs(event_id: UUID, assessors: Iterable[UUID], candidates: Iterable[UUID]) -> int:
    """Pairs of an assessor and a candidate (persons) that nobody declared at this event. One query."""
    wanted = {(one, other) for one in assessors for other in candidates if one != other}
    rows = Declaration.objects.filter(event=event_id).values_list("person_id", "other_id")
    return len(wanted - set(rows))


def declared_by(event_id: UUID, person_id: UUID) -> dict[UUID, Declaration]:
    """What an assessor declared at this event, by the candidate's person. One query."""
    return {row.other_id: row for row in Declaration.objects.filter(event=event_id, person_id=person_id)}


def declaration_facts(
    event_id: UUID,
    person_id: UUID,
    candidates: Mapping[UUID, UUID],
    answers: Mapping[UUID, Disclosure],
    statement: Statement,
    *,
    is_assigned: bool,
    event_cancelled: bool,
) -> DeclarationFacts:
    """`candidates` are persons by case, `answers` by case."""
    before = declared_by(event_id, person_id)
    told = {case: before[other].conflicted for case, other in candidates.items() if other in before}
    return DeclarationFacts(
        agreed=statement.agreed,
        is_staff=True,
        reauthenticated=statement.reauthenticated,
        signed_before=False,
        is_assigned=is_assigned,
        event_cancelled=event_cancelled,
        unanswered=len(set(candidates) - set(told) - set(answers)),
        foreign=len(set(answers) - set(candidates)),
        unexplained=sum(not answer.explained for answer in answers.values()),
        taken_back=sum(told.get(case, False) and not answer.conflicted for case, answer in answers.items()),
    )


# ---------------------------------------------------------------- conflicts


def conflicts_for(body_id: UUID) -> QuerySet[Conflict]:
    """Conflicts of the LSP with the people a page names, newest first."""
    rows = Conflict.objects.filter(body_id=body_id).select_related(
        "person", "other", "proposed_by", "confirmed_by", "relation"
    )
    return rows.order_by("-found_at", "-pk")


OPEN = Q(lapsed_at=None, confirmed_at=None)


def unsettled(body_id: UUID) -> QuerySet[Conflict]:
    return conflicts_for(body_id).filter(OPEN)


def open_conflicts(case: UUID, person_id: UUID) -> int:
    """Conflicts of an assessor and the case they assessed that nothing settled (HR-41). One query."""
    rows = Conflict.objects.filter(case=case, person_id=person_id, lapsed_at=None)
    return rows.filter(Q(confirmed_at=None) | Q(disposition=Disposition.REPLACE)).count()


def _is_close(conflict: Conflict, today: date) -> bool:
    """What makes the pair close holds today still."""
    pair = Pair(conflict.person, conflict.other, conflict.case)
    return conflict.kind in CLOSE_KINDS and conflict.kind in found_among(conflict.body_id, [pair], today)[pair.key]


def proposal_facts(conflict: Conflict, disposition: str, reason: str, today: date) -> ProposalFacts:
    return ProposalFacts(
        lapsed=conflict.lapsed_at is not None,
        confirmed=conflict.confirmed_at is not None,
        disposition_known=disposition in Disposition.values,
        reason_given=bool(reason.strip()),
        is_close=_is_close(conflict, today),
        lets_pass=disposition != Disposition.REPLACE,
    )


def confirmation_facts(
    conflict: Conflict, person_id: UUID | None, reason: str, read: datetime | None = None
) -> ConfirmationFacts:
    """`read`: when the proposal that was read had been made; None for the one that stands."""
    return ConfirmationFacts(
        lapsed=conflict.lapsed_at is not None,
        proposed=bool(conflict.disposition),
        changed=read is not None and read != conflict.proposed_at,
        confirmed=conflict.confirmed_at is not None,
        is_proposer=person_id is not None and person_id == conflict.proposed_by_id,
        reason_given=bool(reason.strip()),
    )


# ---------------------------------------------------------------- relations


def relations_for(body_id: UUID) -> QuerySet[Relation]:
    return Relation.objects.filter(body_id=body_id).select_related("person", "other").order_by("-valid_from", "-pk")


def ending_facts(relation: Relation, person_id: UUID | None, last_day: date, reason: str, today: date) -> EndingFacts:
    """A relation ended on the day before it began never held: how a wrong entry is taken out of use."""
    return EndingFacts(
        is_concerned=person_id in (relation.person_id, relation.other_id),
        ended=relation.valid_until is not None and relation.valid_until < today,
        period_is_valid=last_day >= relation.valid_from - timedelta(days=1),
        reason_given=bool(reason.strip()),
    )
