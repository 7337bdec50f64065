"""Reads: the sheets of a case, their signatures, what a reader may open."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db.models import Q

from jamstac.documents.catalogue import NOT_FOR_ASSESSORS, ORDER, SECRET, candidate_reads, is_of_a_case
from jamstac.documents.facts import PaperEntryFacts, PaperRejectionFacts, PaperSettlingFacts
from jamstac.documents.models import PaperSheet, Sheet, Signature, StoredFile
from jamstac.documents.readers import (
    EvidenceFile,
    cases_of_file,
    evidence_of_case,
    is_office_file,
    is_own_file,
    reads_all,
    reads_case,
    related_to,
    was_given,
)
from jamstac.documents.states import PaperState
from jamstac.ledger.access import roles_for
from jamstac.ledger.door import Actor, ActorKind
from jamstac.people.actors import PersonActor


def sheets_of_case(case_id: UUID) -> list[Sheet]:
    """The latest version of each sheet of a case, in the order of the process. One query, without contents."""
    latest: dict[tuple[UUID, str], Sheet] = {}
    for sheet in Sheet.objects.filter(case=case_id).defer("content").order_by("version"):
        latest[sheet.subject_id, sheet.code] = sheet
    return sorted(latest.values(), key=lambda sheet: (ORDER[sheet.code], sheet.made_at))


def file_of_case(case_id: UUID) -> list[Sheet]:
    """The sheets of a case and those about several cases that belong into its file (surat tugas, daftar hadir, MAPA),
    newest versions, in the order of the process."""
    latest: dict[tuple[UUID, str], Sheet] = {}
    rows = Sheet.objects.filter(Q(case=case_id) | Q(case=None, subject_id__in=related_to(case_id)))
    for sheet in rows.select_related("body", "pdf").order_by("version"):
        latest[sheet.subject_id, sheet.code] = sheet
    return sorted(latest.values(), key=lambda sheet: (ORDER[sheet.code], sheet.made_at))


def readable_of_case(actor: PersonActor, roles: frozenset[str], case_id: UUID) -> list[Sheet]:
    """What staff who may read the case read of its file. The case's own sheets are not asked for one by one."""
    special = SECRET | NOT_FOR_ASSESSORS
    return [
        sheet
        for sheet in file_of_case(case_id)
        if (sheet.case == case_id and sheet.code not in special) or may_read_sheet(actor, roles, sheet)
    ]


def own_sheets_of_case(case_id: UUID, person_id: UUID) -> list[Sheet]:
    """What the asesi reads of their case: their own sheets, without keys and what a third party said."""
    return [sheet for sheet in sheets_of_case(case_id) if sheet.owner_id == person_id and candidate_reads(sheet.code)]


def papers_of_case(case_id: UUID) -> list[PaperSheet]:
    """Every scan of a case, in the order of the process; rejected ones stay on record."""
    rows = PaperSheet.objects.filter(case=case_id).select_related("file", "entered_by", "settled_by")
    return sorted(rows, key=lambda paper: (ORDER[paper.code], paper.entered_at))


def _is_given(actor: Actor, roles: frozenset[str], permission: str, case_id: UUID) -> bool:
    held = roles & roles_for(permission)
    return actor.person_id is not None and reads_case(held, actor.person_id, case_id)


def paper_entry_facts(
    actor: Actor, roles: frozenset[str], case_id: UUID, code: str, filled_on: date, reason: str, today: date
) -> PaperEntryFacts:
    return PaperEntryFacts(
        code=code,
        case_is_given=_is_given(actor, roles, "paper.enter", case_id),
        is_of_a_case=is_of_a_case(code),
        reason_given=bool(reason.strip()),
        filled_on=filled_on,
        today=today,
    )


def paper_settling_facts(actor: Actor, roles: frozenset[str], paper: PaperSheet) -> PaperSettlingFacts:
    return PaperSettlingFacts(
        case_is_given=_is_given(actor, roles, "paper.settle", paper.case),
        state=paper.state,
        entered_by_actor=paper.entered_by_id == actor.person_id,
    )


def paper_rejection_facts(actor: Actor, roles: frozenset[str], paper: PaperSheet, reason: str) -> PaperRejectionFacts:
    facts = paper_settling_facts(actor, roles, paper)
    return PaperRejectionFacts(**asdict(facts), reason_given=bool(reason.strip()))


def signatures_of(sheet: Sheet) -> list[Signature]:
    return list(Signature.objects.filter(sheet=sheet).select_related("body").order_by("signed_at", "id"))


def may_read_sheet(actor: PersonActor, roles: frozenset[str], sheet: Sheet) -> bool:
    """Owners read their own sheets, but never keys and what a third party said of them; staff what their roles let
    them read or was given to them; signers what they signed."""
    if sheet.owner_id == actor.person_id:
        return candidate_reads(sheet.code)
    if actor.kind is ActorKind.SELF:
        return False
    about = {each for each in (sheet.case, sheet.subject_id) if each is not None}
    everything = reads_all(roles & roles_for("sheet.view"))
    if sheet.code in NOT_FOR_ASSESSORS:
        return everything and not was_given(actor.person_id, about)  # whatever other role they hold: it is about them
    if sheet.code not in SECRET and everything:
        return True
    return was_given(actor.person_id, about) or _has_signed(actor.person_id, sheet)


def may_read_paper(actor: PersonActor, roles: frozenset[str], paper: PaperSheet) -> bool:
    """As the sheet it stands for: the asesi once it counts, staff by their case, never what was said of them."""
    if paper.owner_id == actor.person_id:
        return candidate_reads(paper.code) and paper.state == PaperState.CONFIRMED
    if actor.kind is ActorKind.SELF:
        return False
    if paper.code in NOT_FOR_ASSESSORS and was_given(actor.person_id, {paper.case}):
        return False
    return reads_case(roles & roles_for("sheet.view"), actor.person_id, paper.case)


def _has_signed(person_id: UUID, sheet: Sheet) -> bool:
    return Signature.objects.filter(sheet=sheet, person_id=person_id).exists()


def readable_evidence(actor: PersonActor, roles: frozenset[str], case: UUID) -> list[EvidenceFile]:
    """The evidence files of a case that this reader may open. A few queries for staff, whatever the number."""
    every = evidence_of_case(case)
    if actor.kind is ActorKind.STAFF:
        return every if reads_case(roles & roles_for("file.view"), actor.person_id, case) else []
    return [each for each in every if may_read_file(actor, roles, each.file)]


def may_read_file(actor: PersonActor, roles: frozenset[str], file: StoredFile) -> bool:
    """Staff read the evidence of the cases their roles let them read, or of those given to them. What nobody has
    sent yet is read by its uploader only (and by the person whose draft it was put into), and evidence by the
    uploader whose own case it is: who uploaded it on duty reads it as long as the duty lasts. The PDF of a sheet is
    read as the sheet, not here."""
    if Sheet.objects.filter(pdf=file).exists():
        return False
    cases = cases_of_file(file.pk)
    uploaded = file.uploaded_by_id is not None and file.uploaded_by_id == actor.person.account_id
    if uploaded and (not cases or Sheet.objects.filter(case__in=cases, owner=actor.person_id).exists()):
        return True
    if actor.kind is ActorKind.SELF:
        return is_own_file(actor.person_id, file.pk)
    if reads_all(roles & roles_for("file.view")):
        return bool(cases) or is_office_file(file.pk)
    return was_given(actor.person_id, cases)
