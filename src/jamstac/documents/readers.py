"""Who reads a case file. Most staff functions read every case of their LSP; some only what was given to them.

The apps above know what was given to whom and which file belongs to which case: each registers that in its own
`readers.py`, so that documents need not know applications, events or assessments.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from jamstac.documents.models import StoredFile
from jamstac.people.states import Function

ONLY_WHAT_IS_GIVEN = frozenset({str(Function.ASSESSOR), str(Function.SCHEME_COMMITTEE)})
"""Functions that read nothing but what was given to them (ISO/IEC 17024 7.3)."""

GivenTest = Callable[[UUID, Collection[UUID]], bool]
"""(person, ids of cases and of what sheets are about) → whether any of them was given to the person."""
CasesOfFile = Callable[[UUID], Iterable[UUID]]
"""file → the cases it is evidence of."""

OfficeTest = Callable[[UUID], bool]
"""file → whether it is a paper of the LSP itself, about nobody (its licence)."""

OwnTest = Callable[[UUID, UUID], bool]
"""(person, file) → whether the file stands in the person's own draft or case, whoever put it there."""

Related = Callable[[UUID], Iterable[UUID]]
"""case → records about several cases whose sheets belong into its file: the event, the tool set, the meeting."""


@dataclass(frozen=True)
class EvidenceFile:
    """A file that is evidence in a case: what it is called there, and where it belongs."""

    title: str
    place: str
    file: StoredFile


EvidenceOfCase = Callable[[UUID], Iterable[EvidenceFile]]
"""case → the files that are evidence in it."""

_tests: list[GivenTest] = []
_related: list[Related] = []
_own: list[OwnTest] = []
_files: list[CasesOfFile] = []
_office: list[OfficeTest] = []
_evidence: list[EvidenceOfCase] = []


def register_given(test: GivenTest) -> GivenTest:
    _tests.append(test)
    return test


def register_related(related: Related) -> Related:
    _related.append(related)
    return related


def related_to(case: UUID) -> set[UUID]:
    return {each for related in _related for each in related(case)}


def register_file_cases(cases: CasesOfFile) -> CasesOfFile:
    _files.append(cases)
    return cases


def register_office_file(test: OfficeTest) -> OfficeTest:
    _office.append(test)
    return test


def register_evidence(evidence: EvidenceOfCase) -> EvidenceOfCase:
    _evidence.append(evidence)
    return evidence


def evidence_of_case(case: UUID) -> list[EvidenceFile]:
    """Every evidence file of a case once, the earliest first."""
    found: dict[UUID, EvidenceFile] = {}
    for evidence in _evidence:
        for each in evidence(case):
            found.setdefault(each.file.pk, each)
    return sorted(found.values(), key=lambda each: (each.file.uploaded_at, each.file.pk))


def register_own_file(test: OwnTest) -> OwnTest:
    _own.append(test)
    return test


def is_own_file(person_id: UUID, file_id: UUID) -> bool:
    return any(test(person_id, file_id) for test in _own)


def is_office_file(file_id: UUID) -> bool:
    return any(test(file_id) for test in _office)


def reads_all(roles: frozenset[str]) -> bool:
    """Whether one of `roles` reads every case of the LSP."""
    return bool(roles - ONLY_WHAT_IS_GIVEN)


def was_given(person_id: UUID, ids: Collection[UUID]) -> bool:
    return bool(ids) and any(test(person_id, ids) for test in _tests)


def reads_case(roles: frozenset[str], person_id: UUID, case: UUID) -> bool:
    """Whether `roles` (those of the permission asked that are held today) let a person read a case."""
    return reads_all(roles) or (bool(roles) and was_given(person_id, {case}))


def cases_of_file(file_id: UUID) -> set[UUID]:
    return {case for cases in _files for case in cases(file_id)}
