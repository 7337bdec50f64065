"""Forms filled in on paper: entered by one, settled by another."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from jamstac.applications.models import Application
from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet, reject_paper_sheet
from jamstac.assessment.actions import agree_on_paper
from jamstac.assessment.checklist import Line, LineState, checklist_of
from jamstac.assessment.states import AssessmentState
from jamstac.certification.models import MeetingCase
from jamstac.certification.selectors import case_file, decision_facts
from jamstac.documents.actions import set_edition
from jamstac.documents.models import PaperSheet
from jamstac.documents.states import PaperState, SheetCode
from jamstac.ledger.door import facts_of
from jamstac.ledger.scope import OutOfScope
from tests.refusing import last_entry, refuses
from tests.world.assessments import assessment_of, mark, opened, proposed, recommended, signed
from tests.world.base import World, ago, today
from tests.world.papers import scan


def enter(
    world: World, who: str = "dewi", case: str = "sari", code: str = SheetCode.IA01, **more: object
) -> PaperSheet:
    given = {"filled_on": today(), "reason": "Listrik padam", **more}
    application = world.get(Application, f"application.{case}")
    return enter_paper_sheet(world.actor(who), application, code=code, file=scan(world), **given)  # type: ignore[arg-type]


def stored(paper: PaperSheet) -> PaperSheet:
    return PaperSheet.objects.get(pk=paper.pk)


@pytest.mark.parametrize("who", ["dewi", "budi"])
def test_admin_and_assessor_of_the_case_enter_a_scan(world: World, who: str) -> None:
    paper = enter(world, who)
    assert (paper.state, paper.edition, paper.owner_id) == ("entered", "2023", world.ids["person.sari"])
    entry = last_entry(world)
    assert (entry.event, entry.case_id) == ("paper_sheet.entered", world.ids["application.sari"])
    assert facts_of(entry) == {"code": "FR.IA.01", "filled_on": today().isoformat(), "sha256": paper.file.sha256}


@pytest.mark.parametrize("who", ["budi", "maya", "wulan"])
def test_a_second_person_confirms(world: World, who: str) -> None:
    paper = enter(world)
    confirm_paper_sheet(world.actor(who), paper)
    assert stored(paper).state == PaperState.CONFIRMED
    assert stored(paper).settled_by_id == world.ids[f"person.{who}"]
    assert last_entry(world).event == "paper_sheet.confirmed"


def test_a_second_person_rejects_with_a_reason(world: World) -> None:
    paper = enter(world)
    reject_paper_sheet(world.actor("budi"), paper, reason="Halaman kedua tidak ada")
    assert (stored(paper).state, stored(paper).settled_reason) == ("rejected", "Halaman kedua tidak ada")


def test_nobody_confirms_the_own_entry(world: World) -> None:
    paper = enter(world)
    with refuses(world, "paper_sheet.confirmed", "paper.own_entry") as caught:
        confirm_paper_sheet(world.actor("dewi"), paper)
    assert caught.value.rules == ["REC-03"]
    assert stored(paper).state == PaperState.ENTERED


def test_a_paper_is_settled_once(world: World) -> None:
    paper = confirm_paper_sheet(world.actor("budi"), enter(world))
    with refuses(world, "paper_sheet.rejected", "paper.settled") as caught:
        reject_paper_sheet(world.actor("maya"), paper, reason="Ternyata salah")
    assert caught.value.rules == ["HR-50"]
    assert stored(paper).state == PaperState.CONFIRMED


def test_a_rejection_says_why(world: World) -> None:
    paper = enter(world)
    with refuses(world, "paper_sheet.rejected", "paper.no_rejection_reason"):
        reject_paper_sheet(world.actor("budi"), paper, reason=" ")
    assert stored(paper).state == PaperState.ENTERED


@pytest.mark.parametrize(
    ("code", "more", "refusal"),
    [
        (SheetCode.MAPA01, {}, "paper.not_of_a_case"),
        (SheetCode.CERTIFICATE, {}, "paper.not_of_a_case"),
        (SheetCode.IA01, {"filled_on": today() + timedelta(days=2)}, "paper.future"),
        (SheetCode.IA01, {"reason": " "}, "paper.no_reason"),
    ],
)
def test_what_is_no_paper_of_the_case_is_not_entered(world: World, code: str, more: Any, refusal: str) -> None:
    before = PaperSheet.objects.count()
    with refuses(world, "paper_sheet.entered", refusal):
        enter(world, code=code, **more)
    assert PaperSheet.objects.count() == before


def test_a_paper_has_the_edition_of_the_day_it_was_filled_in(world: World) -> None:
    set_edition(world.actor("surya"), world.body, edition="2027", source_title="SK Direktur")
    assert enter(world, filled_on=ago(3)).edition == "2023"
    assert enter(world).edition == "2027"


def test_a_paper_of_a_day_without_edition_is_not_entered(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "sheet.no_edition") as caught:
        enter(world, filled_on=ago(500))
    assert caught.value.rules == ["HR-26"]


def test_an_assessor_enters_papers_of_given_cases_only(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "paper.not_given") as caught:
        enter(world, "budi", case="ayu")
    assert caught.value.rules == ["REC-01"]


def test_another_role_does_not_enter_papers(world: World) -> None:
    with refuses(world, "paper_sheet.entered", "door.no_role"):
        enter(world, "surya")


def test_another_lsp_does_not_see_the_case(world: World) -> None:
    with pytest.raises(OutOfScope):
        enter_paper_sheet(
            world.actor("tono"),
            world.get(Application, "application.sari"),
            code=SheetCode.IA01,
            file=scan(world),
            filled_on=today(),
            reason="x",
        )


# ---------------------------------------------------------------- what a paper counts for


def confirmed(world: World, case: str, *codes: str) -> list[PaperSheet]:
    return [confirm_paper_sheet(world.actor("budi"), enter(world, case=case, code=code)) for code in codes]


def line(world: World, case: str, code: str) -> Line:
    return next(each for each in checklist_of(assessment_of(world, case)) if each.code == code)


def test_the_agreement_on_paper_opens_the_material(world: World) -> None:
    proposed(world, "made")
    papers = confirmed(world, "made", SheetCode.AK07, SheetCode.AK01)
    assert line(world, "made", SheetCode.AK01).state is LineState.ON_PAPER
    agree_on_paper(world.actor("budi"), assessment_of(world, "made"))
    assessment = assessment_of(world, "made")
    assert (assessment.state, assessment.agreed_at is None) == (AssessmentState.AGREED, False)
    entry = last_entry(world)
    assert (entry.event, entry.case_id) == ("assessment.agreed_on_paper", world.ids["application.made"])
    assert set(facts_of(entry)["papers"]) == {str(paper.pk) for paper in papers}


def test_a_case_agreed_on_paper_comes_to_a_complete_file(world: World) -> None:
    proposed(world, "made")
    confirmed(world, "made", SheetCode.AK07, SheetCode.AK01)
    agree_on_paper(world.actor("budi"), assessment_of(world, "made"))
    file = case_file(signed(world, "made"))
    assert (file.missing, file.unsigned) == ((), ())
    assert [paper.code for paper in file.papers] == ["FR.AK.07", "FR.AK.01"]


@pytest.mark.parametrize("there", [(), (SheetCode.AK01,), (SheetCode.AK07,)])
def test_an_agreement_on_paper_needs_both_papers_confirmed(world: World, there: tuple[str, ...]) -> None:
    proposed(world, "made")
    confirmed(world, "made", *there)
    for code in {SheetCode.AK01, SheetCode.AK07} - set(there):
        enter(world, case="made", code=code)
    with refuses(world, "assessment.agreed_on_paper", "assessment.agreement_paper_missing") as caught:
        agree_on_paper(world.actor("budi"), assessment_of(world, "made"))
    assert caught.value.rules == ["HR-34"]
    assert assessment_of(world, "made").state == AssessmentState.OPENED


def test_an_agreement_on_paper_needs_the_assessors_own_signature_first(world: World) -> None:
    opened(world, "made")
    confirmed(world, "made", SheetCode.AK07, SheetCode.AK01)
    with refuses(world, "assessment.agreed_on_paper", "assessment.not_proposed") as caught:
        agree_on_paper(world.actor("budi"), assessment_of(world, "made"))
    assert caught.value.rules == ["APL-07"]


def test_an_agreement_is_noted_once(world: World) -> None:
    confirmed(world, "intan", SheetCode.AK07, SheetCode.AK01)
    with refuses(world, "assessment.agreed_on_paper", "assessment.agreed_before") as caught:
        agree_on_paper(world.actor("budi"), assessment_of(world, "intan"))
    assert caught.value.rules == ["HR-50"]


def test_a_colleague_notes_no_agreement(world: World) -> None:
    proposed(world, "made")
    confirmed(world, "made", SheetCode.AK07, SheetCode.AK01)
    with refuses(world, "assessment.agreed_on_paper", "assignment.other_assessor") as caught:
        agree_on_paper(world.actor("rina"), assessment_of(world, "made"))
    assert caught.value.rules == ["HR-21"]


def test_a_paper_never_stands_for_marks(world: World) -> None:
    """Kept on paper, the instrument is still to be entered; entered, its line is there on paper; recommended, the
    candidate signs what was entered."""
    confirmed(world, "intan", SheetCode.IA03)
    open_line = line(world, "intan", SheetCode.IA03)
    assert (open_line.state, open_line.is_signed) == (LineState.WAITING_ASSESSOR, False)
    assert "tetap dimasukkan" in open_line.why
    assert "FR.IA.03" in case_file(assessment_of(world, "intan")).missing
    mark(world, "intan", "IA.03")
    assert line(world, "intan", SheetCode.IA03).state is LineState.ON_PAPER
    recommended(world, "intan")
    waiting = line(world, "intan", SheetCode.IA03)
    assert (waiting.state, waiting.paper is not None) == (LineState.WAITING_CANDIDATE, True)
    assert "FR.IA.03" in case_file(assessment_of(world, "intan")).unsigned


def test_a_scan_that_waits_or_was_rejected_counts_for_nothing(world: World) -> None:
    paper = enter(world, case="intan", code=SheetCode.IA03)
    waiting = line(world, "intan", SheetCode.IA03)
    assert (waiting.state, waiting.paper) == (LineState.MISSING, None)
    assert "menunggu disahkan" in waiting.why
    reject_paper_sheet(world.actor("budi"), paper, reason="Halaman kedua tidak ada")
    after = line(world, "intan", SheetCode.IA03)
    assert (after.paper, "disahkan" in after.why) == (None, False)


def test_a_paper_nobody_planned_is_listed_and_not_asked_for(world: World) -> None:
    extra = line(world, "sari", SheetCode.IA08)
    assert (extra.needed, extra.state) == (False, LineState.ON_PAPER)
    assert extra.paper == world.get(PaperSheet, "paper.sari")


def test_a_paper_that_comes_after_freezing_changes_the_file(world: World) -> None:
    case = world.get(MeetingCase, "meeting_case.galih")
    assert case_file(case.assessment).digest == case.file_digest
    confirmed(world, "galih", SheetCode.IA01)
    facts = decision_facts(case, world.actor("hendra"), today(), outcome="BK", reason="ada")
    assert facts.digest_now != facts.digest_frozen
