from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.impartiality import rules
from jamstac.impartiality.facts import (
    ConfirmationFacts,
    DeclarationFacts,
    EndingFacts,
    PairCounts,
    PairFacts,
    ProposalFacts,
    RelationFact,
)
from jamstac.impartiality.matching import find_conflicts, normalised
from jamstac.impartiality.states import ConflictKind
from jamstac.people.states import RelationKind

DAY, SINCE = date(2026, 11, 24), date(2024, 11, 24)
PAIR = PairFacts(
    day=DAY,
    since=SINCE,
    assessor_institution="SMK Negeri 1 Contoh",
    candidate_institutions=("Kedai Umpama", ""),
    candidate_schools=("SMK Swasta Misal", ""),
    relations=(),
)
K = ConflictKind


def said(verdict: Any) -> list[tuple[str, str]]:
    return [(each.rule, each.code) for each in verdict.refusals]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SMK Negeri 1 Contoh", "SMKN 1 CONTOH"),
        ("SMK Negeri 1 Contoh", "smkn1 contoh"),
        ("SMK Negeri 1 Contoh", "SMK N 1  Contoh"),
        ("Sekolah Menengah Kejuruan Negeri 1 Contoh", "SMKN 1 Contoh"),
        ("PT. Maju Umpama, Tbk", "Maju Umpama"),
        ("CV Maju Umpama", "PT Maju Umpama"),
        ("Universitas Rekaan", "univ. rekaan"),
    ],
)
def test_an_institution_is_known_under_its_usual_spellings(one: str, other: str) -> None:
    assert normalised(one) == normalised(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("SMKN 1 Contoh", "SMKN 11 Contoh"), ("SMKN 1 Contoh", "SMAN 1 Contoh"), ("Maju", "Maju Jaya")]
)
def test_other_institutions_stay_apart(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    ("kind", "by_assessor", "start", "end", "found"),
    [
        (RelationKind.TRAINED, True, date(2025, 1, 1), date(2025, 2, 1), K.TRAINED),
        (RelationKind.TRAINED, True, date(2020, 1, 1), date(2024, 11, 24), K.TRAINED),
        (RelationKind.TRAINED, True, date(2020, 1, 1), date(2024, 11, 23), None),
        (RelationKind.TRAINED, True, date(2020, 1, 1), None, K.TRAINED),
        (RelationKind.TRAINED, False, date(2025, 1, 1), date(2025, 2, 1), None),
        (RelationKind.TRAINED, True, date(2026, 11, 25), None, None),
        (RelationKind.TRAINED, True, date(2026, 11, 1), date(2026, 10, 31), None),
        (RelationKind.TEACHES, True, date(2026, 7, 1), None, K.TEACHES),
        (RelationKind.TEACHES, True, date(2025, 7, 1), date(2026, 6, 30), K.TRAINED),
        (RelationKind.TEACHES, True, date(2020, 7, 1), date(2021, 6, 30), None),
        (RelationKind.TEACHES, False, date(2026, 7, 1), None, None),
        (RelationKind.KIN, True, date(2000, 1, 1), None, K.KIN),
        (RelationKind.KIN, False, date(2000, 1, 1), None, K.KIN),
        (RelationKind.SUPERVISES, True, date(2026, 1, 1), None, K.SUPERVISES),
        (RelationKind.SUPERVISES, False, date(2026, 1, 1), None, K.SUPERVISES),
        (RelationKind.SUPERVISES, True, date(2025, 1, 1), date(2025, 12, 31), None),
        (RelationKind.EMPLOYS, False, date(2026, 1, 1), None, K.EMPLOYS),
        (RelationKind.ASSESSED, True, date(2022, 1, 1), date(2022, 1, 1), K.ASSESSED),
        (RelationKind.DECIDED, True, date(2022, 1, 1), date(2022, 1, 1), K.DECIDED),
        (RelationKind.ASSESSED, True, date(2026, 11, 24), date(2026, 11, 24), None),
        (RelationKind.ASSESSED, False, date(2022, 1, 1), date(2022, 1, 1), None),
    ],
)
def test_a_relation_is_a_conflict_by_kind_direction_and_day(
    kind: RelationKind, by_assessor: bool, start: date, end: date | None, found: ConflictKind | None
) -> None:
    pair = replace(PAIR, relations=(RelationFact(kind, by_assessor, start, end),))
    assert find_conflicts(pair) == (frozenset() if found is None else {found})


def test_without_a_window_no_training_counts_and_teaching_still_does() -> None:
    trained = RelationFact(RelationKind.TRAINED, True, date(2026, 1, 1))
    teaches = RelationFact(RelationKind.TEACHES, True, date(2026, 1, 1))
    assert find_conflicts(replace(PAIR, since=None, relations=(trained, teaches))) == {K.TEACHES}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, set()),
        ({"candidate_institutions": ("SMKN 1 Contoh",)}, {K.INSTITUTION}),
        ({"candidate_schools": ("smkn1 contoh",)}, {K.SCHOOL}),
        (
            {"candidate_institutions": ("SMKN 1 Contoh",), "candidate_schools": ("SMKN 1 Contoh",)},
            {K.INSTITUTION, K.SCHOOL},
        ),
        ({"assessor_institution": "", "candidate_institutions": ("",)}, set()),
        ({"assessor_institution": "PT", "candidate_institutions": ("CV",)}, set()),
    ],
)
def test_the_same_workplace_and_the_own_school_are_found(change: dict[str, Any], found: set[ConflictKind]) -> None:
    assert find_conflicts(replace(PAIR, **change)) == found


