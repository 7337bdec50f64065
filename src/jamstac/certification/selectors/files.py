"""The file a decision rests on (HR-37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jamstac.assessment.models import Assessment
from jamstac.bodies.models import Body
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.states import SheetCode
from jamstac.kernel.canonical import canonical, digest

FILE_CODES = (SheetCode.APL01, SheetCode.APL02, SheetCode.AK01, SheetCode.IA01, SheetCode.AK02)
"""The sheets a decision rests on (HR-37)."""


EXAMINER_SHEETS = (SheetCode.APL02, SheetCode.AK01, SheetCode.IA01, SheetCode.AK02)
"""Whoever signed one of these beside the candidate examined a part of the assessment (HR-01)."""


@dataclass(frozen=True)
class CaseFile:
    """The file of one case as it is now. `digest` covers every sheet and every signature on it."""

    sheets: tuple[Sheet, ...]
    missing: tuple[str, ...]
    unsigned: tuple[str, ...]
    signers: frozenset[UUID]
    """Persons beside the candidate who signed a sheet of the assessment."""
    digest: str


def case_file(application_id: UUID, candidate_id: UUID) -> CaseFile:
    """The newest version of each sheet; the candidate may have signed an earlier one, which the newest repeats
    with the staff's part filled in. Two queries."""
    versions = list(
        Sheet.objects.filter(case=application_id, code__in=FILE_CODES).order_by("code", "version").defer("content")
    )
    newest = {sheet.code: sheet for sheet in versions}
    signatures: dict[UUID, list[Signature]] = {sheet.pk: [] for sheet in versions}
    for row in Signature.objects.filter(sheet__in=versions).order_by("signed_at", "pk"):
        signatures[row.sheet_id].append(row)
    signers: dict[str, set[UUID]] = {code: set() for code in FILE_CODES}
    for sheet in versions:
        signers[sheet.code] |= {row.person_id for row in signatures[sheet.pk]}
    present = [code for code in FILE_CODES if code in newest]
    return CaseFile(
        sheets=tuple(newest[code] for code in present),
        missing=tuple(str(code) for code in FILE_CODES if code not in newest),
        unsigned=tuple(
            str(code)
            for code in present
            if candidate_id not in signers[code] or len(signers[code]) < 2 or not signatures[newest[code].pk]
        ),
        signers=frozenset[UUID]().union(*(signers[code] for code in EXAMINER_SHEETS)) - {candidate_id},
        digest=digest(
            canonical(
                [
                    [sheet.code, sheet.version, sheet.digest, [str(row.pk) for row in signatures[sheet.pk]]]
                    for sheet in versions
                ]
            )
        ),
    )


def assessed_on(assessment: Assessment, body: Body) -> date:
    """The day of the assessment where the LSP is: that of its recommendation, else of its event."""
    done = assessment.recommended_at
    return assessment.event.date if done is None else done.astimezone(body.zone).date()
