"""What the facts about two people say: a pure matching, so that a table can test it."""

from __future__ import annotations

import re
from datetime import date

from jamstac.impartiality.facts import PairFacts, RelationFact
from jamstac.impartiality.states import ConflictKind
from jamstac.people.states import RelationKind

_LONG_NAMES = [
    (r"\bsekolah menengah kejuruan\b", "smk"),
    (r"\bsekolah menengah atas\b", "sma"),
    (r"\bmadrasah aliyah\b", "ma"),
    (r"\b(smk|sma|smp|ma) ?(?:negeri|n)\b", r"\1n"),
    (r"\b(smk|sma|smp|ma)n(\d)", r"\1n \2"),
    (r"\buniversitas\b", "univ"),
    (r"\bpoliteknik\b", "poltek"),
]
_LEGAL_FORMS = re.compile(r"\b(pt|cv|tbk|ud|persero|perseroan terbatas|yayasan)\b")

_ONE_WAY = {
    RelationKind.DECIDED: ConflictKind.DECIDED,
    RelationKind.ASSESSED: ConflictKind.ASSESSED,
}
_IN_FORCE_EITHER_WAY = {
    RelationKind.KIN: ConflictKind.KIN,
    RelationKind.SUPERVISES: ConflictKind.SUPERVISES,
    RelationKind.EMPLOYS: ConflictKind.EMPLOYS,
}


def normalised(name: str) -> str:
    """The name of an institution in one spelling: `SMK Negeri 1 Ciamis` and `SMKN1 CIAMIS` are the same,
    `PT. Maju Jaya Tbk` and `Maju Jaya` as well. Empty where nothing names an institution."""
    words = re.sub(r"[^\w ]+", " ", name.casefold())
    words = " ".join(words.split())
    for pattern, short in _LONG_NAMES:
        words = re.sub(pattern, short, words)
    return " ".join(_LEGAL_FORMS.sub(" ", words).split())


def find_conflicts(pair: PairFacts) -> frozenset[ConflictKind]:
    """Every reason to look at the pair on its day (IMP-15)."""
    found = {kind for each in pair.relations if (kind := kind_of(each, pair)) is not None}
    own = normalised(pair.assessor_institution)
    if own and own in {normalised(each) for each in pair.candidate_institutions}:
        found.add(ConflictKind.INSTITUTION)
    if own and own in {normalised(each) for each in pair.candidate_schools}:
        found.add(ConflictKind.SCHOOL)
    return frozenset(found)


def kind_of(each: RelationFact, pair: PairFacts) -> ConflictKind | None:
    """What one relation means for the pair; None when nothing, or nothing any more."""
    kind, current = RelationKind(each.kind), _in_force(each, pair.day)
    if each.valid_until is not None and each.valid_until < each.valid_from:
        return None  # ended as never true
    if kind in _IN_FORCE_EITHER_WAY:
        return _IN_FORCE_EITHER_WAY[kind] if current else None
    if not each.by_assessor or each.valid_from > pair.day:
        return None
    if kind in _ONE_WAY:  # of an earlier day: what this very event brought about is none
        return _ONE_WAY[kind] if each.valid_from < pair.day else None
    if kind == RelationKind.TEACHES and current:
        return ConflictKind.TEACHES
    return ConflictKind.TRAINED if _inside(each, pair.since) else None


def _in_force(each: RelationFact, day: date) -> bool:
    return each.valid_from <= day and (each.valid_until is None or day <= each.valid_until)


def _inside(each: RelationFact, since: date | None) -> bool:
    """The last day of a training lies in the window."""
    return since is not None and (each.valid_until is None or each.valid_until >= since)