@pytest.mark.parametrize(
    ("rule", "counts", "expected"),
    [
        (rules.trainer_is_not_assessor, PairCounts(1, 0, 0, 0), [("HR-03", "pair.trainer")]),
        (rules.assessor_is_not_close, PairCounts(0, 2, 0, 0), [("HR-04", "pair.close")]),
        (rules.conflicts_are_settled, PairCounts(0, 0, 1, 0), [("HR-06", "pair.conflict_open")]),
        (rules.conflicts_are_settled, PairCounts(0, 0, 0, 1), [("HR-06", "pair.replaced")]),
        (rules.trainer_is_not_assessor, PairCounts(0, 9, 9, 9), []),
        (rules.assessor_is_not_close, PairCounts(9, 0, 9, 9), []),
        (rules.conflicts_are_settled, PairCounts(9, 9, 0, 0), []),
    ],
)
def test_each_rule_asks_its_own_count(rule: Any, counts: PairCounts, expected: list[Any]) -> None:
    assert said(rule(counts)) == expected


DECLARATION = DeclarationFacts(
    agreed=True,
    is_staff=True,
    reauthenticated=True,
    signed_before=False,
    is_assigned=True,
    event_cancelled=False,
    unanswered=0,
    foreign=0,
    unexplained=0,
    taken_back=0,
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"is_assigned": False}, [("IMP-08", "declaration.not_assigned")]),
        ({"event_cancelled": True}, [("IMP-08", "event.cancelled")]),
        ({"foreign": 1}, [("IMP-08", "declaration.not_candidate")]),
        ({"unanswered": 2}, [("IMP-08", "declaration.unanswered")]),
        ({"unexplained": 1}, [("IMP-08", "declaration.unexplained")]),
        ({"taken_back": 1}, [("IMP-08", "declaration.taken_back")]),
        ({"agreed": False}, [("REC-03", "signature.not_agreed")]),
        ({"reauthenticated": False}, [("SEC-02", "signature.no_reauthentication")]),
    ],
)
def test_a_declaration_is_whole_explained_and_signed(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(rules.may_declare(replace(DECLARATION, **change))) == expected


PROPOSAL = ProposalFacts(
    lapsed=False, confirmed=False, disposition_known=True, reason_given=True, is_close=False, lets_pass=True
)
CONFIRMATION = ConfirmationFacts(
    lapsed=False, proposed=True, changed=False, confirmed=False, is_proposer=False, reason_given=True
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"lapsed": True}, [("IMP-09", "conflict.lapsed")]),
        ({"confirmed": True}, [("IMP-09", "conflict.confirmed_before")]),
        ({"disposition_known": False}, [("IMP-09", "conflict.no_disposition")]),
        ({"reason_given": False}, [("IMP-09", "conflict.no_reason")]),
        ({"is_close": True}, [("HR-04", "conflict.close_passes_never")]),
        ({"is_close": True, "lets_pass": False}, []),
    ],
)
def test_a_disposition_is_proposed_with_a_reason(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(rules.may_propose_disposition(replace(PROPOSAL, **change))) == expected


@pytest.mark.parametrize(
    ("change", "confirming", "returning"),
    [
        ({}, [], []),
        ({"is_proposer": True}, [("HR-06", "conflict.own_proposal")], []),
        ({"proposed": False}, [("IMP-09", "conflict.not_proposed")], [("IMP-09", "conflict.not_proposed")]),
        ({"confirmed": True}, [("IMP-09", "conflict.confirmed_before")], [("IMP-09", "conflict.confirmed_before")]),
        ({"lapsed": True}, [("IMP-09", "conflict.lapsed")], [("IMP-09", "conflict.lapsed")]),
        (
            {"changed": True},
            [("IMP-09", "conflict.proposal_changed")],
            [("IMP-09", "conflict.proposal_changed")],
        ),
        ({"reason_given": False}, [], [("IMP-09", "conflict.no_reason")]),
    ],
)
def test_another_person_confirms_or_returns(
    change: dict[str, Any], confirming: list[Any], returning: list[Any]
) -> None:
    facts = replace(CONFIRMATION, **change)
    assert said(rules.may_confirm_disposition(facts)) == confirming
    assert said(rules.may_return_disposition(facts)) == returning


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (EndingFacts(False, False, True, True), []),
        (EndingFacts(True, False, True, True), [("HR-15", "door.about_oneself")]),
        (EndingFacts(False, True, True, True), [("REC-03", "relation.ended_already")]),
        (EndingFacts(False, False, False, True), [("REC-03", "relation.period")]),
        (EndingFacts(False, False, True, False), [("REC-03", "relation.no_reason")]),
    ],
)
def test_a_relation_ends_by_a_third_person_with_a_reason(facts: EndingFacts, expected: list[Any]) -> None:
    assert said(rules.may_end_relation(facts)) == expected
