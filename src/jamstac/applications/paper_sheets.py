"""Forms of a case that were filled in on paper: entered with their scan, confirmed by a second person."""

from __future__ import annotations

from datetime import date

from jamstac.applications.models import Application
from jamstac.documents import rules
from jamstac.documents.models import PaperSheet, StoredFile
from jamstac.documents.selectors import paper_entry_facts, paper_rejection_facts, paper_settling_facts
from jamstac.documents.sheets import edition_for
from jamstac.documents.states import PaperState, SheetCode
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person


@action("paper_sheet.entered", access="paper.enter", policies=[rules.may_enter_paper, rules.may_freeze])
def enter_paper_sheet(
    act: Act, application: Application, *, code: str, file: StoredFile, filled_on: date, reason: str
) -> PaperSheet:
    """Enter the scan of `code` as it was filled in on paper on `filled_on`. It counts once somebody else confirmed
    it. The edition is that of the day on the paper."""
    facts = paper_entry_facts(act.actor, act.roles, application.pk, code, filled_on, reason, act.day)
    act.require(rules.may_enter_paper, facts)
    paper = PaperSheet(
        body_id=application.body_id,
        code=code,
        edition=edition_for(act, SheetCode(code), filled_on),
        case=application.pk,
        case_number=application.number,
        owner_id=application.person_id,
        file=file,
        filled_on=filled_on,
        reason=reason.strip(),
        entered_by=_actor(act),
        entered_at=act.now,
    )
    store(paper)
    act.record(paper, code=code, filled_on=filled_on, sha256=file.sha256)
    return paper


@action("paper_sheet.confirmed", access="paper.settle", policies=[rules.may_confirm_paper])
def confirm_paper_sheet(act: Act, paper: PaperSheet) -> PaperSheet:
    """A second person compared the scan with the paper: it is a sheet of the case from now on."""
    act.require(rules.may_confirm_paper, paper_settling_facts(act.actor, act.roles, paper))
    return _settle(act, paper, PaperState.CONFIRMED)


@action("paper_sheet.rejected", access="paper.settle", policies=[rules.may_reject_paper])
def reject_paper_sheet(act: Act, paper: PaperSheet, *, reason: str) -> PaperSheet:
    """A second person found the scan unfit: it stays on record and is no sheet of the case."""
    act.require(rules.may_reject_paper, paper_rejection_facts(act.actor, act.roles, paper, reason))
    paper.settled_reason = reason.strip()
    return _settle(act, paper, PaperState.REJECTED)


def _actor(act: Act) -> Person:
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


def _settle(act: Act, paper: PaperSheet, state: PaperState) -> PaperSheet:
    paper.state = state
    paper.settled_by = _actor(act)
    paper.settled_at = act.now
    store(paper, "state", "settled_by", "settled_at", "settled_reason")
    act.record(code=paper.code, state=state)
    return paper
