"""The file a decision rests on (HR-37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jamstac.assessment.checklist import checklist_of, sheets_for
from jamstac.assessment.instrument_sheets import SHEET_OF
from jamstac.assessment.models import Assessment
from jamstac.bodies.models import Body
from jamstac.documents.models import PaperSheet, Sheet
from jamstac.documents.states import SheetCode
from jamstac.kernel.canonical import canonical, digest

EXAMINER_SHEETS = (SheetCode.APL02, SheetCode.AK07, SheetCode.AK01, *SHEET_OF.values(), SheetCode.AK02)
"""Whoever signed one of these beside the candidate examined a part of the assessment (HR-01)."""


@dataclass(frozen=True)
class CaseFile:
    """The file of one case as it is now. `digest` covers every sheet with every signature on it, and every paper."""

    sheets: tuple[Sheet, ...]
    papers: tuple[PaperSheet, ...]
    """Scans of forms filled in on paper, confirmed by a second person."""
    missing: tuple[str, ...]
    unsigned: tuple[str, ...]
    signers: frozenset[UUID]
    """Persons beside the candidate who signed a sheet of the assessment."""
    digest: str


def case_file(assessment: Assessment) -> CaseFile:
    """What the checklist of the case asks for: the newest version of each sheet, what is missing, what lacks a
    signature on the screen or on paper."""
    have = sheets_for(assessment)
    lines = [line for line in checklist_of(assessment, have) if line.needed]
    return CaseFile(
        sheets=tuple(sheet for line in lines for sheet in have.newest(line.code)),
        papers=have.papers,
        missing=tuple(str(line.code) for line in lines if line.sheet is None and not line.is_signed),
        unsigned=tuple(str(line.code) for line in lines if line.sheet is not None and not line.is_signed),
        signers=frozenset[UUID]().union(*(have.signers(code) for code in EXAMINER_SHEETS))
        - {assessment.application.person_id},
        digest=digest(
            canonical(
                [
                    [sheet.code, sheet.version, sheet.digest, [str(row.pk) for row in have.signatures[sheet.pk]]]
                    for sheet in have.versions
                ]
                + [[paper.code, "kertas", paper.file.sha256, [str(paper.pk)]] for paper in have.papers]
            )
        ),
    )


def assessed_on(assessment: Assessment, body: Body) -> date:
    """The day of the assessment where the LSP is: that of its recommendation, else of its event."""
    done = assessment.recommended_at
    return assessment.event.date if done is None else done.astimezone(body.zone).date()
