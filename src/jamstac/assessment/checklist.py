"""Which sheets a case needs, and how far each has come. Pages and the file a decision rests on both ask here.

A form that was filled in on paper and confirmed by a second person counts for the signatures on it, never for data:
marks and plans are entered all the same, and what a recommendation froze is signed by the candidate as it was entered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.assessment.instrument_sheets import SHEET_OF
from jamstac.assessment.models import Assessment
from jamstac.assessment.planning import plan_of
from jamstac.assessment.progress import Progress, progress_of
from jamstac.assessment.selectors import AGREEMENT_CODES
from jamstac.assessment.states import AssessmentState
from jamstac.documents.models import PaperSheet, Sheet, Signature
from jamstac.documents.states import PaperState, SheetCode
from jamstac.instruments.states import InstrumentCode

ALWAYS_FIRST = (SheetCode.APL01, SheetCode.APL02, SheetCode.MAPA01, SheetCode.MAPA02, SheetCode.AK07, SheetCode.AK01)
OF_TOOLS = (SheetCode.MAPA01, SheetCode.MAPA02)
"""Sheets of the MUK, not of the case: one for every candidate of it."""
ASSESSOR_ONLY = (SheetCode.IA10,)
"""Confidential: the candidate neither reads nor signs it."""
FILE_CODES = (*ALWAYS_FIRST, *SHEET_OF.values(), SheetCode.AK02)
"""Sheets of the file a decision rests on (HR-37). What follows the decision is not among them."""


class LineState(Enum):
    MISSING = "missing"
    WAITING_CANDIDATE = "waiting_asesi"
    WAITING_ASSESSOR = "waiting_asesor"
    COMPLETE = "complete"
    ON_PAPER = "on_paper"
    NOT_NEEDED = "not_needed"


WORDS = {
    LineState.MISSING: gettext_lazy("Belum ada"),
    LineState.WAITING_CANDIDATE: gettext_lazy("Menunggu tanda tangan asesi"),
    LineState.WAITING_ASSESSOR: gettext_lazy("Menunggu asesor"),
    LineState.COMPLETE: gettext_lazy("Lengkap"),
    LineState.ON_PAPER: gettext_lazy("Di kertas"),
    LineState.NOT_NEEDED: gettext_lazy("Tidak diperlukan"),
}
MARKS = {
    LineState.MISSING: ("idle", "ring"),
    LineState.WAITING_CANDIDATE: ("warn", "half"),
    LineState.WAITING_ASSESSOR: ("go", "half"),
    LineState.COMPLETE: ("ok", "tick"),
    LineState.ON_PAPER: ("ok", "tick"),
    LineState.NOT_NEEDED: ("idle", "dash"),
}


@dataclass(frozen=True)
class Line:
    """One sheet of a case. `sheet` is its newest version, `paper` the confirmed scan of its paper twin; `why` what is
    still to do, or why it is not needed."""

    code: SheetCode
    needed: bool
    state: LineState
    sheet: Sheet | None
    why: str = ""
    paper: PaperSheet | None = None

    @property
    def is_signed(self) -> bool:
        return self.state in (LineState.COMPLETE, LineState.ON_PAPER)

    @property
    def title(self) -> str:
        return _(str(self.code.label))

    @property
    def word(self) -> str:
        return str(WORDS[self.state])

    @property
    def tone(self) -> str:
        return MARKS[self.state][0]

    @property
    def shape(self) -> str:
        return MARKS[self.state][1]


@dataclass(frozen=True)
class CaseSheets:
    """All versions of the file's sheets, who signed each, and the scans of paper twins but for the rejected ones.
    Three queries."""

    versions: tuple[Sheet, ...]
    signatures: Mapping[UUID, tuple[Signature, ...]]
    scans: tuple[PaperSheet, ...]

    @property
    def papers(self) -> tuple[PaperSheet, ...]:
        """Those a second person confirmed: they belong to the file."""
        return tuple(scan for scan in self.scans if scan.state == PaperState.CONFIRMED)

    def paper(self, code: SheetCode) -> PaperSheet | None:
        """The newest confirmed one."""
        return next((each for each in reversed(self.papers) if each.code == code), None)

    def waits_for_second_person(self, code: SheetCode) -> bool:
        return any(scan.code == code and scan.state == PaperState.ENTERED for scan in self.scans)

    def newest(self, code: SheetCode) -> list[Sheet]:
        """The newest of each: a case may have several third parties."""
        found: dict[UUID, Sheet] = {}
        for sheet in self.versions:
            if sheet.code == code:
                found[sheet.subject_id] = sheet
        return list(found.values())

    def signers(self, code: SheetCode) -> set[UUID]:
        """Of any version: the newest repeats an earlier one with the staff's part filled in."""
        return {row.person_id for sheet in self.versions if sheet.code == code for row in self.signatures[sheet.pk]}


