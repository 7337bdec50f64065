"""What one candidate takes: FR.AK.07, the instruments marked by the assessor, portfolio, third party, next round."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.applications.models import ApplicationEvidence, SpecialNeed
from jamstac.applications.states import NeedDecision
from jamstac.assessment.actions import (
    add_instrument,
    add_question,
    agree,
    answer_third_party,
    ask_third_party,
    check_identity,
    drop_instrument,
    hear_third_party,
    mark_evidence,
    mark_taking,
    plan_case,
    propose_agreement,
    recommend,
    remove_evidence,
    review_self_assessment,
    show_taking,
    take_portfolio,
)
from jamstac.assessment.adjustments import Change, Fit, Said
from jamstac.assessment.checklist import LineState, checklist_of
from jamstac.assessment.models import (
    Adjustment,
    Assessment,
    Evidence,
    PlannedInstrument,
    Taking,
    ThirdParty,
)
from jamstac.assessment.planning import fit_of
from jamstac.assessment.states import Method, TakingState
from jamstac.assessment.takings import ItemMark, Vatm, items_of
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.render import render_pdf
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.instruments.models import ToolSet
from jamstac.instruments.states import ToolSetState
from jamstac.ledger.door import GuestActor, Refused, facts_of, open_guard
from jamstac.ledger.scope import OutOfScope
from tests.refusing import last_entry, refuses
from tests.world.assessments import (
    READ,
    assessment_of,
    criteria,
    judge_all,
    mark,
    marks_for,
    no_adjustments,
    opened,
    plan,
    recommended,
    signed,
    taking,
)
from tests.world.base import AGREED, World

GOOD = Vatm(valid=True, authentic=True, current=True, sufficient=True)
WHO = {"name": "Hendra Umpama", "workplace": "Kedai Umpama"}
SIX = dict.fromkeys(range(1, 7), True)
TOKEN = "rahasia-rekaan-" + "x" * 20


def reviewed(world: World, key: str = "made") -> Assessment:
    """Opened and FR.APL.02 reviewed, no plan yet."""
    assessment = opened(world, key)
    return review_self_assessment(world.actor("budi"), assessment, can_continue=True, note="", statement=AGREED)


def codes(assessment: Assessment, *, dropped: bool = False) -> list[str]:
    rows = PlannedInstrument.objects.filter(assessment=assessment, dropped=dropped)
    return sorted(set(rows.values_list("code", flat=True)))


def agreed_with(world: World, key: str, potential: str, **changes: Any) -> Assessment:
    """A case of another potensi, up to the material being open."""
    actor = world.actor("budi")
    assessment = plan(world, reviewed(world, key), potential=potential, **changes)
    check_identity(actor, assessment, document="KTP")
    propose_agreement(actor, assessment, evidence_kinds=["portofolio"], statement=AGREED)
    return agree(world.me(key), assessment, statement=READ)


# ---------------------------------------------------------------- FR.AK.07


def test_the_plan_follows_fr_mapa_02_by_potensi(world: World) -> None:
    assessment = plan(world, reviewed(world))
    assert codes(assessment) == ["IA.01", "IA.02", "IA.03", "IA.05"]
    assert assessment.potential == "1"
    assert assessment.tool_set_id == world.ids["toolset"]
    assert Adjustment.objects.filter(assessment=assessment).count() == 8
    sheet = latest(assessment.pk, SheetCode.AK07)
    assert sheet is not None
    content = content_of(sheet)
    assert content["potential"] == "1"
    assert content["plan"]["potential"]["instruments"] == "FR.IA.01, FR.IA.02, FR.IA.03, FR.IA.05"
    assert Signature.objects.get(sheet=sheet).role == "asesor"
    assert render_pdf(sheet).startswith(b"%PDF")


def test_each_candidate_gets_a_paper_of_their_own(world: World) -> None:
    plan(world, reviewed(world))
    mine, other = taking(world, "made", "IA.05"), taking(world, "intan", "IA.05")
    assert mine.seed != other.seed
    assert len(items_of(mine)) == 4
    assert mine.minutes == 15


def test_a_plan_is_made_again_until_fr_ak_01(world: World) -> None:
    assessment = plan(world, reviewed(world))
    plan(world, assessment, potential="3")
    assert codes(assessment) == ["IA.01", "IA.08", "IA.09", "IA.10"]
    sheet = latest(assessment.pk, SheetCode.AK07)
    assert sheet is not None
    assert (sheet.version, bool(sheet.correction_reason)) == (2, True)
    with refuses(world, "assessment.planned", "plan.agreed_before") as refused:
        plan(world, assessment_of(world, "intan"))
    assert refused.value.rules == ["HR-50"]


@pytest.mark.parametrize(
    ("fit", "changes", "expected"),
    [
        (Fit(benchmark=False), {}, ["plan.no_benchmark"]),
        (Fit(benchmark=False, procedure="SOP 12"), {}, []),
        (Fit(potential=False, context=False), {}, ["plan.unadjusted"]),
        (Fit(potential=False), {"added": [Change("IA.07", "", "Ragu pada pengetahuannya")]}, []),
        (Fit(context=False), {"adjustments": no_adjustments() | {4: Said(True, ("longer",))}}, []),
    ],
)
def test_what_does_not_fit_in_part_b_is_decided_upon(
    world: World, fit: Fit, changes: dict[str, Any], expected: list[str]
) -> None:
    assessment = reviewed(world)
    if expected:
        with refuses(world, "assessment.planned", *expected) as refused:
            plan(world, assessment, fit=fit, **changes)
        assert refused.value.rules == ["APL-04"]
        assert latest(assessment.pk, SheetCode.AK07) is None
    else:
        plan(world, assessment, fit=fit, **changes)
        assert fit_of(assessment) == fit


def test_no_plan_without_a_released_tool_set(world: World) -> None:
    assessment = reviewed(world)
    with open_guard("test"):
        ToolSet.objects.update(state=ToolSetState.DRAFT)
    with refuses(world, "assessment.planned", "plan.no_tool_set") as refused:
        plan(world, assessment)
    assert refused.value.rules == ["HR-25"]


@pytest.mark.parametrize(
    ("changes", "code", "rule"),
    [
        ({"potential": "9"}, "plan.no_potential", "MUK-01"),
        ({"adjustments": {1: Said(False)}}, "plan.unanswered", "APL-04"),
        ({"adjustments": no_adjustments() | {4: Said(True, ("unknown",))}}, "plan.undescribed", "APL-04"),
        ({"added": [Change("IA.07", "", " ")]}, "plan.no_reason", "ASM-01"),
        ({"added": [Change("IA.99", "", "Perlu")]}, "plan.unknown", "ASM-01"),
        ({"dropped": [Change("IA.11", "", "Perlu")]}, "plan.unknown", "ASM-01"),
    ],
)
def test_what_a_plan_lacks_is_said(world: World, changes: dict[str, Any], code: str, rule: str) -> None:
    assessment = reviewed(world)
    with refuses(world, "assessment.planned", code) as refused:
        plan(world, assessment, **changes)
    assert refused.value.rules == [rule]
    assert not PlannedInstrument.objects.filter(assessment=assessment).exists()


def test_a_plan_that_leaves_kuk_out_is_refused_naming_them(world: World) -> None:
    assessment = reviewed(world)
    groups = {row.group for row in PlannedInstrument.objects.filter(code="IA.01")}
    dropped = [Change("IA.01", group, "Tidak diamati") for group in groups]
    with refuses(world, "assessment.planned", "plan.gaps") as refused:
        plan(world, assessment, dropped=dropped)
    assert refused.value.rules == ["HR-25"]
    assert "KUK" in str(refused.value.refusals[0].facts["criteria"])


def test_granted_needs_are_carried_into_the_plan_and_its_times(world: World) -> None:
    assessment = reviewed(world)
    with open_guard("test"):
        SpecialNeed.objects.create(
            body=world.body,
            application=assessment.application,
            characteristic=4,
            wish="Waktu lebih",
            decision=NeedDecision.GRANTED,
            measure="Tambahan waktu",
            extra_minutes=20,
        )
    with refuses(world, "assessment.planned", "plan.need_left") as refused:
        plan(world, assessment)
    assert refused.value.rules == ["HR-33"]
    carried = no_adjustments() | {4: Said(True, ("longer",), "Tambahan 20 menit")}
    plan(world, assessment, adjustments=carried)
    assert taking(world, "made", "IA.05").minutes == 35
    assert taking(world, "made", "IA.02").minutes == 80


def test_an_instrument_is_added_and_left_out_with_a_reason(world: World) -> None:
    assessment = plan(
        world,
        reviewed(world),
        added=[Change("IA.07", "", "Bahasa")],
        dropped=[Change("IA.05", "", "Tidak dapat membaca layar")],
    )
    assert codes(assessment) == ["IA.01", "IA.02", "IA.03", "IA.07"]
    assert codes(assessment, dropped=True) == ["IA.05"]
    assert not Taking.objects.filter(assessment=assessment, instrument__code="IA.05").exists()


def test_fr_ak_01_follows_fr_ak_07(world: World) -> None:
    assessment = reviewed(world)
    with refuses(world, "assessment.agreement_proposed", "assessment.not_planned") as refused:
        propose_agreement(world.actor("budi"), assessment, evidence_kinds=["observasi"], statement=AGREED)
    assert refused.value.rules == ["APL-04"]


def test_only_the_assigned_assessor_plans(world: World) -> None:
    assessment = reviewed(world)
    with refuses(world, "assessment.planned", "assignment.other_assessor") as refused:
        plan_case(
            world.actor("rina"),
            assessment,
            potential="1",
            adjustments=no_adjustments(),
            fit=Fit(),
            statement=AGREED,
        )
    assert refused.value.rules == ["HR-21"]


def test_the_candidate_signs_the_plan_with_the_agreement(world: World) -> None:
    sheet = latest(world.ids["assessment.intan"], SheetCode.AK07)
    assert sheet is not None
    assert set(Signature.objects.filter(sheet=sheet).values_list("role", flat=True)) == {"asesor", "asesi"}


def test_an_instrument_is_taken_in_after_the_agreement_with_a_reason(world: World) -> None:
    actor, assessment = world.actor("budi"), assessment_of(world, "intan")
    with refuses(world, "instrument.added_to_plan", "plan.change_without_reason") as refused:
        add_instrument(actor, assessment, code="IA.07", group="", reason=" ")
    assert refused.value.rules == ["ASM-01"]
    with refuses(world, "instrument.added_to_plan", "plan.change_unknown"):
        add_instrument(actor, assessment, code="IA.02", group="", reason="Sekali lagi")
    made = add_instrument(actor, assessment, code="IA.07", group="", reason="Ragu pada KUK 1.4")
    assert [row.source for row in made] == ["assessor"]
    assert taking(world, "intan", "IA.07").state == TakingState.PLANNED


def test_an_instrument_is_left_out_after_the_agreement_unless_begun(world: World) -> None:
    actor, assessment = world.actor("budi"), assessment_of(world, "intan")
    row = PlannedInstrument.objects.get(assessment=assessment, code="IA.03")
    with refuses(world, "instrument.left_out", "plan.change_without_reason"):
        drop_instrument(actor, row, reason="")
    drop_instrument(actor, row, reason="Sudah teramati")
    with refuses(world, "instrument.left_out", "plan.change_unknown"):
        drop_instrument(actor, row, reason="Lagi")
    show_taking(actor, taking(world, "intan", "IA.02"))
    begun = PlannedInstrument.objects.get(assessment=assessment, code="IA.02")
    with refuses(world, "instrument.left_out", "plan.begun"):
        drop_instrument(actor, begun, reason="Tidak perlu")
    add_instrument(actor, assessment, code="IA.03", group=row.group, reason="Ternyata perlu")
    assert not PlannedInstrument.objects.get(pk=row.pk).dropped


def test_leaving_out_the_observation_leaves_gaps(world: World) -> None:
    row = PlannedInstrument.objects.filter(assessment_id=world.ids["assessment.intan"], code="IA.01")[0]
    with refuses(world, "instrument.left_out", "plan.gaps") as refused:
        drop_instrument(world.actor("budi"), row, reason="Tidak perlu")
    assert refused.value.rules == ["HR-25"]


def test_the_plan_of_a_recommended_case_stays(world: World) -> None:
    row = PlannedInstrument.objects.filter(assessment_id=world.ids["assessment.sari"], code="IA.03")[0]
    with pytest.raises(Refused) as refused:
        drop_instrument(world.actor("budi"), row, reason="Tidak perlu")
    assert "assessment.recommended_before" in refused.value.codes


# ---------------------------------------------------------------- FR.IA.02 to FR.IA.11


def test_a_task_is_shown_once_and_its_time_runs(world: World) -> None:
    row = show_taking(world.actor("budi"), taking(world, "intan", "IA.02"))
    assert row.state == TakingState.STARTED
    assert row.started_at is not None
    assert row.ends_at == row.started_at + timedelta(minutes=60)
    with refuses(world, "taking.shown", "taking.started_before") as refused:
        show_taking(world.actor("budi"), row)
    assert refused.value.rules == ["HR-50"]
    with refuses(world, "taking.shown", "taking.taken_alone"):
        show_taking(world.actor("budi"), taking(world, "intan", "IA.05"))


def test_nothing_is_shown_before_fr_ak_01(world: World) -> None:
    plan(world, reviewed(world))
    with refuses(world, "taking.shown", "assessment.not_agreed", "assessment.identity_unchecked") as refused:
        show_taking(world.actor("budi"), taking(world, "made", "IA.02"))
    assert set(refused.value.rules) == {"HR-34"}


def test_a_marked_instrument_becomes_one_evidence_item(world: World) -> None:
    row = mark(world, "intan", "IA.03", feedback="Baik.")
    assert (row.state, row.reached, row.feedback) == (TakingState.MARKED, True, "Baik.")
    evidence = Evidence.objects.get(taking=row)
    assert evidence.method == Method.OBSERVATION
    assert evidence.sufficient is True
    asked = [item.item for item in items_of(row) if item.item is not None]
    named = [pk for item in asked for pk in item.criteria.values_list("criterion_id", flat=True)]
    assert set(evidence.criteria.values_list("criterion_id", flat=True)) == set(named)
    with refuses(world, "taking.marked", "taking.marked_before") as refused:
        mark(world, "intan", "IA.03")
    assert refused.value.rules == ["HR-50"]


def test_a_practical_task_is_evidence_for_its_whole_group(world: World) -> None:
    row = mark(world, "intan", "IA.02")
    assert row.reached is None
    assert Evidence.objects.get(taking=row).criteria.count() == len(criteria(world, "intan"))


def test_every_item_is_marked_by_the_assessor(world: World) -> None:
    """A key proposes; nothing is marked that the assessor did not mark (HR-40)."""
    row = taking(world, "intan", "IA.05")
    first, *rest = items_of(row)
    marks = marks_for(rest)
    with refuses(world, "taking.marked", "taking.unmarked") as refused:
        mark_taking(world.actor("budi"), row, marks=marks)
    assert refused.value.rules == ["ASM-01"]
    assert first.met is None


def test_what_was_not_met_is_listed(world: World) -> None:
    row = taking(world, "intan", "IA.03")
    first, *rest = items_of(row)
    marks = marks_for(rest) | {first.pk: ItemMark(False, answer="Tidak tahu.", note="Perlu latihan.")}
    done = mark_taking(world.actor("budi"), row, marks=marks, vatm=GOOD)
    assert done.reached is False
    assert items_of(done)[0].answer == "Tidak tahu."


def test_the_assessor_asks_a_question_of_their_own(world: World) -> None:
    row = taking(world, "intan", "IA.03")
    item = add_question(world.actor("budi"), row, question="Mengapa memilih tata letak ini?")
    assert (item.position, item.item_id) == (4, None)
    with pytest.raises(OutOfScope):
        add_question(world.actor("budi"), row, question=" ")
    mark(world, "intan", "IA.03")
    with refuses(world, "taking.question_added", "taking.marked_before"):
        add_question(world.actor("budi"), row, question="Satu lagi?")
    with refuses(world, "taking.question_added", "taking.no_own_question"):
        add_question(world.actor("budi"), taking(world, "intan", "IA.05"), question="Soal?")


def test_an_option_of_another_question_is_not_there(world: World) -> None:
    row = taking(world, "intan", "IA.05")
    marks = marks_for(items_of(row))
    stranger = ItemMark(True, option=world.ids["scheme"])
    with pytest.raises(OutOfScope):
        mark_taking(world.actor("budi"), row, marks=marks | {items_of(row)[0].pk: stranger})


def test_a_product_and_a_project_have_a_name(world: World) -> None:
    actor, assessment = world.actor("budi"), assessment_of(world, "intan")
    for code in ("IA.04B", "IA.11"):
        add_instrument(actor, assessment, code=code, group="", reason="Bukti produk")
        with refuses(world, "taking.marked", "taking.no_product"):
            mark(world, "intan", code)
        mark(world, "intan", code, product="Halaman menu rekaan")
    assert set(Evidence.objects.filter(assessment=assessment).values_list("method", flat=True)) == {
        "proyek",
        "lainnya",
    }


def test_an_interview_question_is_tied_to_the_portfolio(world: World) -> None:
    agreed_with(world, "made", "3")
    row = taking(world, "made", "IA.09")
    with refuses(world, "taking.marked", "taking.untied") as refused:
        mark(world, "made", "IA.09")
    assert refused.value.rules == ["ASM-01"]
    (portfolio,) = take_portfolio(world.actor("budi"), assessment_of(world, "made"))[:1]
    marks = {item.pk: ItemMark(True, answer="Saya buat sendiri.", evidence=portfolio.pk) for item in items_of(row)}
    mark_taking(world.actor("budi"), row, marks=marks, vatm=GOOD)
    assert items_of(row)[0].evidence_id == portfolio.pk


def test_another_assessor_marks_nothing(world: World) -> None:
    row = taking(world, "intan", "IA.03")
    with refuses(world, "taking.marked", "assignment.other_assessor") as refused:
        mark_taking(world.actor("rina"), row, marks=marks_for(items_of(row)))
    assert refused.value.rules == ["HR-21"]


# ---------------------------------------------------------------- FR.IA.08


def test_the_portfolio_becomes_evidence_once(world: World) -> None:
    agreed_with(world, "made", "3")
    actor, assessment = world.actor("budi"), assessment_of(world, "made")
    made = take_portfolio(actor, assessment)
    assert {each.method for each in made} == {Method.PORTFOLIO}
    assert made[0].file_id is not None
    assert made[0].criteria.exists()
    assert take_portfolio(actor, assessment) == []
    remove_evidence(actor, made[0])
    assert take_portfolio(actor, assessment) == []


def test_a_portfolio_that_was_not_planned_is_not_taken(world: World) -> None:
    with refuses(world, "portfolio.taken", "taking.unplanned") as refused:
        take_portfolio(world.actor("budi"), assessment_of(world, "intan"))
    assert refused.value.rules == ["ASM-01"]


def test_without_a_file_shown_there_is_no_portfolio_to_verify(world: World) -> None:
    agreed_with(world, "made", "3")
    with open_guard("test"):
        ApplicationEvidence.objects.filter(application_id=world.ids["application.made"], requirement=None).update(
            removed=True
        )
    with refuses(world, "portfolio.taken", "portfolio.empty") as refused:
        take_portfolio(world.actor("budi"), assessment_of(world, "made"))
    assert refused.value.rules == ["ASM-01"]


# ---------------------------------------------------------------- FR.IA.10


def asked(world: World, key: str = "made", **changes: str) -> ThirdParty:
    given = {**WHO, "phone": "0800 0000 0099"} | changes
    return ask_third_party(world.actor("budi"), assessment_of(world, key), token=TOKEN, **given)


def guest(world: World) -> GuestActor:
    return GuestActor(world.body.pk)


def test_a_third_party_answers_once_by_the_link(world: World) -> None:
    agreed_with(world, "made", "3")
    third_party = asked(world)
    assert TOKEN not in third_party.token_digest
    answer_third_party(guest(world), third_party, answers=SIX | {4: False}, said={"relationship": "Atasan"})
    assert facts_of(last_entry(world)) == {"yes": 5}
    evidence = Evidence.objects.get(assessment=assessment_of(world, "made"), method=Method.THIRD_PARTY)
    assert evidence.criteria.count() == len(criteria(world, "made"))
    with refuses(world, "third_party.answered", "third_party.answered_before") as refused:
        answer_third_party(guest(world), third_party, answers=SIX, said={})
    assert refused.value.rules == ["HR-50"]


def test_a_statement_answers_all_six_while_the_link_holds(world: World) -> None:
    agreed_with(world, "made", "3")
    third_party = asked(world)
    with refuses(world, "third_party.answered", "third_party.unanswered") as refused:
        answer_third_party(guest(world), third_party, answers={1: True}, said={})
    assert refused.value.rules == ["ASM-01"]
    late = time_machine.travel(timezone.now() + timedelta(days=8), tick=False)
    with late, refuses(world, "third_party.answered", "third_party.expired"):
        answer_third_party(guest(world), third_party, answers=SIX, said={})


def test_a_third_party_is_somebody_else_with_a_name(world: World) -> None:
    agreed_with(world, "made", "3")
    with refuses(world, "third_party.asked", "third_party.unnamed") as refused:
        asked(world, name=" ")
    assert refused.value.rules == ["ASM-01"]
    with refuses(world, "third_party.asked", "third_party.oneself"):
        asked(world, name="made  pengandaian")
    with refuses(world, "third_party.asked", "taking.unplanned"):
        asked(world, "intan")


def test_the_assessor_writes_down_what_was_said(world: World) -> None:
    agreed_with(world, "made", "3")
    actor, assessment = world.actor("budi"), assessment_of(world, "made")
    with refuses(world, "third_party.heard", "third_party.unanswered"):
        hear_third_party(actor, assessment, answers={}, said={}, **WHO)
    third_party = hear_third_party(actor, assessment, answers=SIX, said={"comment": "Rajin."}, **WHO)
    assert (third_party.answered_by_link, third_party.comment) == (False, "Rajin.")
    assert third_party.answers.count() == 6


# ---------------------------------------------------------------- checklist, recommendation, next round


def states(assessment: Assessment) -> dict[str, LineState]:
    return {line.code.value: line.state for line in checklist_of(assessment)}


def test_the_checklist_names_every_sheet_of_the_case_in_order(world: World) -> None:
    assert list(states(assessment_of(world, "sari"))) == [
        "FR.APL.01",
        "FR.APL.02",
        "FR.MAPA.01",
        "FR.MAPA.02",
        "FR.AK.07",
        "FR.AK.01",
        "FR.IA.01",
        "FR.IA.02",
        "FR.IA.03",
        "FR.IA.05C",
        "FR.IA.08",
        "FR.AK.02",
    ]
    assert states(assessment_of(world, "sari")).pop("FR.IA.08") is LineState.ON_PAPER
    assert set(states(assessment_of(world, "galih")).values()) == {LineState.COMPLETE}
    now = states(assessment_of(world, "intan"))
    assert now["FR.AK.01"] is LineState.COMPLETE
    assert now["FR.IA.03"] is LineState.MISSING
    mark(world, "intan", "IA.03")
    assert states(assessment_of(world, "intan"))["FR.IA.03"] is LineState.WAITING_ASSESSOR
    recommended(world, "intan")
    assert states(assessment_of(world, "intan"))["FR.IA.03"] is LineState.WAITING_CANDIDATE


def test_what_was_left_out_is_not_needed(world: World) -> None:
    row = PlannedInstrument.objects.get(assessment_id=world.ids["assessment.intan"], code="IA.03")
    drop_instrument(world.actor("budi"), row, reason="Sudah teramati")
    line = next(each for each in checklist_of(assessment_of(world, "intan")) if each.code == SheetCode.IA03)
    assert (line.needed, line.state) == (False, LineState.NOT_NEEDED)
    assert "Sudah teramati" in line.why


def test_no_recommendation_while_a_planned_instrument_is_open(world: World) -> None:
    judge_all(world, "intan")
    actor, assessment = world.actor("budi"), assessment_of(world, "intan")
    add_instrument(actor, assessment, code="IA.07", group="", reason="Ragu")
    given: dict[str, Any] = {"feedback": "", "follow_up": "", "comment": "", "statement": AGREED}
    with refuses(world, "assessment.recommended", "recommendation.unfinished") as refused:
        recommend(actor, assessment, **given)
    assert refused.value.rules == ["ASM-01"]
    assert "FR.IA.07" in str(refused.value.refusals[0].facts["instruments"])
    mark(world, "intan", "IA.07")
    assert recommend(actor, assessment, **given).result == "K"


def test_every_instrument_taken_has_its_sheet_signed_by_both(world: World) -> None:
    for code in (SheetCode.IA02, SheetCode.IA03, SheetCode.IA05C, SheetCode.AK02):
        sheet = latest(world.ids["assessment.sari"], code)
        assert sheet is not None
        assert set(Signature.objects.filter(sheet=sheet).values_list("role", flat=True)) == {"asesor", "asesi"}
        assert render_pdf(sheet).startswith(b"%PDF")


def every_form_taken(world: World) -> Assessment:
    """The case of intan with the forms that the map ticks nowhere, marked."""
    actor, assessment = world.actor("budi"), assessment_of(world, "intan")
    for code in ("IA.04A", "IA.04B", "IA.06", "IA.07", "IA.11"):
        add_instrument(actor, assessment, code=code, group="", reason="Semua bentuk")
        mark(world, "intan", code, product="Halaman rekaan")
    return assessment


def test_every_form_prints_what_was_taken(world: World) -> None:
    assessment = every_form_taken(world)
    recommended(world, "intan")
    oral = latest(assessment.pk, SheetCode.IA07)
    assert oral is not None
    assert {row["key"] for row in content_of(oral)["questions"]} == {None}
    for code in ("FR.IA.04A", "FR.IA.04B", "FR.IA.06C", "FR.IA.07", "FR.IA.11"):
        sheet = latest(assessment.pk, SheetCode(code))
        assert sheet is not None
        assert render_pdf(sheet).startswith(b"%PDF")


def by_portfolio(world: World) -> Assessment:
    """The case of made by portfolio, interview and third party, signed by both."""
    agreed_with(world, "made", "3")
    actor = world.actor("budi")
    evidence = take_portfolio(actor, assessment_of(world, "made"))
    for each in evidence:
        mark_evidence(actor, each, valid=True, authentic=True, current=True, sufficient=True)
    row = taking(world, "made", "IA.09")
    marks = {item.pk: ItemMark(True, answer="Ya.", evidence=evidence[0].pk) for item in items_of(row)}
    mark_taking(actor, row, marks=marks, vatm=GOOD)
    hear_third_party(actor, assessment_of(world, "made"), answers=SIX, said={}, **WHO)
    spoken = Evidence.objects.get(assessment=assessment_of(world, "made"), method=Method.THIRD_PARTY)
    mark_evidence(actor, spoken, valid=True, authentic=True, current=True, sufficient=True)
    return signed(world, "made")


def test_a_portfolio_case_goes_through_without_a_task(world: World) -> None:
    done = by_portfolio(world)
    third = Sheet.objects.get(code=SheetCode.IA10, case=done.application_id)
    assert third.owner_id is None
    assert set(Signature.objects.filter(sheet=third).values_list("role", flat=True)) == {"asesor"}
    assert set(states(done).values()) == {LineState.COMPLETE}
    assert render_pdf(third).startswith(b"%PDF")
    portfolio = latest(done.pk, SheetCode.IA08)
    assert portfolio is not None
    assert render_pdf(portfolio).startswith(b"%PDF")