def sheets_for(assessment: Assessment) -> CaseSheets:
    of_case = Sheet.objects.filter(case=assessment.application_id, code__in=[*FILE_CODES])
    rows = list(of_case.order_by("code", "subject_id", "version").defer("content"))
    if assessment.tool_set_id is not None:
        tools = Sheet.objects.filter(subject_id=assessment.tool_set_id, code__in=OF_TOOLS)
        rows += list(tools.order_by("code", "version").defer("content"))
    signed: dict[UUID, list[Signature]] = {sheet.pk: [] for sheet in rows}
    for row in Signature.objects.filter(sheet__in=rows).order_by("signed_at", "pk"):
        signed[row.sheet_id].append(row)
    scans = PaperSheet.objects.filter(case=assessment.application_id, code__in=[*FILE_CODES]).select_related("file")
    rest = scans.exclude(state=PaperState.REJECTED).order_by("entered_at", "pk")
    return CaseSheets(tuple(rows), {pk: tuple(each) for pk, each in signed.items()}, tuple(rest))


def checklist_of(assessment: Assessment, sheets: CaseSheets | None = None) -> list[Line]:
    """The file of the case in the order of the process. A dozen queries."""
    have = sheets or sheets_for(assessment)
    progress = progress_of([assessment])[assessment.pk]
    lines = [_line(assessment, have, code) for code in ALWAYS_FIRST]
    open_codes = {step.code for step in progress.open}
    planned = {step.code for step in progress.steps}
    left_out = {row.code: row.reason for row in plan_of(assessment) if row.dropped and row.code not in planned}
    for code in InstrumentCode:
        sheet_code = SHEET_OF[code]
        paper = have.paper(sheet_code)
        if code in planned:
            judged = code not in open_codes
            lines.append(_line(assessment, have, sheet_code, _todo(assessment, code, progress, judged), judged))
        elif code in left_out:
            reason = _("Ditiadakan: %(reason)s") % {"reason": left_out[code]}
            lines.append(Line(sheet_code, False, LineState.NOT_NEEDED, None, reason, paper))
        elif paper is not None:
            reason = _("Tidak ada pada rencana asesi. Pindaiannya ikut dalam berkas.")
            lines.append(Line(sheet_code, False, LineState.ON_PAPER, None, reason, paper))
    lines.append(_line(assessment, have, SheetCode.AK02))
    return lines


def _todo(assessment: Assessment, code: str, progress: Progress, judged: bool) -> str:
    if assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED):
        return ""
    if code == InstrumentCode.OBSERVATION:
        return _("%(done)d dari %(total)d KUK dinilai") % {"done": progress.judged, "total": progress.total}
    return _("Sudah dinilai; lembarnya dibuat bersama rekomendasi") if judged else _("Belum dinilai")


def _line(assessment: Assessment, have: CaseSheets, code: SheetCode, todo: str = "", judged: bool = False) -> Line:
    """`judged`: an instrument whose marks are all entered."""
    newest, paper = have.newest(code), have.paper(code)
    state = _state(assessment, have, code, newest) if newest else LineState.MISSING
    told = [todo] if todo else []
    if not newest and judged:
        state = LineState.WAITING_ASSESSOR if paper is None else LineState.ON_PAPER
    elif not newest and paper is not None:
        state = LineState.WAITING_ASSESSOR
        told.append(_("Kertasnya ada. Isinya tetap dimasukkan asesor, sebab keputusan bertumpu pada datanya."))
    elif paper is not None and state is LineState.WAITING_CANDIDATE:
        if code in AGREEMENT_CODES:
            state = LineState.ON_PAPER
        else:
            told.append(_("Kertasnya ada. Asesi tetap menandatangani hasil seperti yang dimasukkan."))
    if have.waits_for_second_person(code):
        told.append(_("Pindaian kertasnya menunggu disahkan orang kedua."))
    return Line(code, True, state, newest[0] if newest else None, " ".join(told), paper)


def _state(assessment: Assessment, have: CaseSheets, code: SheetCode, newest: Sequence[Sheet]) -> LineState:
    """By the signatures on the sheets themselves."""
    candidate = assessment.application.person_id
    signers = have.signers(code)
    unsigned = any(not have.signatures[sheet.pk] for sheet in newest)
    if code in OF_TOOLS:
        return LineState.WAITING_ASSESSOR if unsigned else LineState.COMPLETE
    if code in ASSESSOR_ONLY:
        return LineState.WAITING_ASSESSOR if unsigned or not signers else LineState.COMPLETE
    if unsigned or not signers - {candidate}:
        return LineState.WAITING_ASSESSOR
    return LineState.COMPLETE if _candidate_signed(have, newest[0], candidate) else LineState.WAITING_CANDIDATE


def _candidate_signed(have: CaseSheets, newest: Sheet, candidate: UUID) -> bool:
    """On the newest version, or for the permohonan on an earlier one that the newest repeats."""
    if newest.code in (SheetCode.APL01, SheetCode.APL02):
        return candidate in have.signers(SheetCode(newest.code))
    return candidate in {row.person_id for row in have.signatures[newest.pk]}
