from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from jamstac.assessment.actions import (
    acknowledge,
    add_evidence,
    agree,
    check_identity,
    drop_instrument,
    link_evidence,
    mark_evidence,
    open_assessment,
    propose_agreement,
    recommend,
    remove_evidence,
    review_self_assessment,
)
from jamstac.assessment.drafts import fill_yes, made_at, save_mark
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import (
    Assessment,
    Evidence,
    EvidenceCriterion,
    Judgement,
    JudgementDraft,
    UnitResult,
)
from jamstac.assessment.progress import progress_of
from jamstac.assessment.states import AssessmentState, FollowUp, Method
from jamstac.assessors.actions import end_authorisation
from jamstac.assessors.models import Authorisation
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.documents.render import render_pdf
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.events.actions import cancel_event, sign_assignment_letter
from jamstac.events.models import Event, EventCandidate
from jamstac.ledger.door import Refused, SystemActor, facts_of, open_guard
from jamstac.ledger.models import Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.standards.models import Criterion
from tests.refusing import last_entry, refuses
from tests.world.applications import stored
from tests.world.assessments import (
    READ,
    add,
    arrived,
    assessment_of,
    criteria,
    declared,
    judge_all,
    open_and_agree,
    opened,
    plan,
    planned,
    proposed,
    recommended,
)
from tests.world.base import AGREED, World, ago

KINDS = ["observasi", "tanya_jawab"]
UNSIGNED = Statement("Saya menyetujui pernyataan ini.", agreed=False, reauthenticated=True)


def of(world: World, key: str) -> Assessment:
    return world.get(Assessment, f"assessment.{key}")


def candidate(world: World, key: str) -> EventCandidate:
    return world.get(EventCandidate, f"candidate.{key}")


def evidence(world: World, key: str = "intan", by: str = "budi", **changes: Any) -> Evidence:
    given: dict[str, Any] = {
        "method": Method.OBSERVATION,
        "title": "Pengamatan",
        "file": None,
        "note": "",
        "criteria": [row.pk for row in criteria(world, key)],
    }
    return add_evidence(world.actor(by), assessment_of(world, key), **(given | changes))


def good(world: World, item: Evidence, by: str = "budi", **changes: bool) -> Evidence:
    marks = {"valid": True, "authentic": True, "current": True, "sufficient": True}
    return mark_evidence(world.actor(by), item, **(marks | changes))


def say_yes(world: World, key: str = "intan") -> None:
    """Every KUK judged Ya on observation alone: the other instruments are left out."""
    for step in progress_of([assessment_of(world, key)])[assessment_of(world, key).pk].open:
        if step.taking is not None:
            drop_instrument(world.actor("budi"), step.row, reason="Cukup diamati")
    fill_yes(assessment_of(world, key), [row.pk for row in criteria(world, key)], saved_at=timezone.now())


def give(world: World, key: str = "intan", by: str = "budi", **changes: Any) -> Assessment:
    given: dict[str, Any] = {"feedback": "Baik.", "follow_up": "", "comment": "", "statement": AGREED}
    return recommend(world.actor(by), assessment_of(world, key), **(given | changes))


def tomorrow() -> Any:
    return time_machine.travel(timezone.now() + timedelta(days=1), tick=False)


# ---------------------------------------------------------------- opening


def test_the_assigned_assessor_opens_the_case_on_its_day(world: World) -> None:
    assessment = opened(world, "made")
    assert assessment.state == AssessmentState.OPENED
    assert assessment.assessor == world.person("budi")
    assert candidate(world, "made").opened_at is not None
    assert last_entry(world).case_id == world.ids["application.made"]


def test_another_assessor_opens_nothing(world: World) -> None:
    arrived(world, "made")
    with refuses(world, "assessment.opened", "assignment.other_assessor") as refused:
        open_assessment(world.actor("rina"), candidate(world, "made"))
    assert refused.value.rules == ["HR-21"]
    assert not Assessment.objects.filter(application_id=world.ids["application.made"]).exists()


def test_nothing_opens_without_a_letter(world: World) -> None:
    row = candidate(world, "dimas")
    declared(row.event)
    codes = ["assignment.no_letter", "assignment.other_day", "day.not_checked_in"]
    with refuses(world, "assessment.opened", *codes) as refused:
        open_assessment(world.actor("budi"), row)
    assert refused.value.rules == ["HR-21", "HR-21", "ASM-04"]


def test_nothing_opens_on_another_day(world: World) -> None:
    arrived(world, "made")
    with tomorrow(), refuses(world, "assessment.opened", "assignment.other_day") as refused:
        open_assessment(world.actor("budi"), candidate(world, "made"))
    assert refused.value.rules == ["HR-21"]


def test_nothing_opens_in_a_cancelled_event(world: World) -> None:
    event = planned(world, days=0, hours=(17, 20))
    cancel_event(world.actor("maya"), world.get(Event, "event.planned"), reason="Pindah hari")
    row = add(world, event, "dimas")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    cancel_event(world.actor("maya"), event, reason="Listrik padam")
    with pytest.raises(OutOfScope):
        open_assessment(world.actor("budi"), row)


def test_a_case_is_opened_once(world: World) -> None:
    with refuses(world, "assessment.opened", "assessment.opened_before") as refused:
        opened(world, "sari")
    assert refused.value.rules == ["HR-50"]


def test_nothing_opens_outside_the_licence(world: World) -> None:
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    with refuses(world, "assessment.opened", "licence.scheme_not_in_annex") as refused:
        opened(world, "made")
    assert refused.value.rules == ["HR-16"]


def test_an_assessor_whose_authority_ended_opens_nothing(world: World) -> None:
    end_authorisation(world.actor("maya"), world.get(Authorisation, "authorisation.budi"), last_day=ago(1))
    with refuses(world, "assessment.opened", "assessor.not_authorised") as refused:
        opened(world, "made")
    assert refused.value.rules == ["HR-20"]


def test_an_assessor_whose_certificate_ran_out_opens_nothing(world: World) -> None:
    arrived(world, "made")
    with time_machine.travel(timezone.now() + timedelta(days=900), tick=False), pytest.raises(Refused) as refused:
        open_assessment(world.actor("budi"), candidate(world, "made"))
    assert refused.value.event == "assessment.opened"
    assert "HR-19" in refused.value.rules


# ---------------------------------------------------------------- FR.APL.02, identity, FR.AK.01


def test_the_review_is_the_next_version_with_both_signatures(world: World) -> None:
    sheet = latest(world.ids["application.sari"], SheetCode.APL02)
    assert sheet is not None
    content = content_of(sheet)
    assert (sheet.version, content["recommendation"]) == (2, "dapat")
    assert content["signatures"]["asesi"]["name"] == "Sari Contoh"
    assert content["signatures"]["asesi"]["digest"] != sheet.digest
    signature = Signature.objects.get(sheet=sheet)
    assert (signature.role, signature.number) == ("asesor", "MET.000.000101 2025")
    assert render_pdf(sheet).startswith(b"%PDF")


def test_a_self_assessment_found_wanting_stops_fr_ak_01_until_reviewed_again(world: World) -> None:
    actor, assessment = world.actor("budi"), opened(world, "made")
    plan(world, assessment)
    review_self_assessment(actor, assessment, can_continue=False, note="Bukti kosong.", statement=AGREED)
    with refuses(world, "assessment.agreement_proposed", "assessment.cannot_continue") as refused:
        propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    assert refused.value.rules == ["APL-05"]
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    sheet = latest(world.ids["application.made"], SheetCode.APL02)
    assert sheet is not None
    assert sheet.version == 3
    assert content_of(sheet)["signatures"]["asesi"]["name"] == "Made Pengandaian"


def test_a_positive_review_stays(world: World) -> None:
    with refuses(world, "assessment.self_assessment_reviewed", "assessment.reviewed_before") as refused:
        review_self_assessment(world.actor("budi"), of(world, "intan"), can_continue=False, note="", statement=AGREED)
    assert refused.value.rules == ["HR-50"]


def test_the_identity_is_checked_once_by_a_document(world: World) -> None:
    actor, assessment = world.actor("budi"), opened(world, "made")
    with refuses(world, "assessment.identity_checked", "assessment.no_document") as refused:
        check_identity(actor, assessment, document="kartu nama")
    assert refused.value.rules == ["APL-06"]
    check_identity(actor, assessment, document="KTP")
    assert facts_of(last_entry(world)) == {"document": "KTP"}
    with refuses(world, "assessment.identity_checked", "assessment.identity_checked_before") as refused:
        check_identity(actor, assessment, document="SIM")
    assert refused.value.rules == ["HR-50"]


def test_fr_ak_01_follows_the_review_of_fr_apl_02(world: World) -> None:
    with refuses(world, "assessment.agreement_proposed", "assessment.not_reviewed") as refused:
        assessment = plan(world, opened(world, "made"))
        propose_agreement(world.actor("budi"), assessment, evidence_kinds=KINDS, statement=AGREED)
    assert refused.value.rules == ["APL-05"]


def test_fr_ak_01_names_the_evidence_to_be_collected(world: World) -> None:
    actor, assessment = world.actor("budi"), plan(world, opened(world, "made"))
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    with refuses(world, "assessment.agreement_proposed", "assessment.no_evidence_kinds") as refused:
        propose_agreement(actor, assessment, evidence_kinds=["gosip"], statement=AGREED)
    assert refused.value.rules == ["APL-07"]
    propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    sheet = latest(assessment.pk, SheetCode.AK01)
    assert sheet is not None
    content = content_of(sheet)
    assert content["evidence"] == ["Hasil Observasi Langsung", "Hasil Tanya Jawab"]
    assert content["schedule"]["time"] == "08.00–16.00 WIB"
    assert sheet.owner_id == world.ids["person.made"]
    with refuses(world, "assessment.agreement_proposed", "assessment.proposed_before") as refused:
        propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    assert refused.value.rules == ["HR-50"]


@pytest.mark.parametrize(
    ("rule", "code"), [("HR-16", "licence.scheme_not_in_annex"), ("HR-20", "assessor.not_authorised")]
)
def test_what_held_at_opening_must_hold_at_the_start(world: World, rule: str, code: str) -> None:
    actor, assessment = world.actor("budi"), plan(world, opened(world, "made"))
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    if rule == "HR-16":
        end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    else:
        end_authorisation(world.actor("maya"), world.get(Authorisation, "authorisation.budi"), last_day=ago(1))
    with refuses(world, "assessment.agreement_proposed", code) as refused:
        propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    assert refused.value.rules == [rule]


def test_an_assessment_starts_on_the_day_of_the_letter(world: World) -> None:
    actor, assessment = world.actor("budi"), plan(world, opened(world, "made"))
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    with tomorrow(), refuses(world, "assessment.agreement_proposed", "assignment.other_day") as refused:
        propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    assert refused.value.rules == ["HR-21"]


def test_the_candidate_agrees_to_what_the_assessor_signed(world: World) -> None:
    assessment = opened(world, "made")
    with refuses(world, "assessment.agreed", "assessment.not_proposed") as refused:
        agree(world.me("made"), assessment, statement=READ)
    assert refused.value.rules == ["APL-07"]
    with refuses(world, "assessment.agreed", "assessment.agreed_before") as refused:
        agree(world.me("intan"), of(world, "intan"), statement=READ)
    assert refused.value.rules == ["HR-50"]


def test_an_agreement_needs_the_tick(world: World) -> None:
    assessment = proposed(world, "made")
    with refuses(world, "assessment.agreed", "signature.not_agreed"):
        agree(world.me("made"), assessment, statement=UNSIGNED)
    assert assessment_of(world, "made").state == AssessmentState.OPENED


def test_nobody_agrees_for_somebody_else(world: World) -> None:
    assessment = proposed(world, "made")
    with pytest.raises(OutOfScope):
        agree(world.me("sari"), assessment, statement=READ)


# ---------------------------------------------------------------- material and evidence


def test_no_evidence_before_fr_ak_01_is_signed_by_both(world: World) -> None:
    proposed(world, "made")
    with refuses(world, "evidence.added", "assessment.not_agreed") as refused:
        evidence(world, "made")
    assert refused.value.rules == ["HR-34"]


def test_no_evidence_before_the_identity_is_checked(world: World) -> None:
    actor, assessment = world.actor("budi"), plan(world, opened(world, "made"))
    review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED)
    propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED)
    agree(world.me("made"), assessment, statement=READ)
    with refuses(world, "evidence.added", "assessment.identity_unchecked") as refused:
        evidence(world, "made")
    assert refused.value.rules == ["HR-34"]
    check_identity(actor, assessment, document="KTP")
    assert evidence(world, "made").position == 1


def test_no_recommendation_before_the_material_is_open(world: World) -> None:
    proposed(world, "made")
    with pytest.raises(Refused) as refused:
        give(world, "made")
    assert "HR-34" in refused.value.rules


def test_one_evidence_item_serves_many_criteria(world: World) -> None:
    item = evidence(world)
    assert EvidenceCriterion.objects.filter(evidence=item).count() == 50
    some = [row.pk for row in criteria(world, "intan")[:3]]
    link_evidence(world.actor("budi"), item, criteria=some)
    assert set(item.criteria.values_list("criterion_id", flat=True)) == set(some)


def test_evidence_keeps_its_file_and_its_marks(world: World) -> None:
    file = stored(world, "budi", "foto.pdf")
    item = good(world, evidence(world, file=file), sufficient=False)
    assert (item.valid, item.sufficient) == (True, False)
    assert facts_of(Entry.objects.get(event="evidence.added", subject_id=item.pk))["file"] == file.sha256


def test_evidence_taken_out_of_use_serves_nothing(world: World) -> None:
    item = evidence(world)
    remove_evidence(world.actor("budi"), item)
    assert Evidence.objects.get(pk=item.pk).removed
    assert grid_of(of(world, "intan")).linked == []


def test_only_the_assessor_of_the_case_marks_evidence(world: World) -> None:
    item = evidence(world)
    with refuses(world, "evidence.marked", "assignment.other_assessor") as refused:
        good(world, item, by="rina", current=False)
    assert refused.value.rules == ["HR-21"]
    item.refresh_from_db()
    assert item.current is None


def test_marks_stay_as_they_were_at_the_recommendation(world: World) -> None:
    recommended(world, "intan")
    item = Evidence.objects.filter(assessment=of(world, "intan"), valid=True)[0]
    with refuses(world, "evidence.marked", "assessment.recommended_before") as refused:
        good(world, item, valid=False)
    assert refused.value.rules == ["HR-50"]
    item.refresh_from_db()
    assert item.valid


def test_marked_evidence_that_was_taken_out_of_use_is_not_there(world: World) -> None:
    item = evidence(world)
    remove_evidence(world.actor("budi"), item)
    with pytest.raises(OutOfScope):
        good(world, item)
    item.refresh_from_db()
    assert item.valid is None


def test_a_criterion_of_another_scheme_is_not_there(world: World) -> None:
    with pytest.raises(OutOfScope):
        evidence(world, criteria=[world.ids["scheme"]])
    item = evidence(world)
    with pytest.raises(OutOfScope):
        link_evidence(world.actor("budi"), item, criteria=[world.ids["standard"]])


def test_a_file_of_another_lsp_is_not_there(world: World) -> None:
    stranger = StoredFile.objects.create(
        body_id=world.ids["body.luar"],
        sha256="0" * 64,
        name="a.pdf",
        media_type="application/pdf",
        size=1,
        uploaded_at=timezone.now(),
    )
    with pytest.raises(OutOfScope):
        evidence(world, file=stranger)


def test_evidence_needs_a_title_and_a_known_method(world: World) -> None:
    with refuses(world, "evidence.added", "door.invalid_field"):
        evidence(world, title=" ")
    with refuses(world, "evidence.added", "door.invalid_field"):
        evidence(world, method="gosip")


def test_another_assessor_touches_nothing(world: World) -> None:
    item = evidence(world)
    actor, assessment = world.actor("rina"), of(world, "intan")
    acts: list[Callable[[], object]] = [
        lambda: evidence(world, by="rina"),
        lambda: good(world, item, by="rina"),
        lambda: link_evidence(actor, item, criteria=[]),
        lambda: remove_evidence(actor, item),
        lambda: review_self_assessment(actor, assessment, can_continue=True, note="", statement=AGREED),
        lambda: check_identity(actor, assessment, document="KTP"),
        lambda: propose_agreement(actor, assessment, evidence_kinds=KINDS, statement=AGREED),
        lambda: give(world, by="rina"),
    ]
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert "HR-21" in refused.value.rules


# ---------------------------------------------------------------- recommendation


def test_a_recommendation_makes_the_grid_final(world: World) -> None:
    assessment = recommended(world, "intan")
    assert (assessment.state, assessment.result) == (AssessmentState.RECOMMENDED, "K")
    assert Judgement.objects.filter(assessment=assessment, met=True, method=Method.OBSERVATION).count() == 50
    assert set(UnitResult.objects.filter(assessment=assessment).values_list("result", flat=True)) == {"K"}
    assert facts_of(last_entry(world)) == {
        "result": "K",
        "units": 6,
        "units_competent": 6,
        "criteria": 50,
        "evidence": 4,
    }


def test_fr_ia_01_and_fr_ak_02_say_what_was_judged(world: World) -> None:
    ia01, ak02 = (latest(world.ids["assessment.galih"], code) for code in (SheetCode.IA01, SheetCode.AK02))
    assert ia01 is not None
    assert ak02 is not None
    content = content_of(ia01)
    assert content["recommendation"] == "unmet"
    assert content["gaps"] == [{"group": "3", "unit": "CTH.WEB.006.1", "element": "2", "criterion": "2.3"}]
    units = [unit for group in content["groups"] for unit in group["units"]]
    last = units[-1]["elements"][-1]["criteria"][-1]
    assert (last["met"], last["further"]) == (False, "Dipastikan belum tercapai: Belum runtut.")
    record = content_of(ak02)
    assert record["recommendation"] == "Belum kompeten"
    assert {tuple(unit["evidence"]) for unit in record["units"]} == {("observasi",), ("observasi", "tertulis")}
    for sheet in (ia01, ak02):
        roles = set(Signature.objects.filter(sheet=sheet).values_list("role", flat=True))
        assert roles == {"asesi", "asesor"}
        assert render_pdf(sheet).startswith(b"%PDF")


def test_one_unmet_criterion_makes_its_unit_and_the_scheme_not_yet_competent(world: World) -> None:
    assessment = of(world, "galih")
    results = dict(UnitResult.objects.filter(assessment=assessment).values_list("unit__code", "result"))
    assert results.pop("CTH.WEB.006.1") == "BK"
    assert set(results.values()) == {"K"}
    assert assessment.result == "BK"


def test_a_program_never_recommends(world: World) -> None:
    judge_all(world, "intan")
    with pytest.raises(Refused) as refused:
        recommend(
            SystemActor("worker", world.body.pk),
            of(world, "intan"),
            feedback="",
            follow_up="",
            comment="",
            statement=AGREED,
        )
    assert "HR-40" in refused.value.rules
    assert of(world, "intan").state == AssessmentState.AGREED


def test_every_criterion_is_judged(world: World) -> None:
    say_yes(world)
    good(world, evidence(world))
    JudgementDraft.objects.filter(assessment=of(world, "intan")).first().delete()  # type: ignore[union-attr]
    with refuses(world, "assessment.recommended", "recommendation.unjudged") as refused:
        give(world)
    assert refused.value.rules == ["HR-35"]
    assert refused.value.refusals[0].facts == {"count": 1, "total": 50}
    assert not Judgement.objects.filter(assessment=of(world, "intan")).exists()


def test_every_criterion_rests_on_evidence(world: World) -> None:
    say_yes(world)
    good(world, evidence(world, criteria=[row.pk for row in criteria(world, "intan")[1:]]))
    with refuses(world, "assessment.recommended", "recommendation.without_evidence") as refused:
        give(world)
    assert refused.value.rules == ["HR-35"]


def test_every_evidence_item_in_use_carries_vatm(world: World) -> None:
    say_yes(world)
    good(world, evidence(world))
    evidence(world, title="Kedua", criteria=[criteria(world, "intan")[0].pk])
    evidence(world, title="Belum dipakai", criteria=[])
    with refuses(world, "assessment.recommended", "recommendation.unmarked") as refused:
        give(world)
    assert refused.value.rules == ["HR-35"]
    assert refused.value.refusals[0].facts["count"] == 1


def test_every_negative_mark_is_followed_up(world: World) -> None:
    say_yes(world)
    good(world, evidence(world))
    first = criteria(world, "intan")[0].pk
    save_mark(of(world, "intan"), first, saved_at=timezone.now(), met=False)
    with refuses(world, "assessment.recommended", "recommendation.unresolved") as refused:
        give(world)
    assert refused.value.rules == ["HR-35"]
    save_mark(of(world, "intan"), first, saved_at=timezone.now(), follow_up=FollowUp.ASKED_MET)
    assert give(world).result == "K"
    judgement = Judgement.objects.get(assessment=of(world, "intan"), criterion_id=first)
    assert (judgement.met, judgement.follow_up) == (False, FollowUp.ASKED_MET)


def test_nothing_is_held_met_on_evidence_that_fails_vatm(world: World) -> None:
    say_yes(world)
    good(world, evidence(world), authentic=False)
    with refuses(world, "assessment.recommended", "recommendation.unsound") as refused:
        give(world)
    assert refused.value.rules == ["HR-35"]
    good(world, evidence(world, title="Tanya jawab", method=Method.ORAL))
    assert give(world).result == "K"
    assert set(Judgement.objects.filter(assessment=of(world, "intan")).values_list("method", flat=True)) == {"lisan"}


def test_a_unit_result_that_contradicts_its_criteria_is_refused(world: World) -> None:
    judge_all(world, "intan", except_criteria=[criteria(world, "intan")[-1].pk])
    units = {unit.unit.pk: "K" for unit in grid_of(of(world, "intan")).units}
    with refuses(world, "assessment.recommended", "recommendation.unit_contradicts") as refused:
        give(world, unit_results=units)
    assert refused.value.rules == ["HR-36"]
    assert refused.value.refusals[0].facts == {"units": "CTH.WEB.006.1"}


def test_a_result_that_contradicts_the_scheme_rule_is_refused(world: World) -> None:
    judge_all(world, "intan", except_criteria=[criteria(world, "intan")[-1].pk])
    with refuses(world, "assessment.recommended", "recommendation.contradicts") as refused:
        give(world, result="K")
    assert refused.value.rules == ["HR-36"]


def test_confirmed_results_are_kept(world: World) -> None:
    judge_all(world, "intan")
    units = {unit.unit.pk: str(unit.result) for unit in grid_of(of(world, "intan")).units}
    assert give(world, unit_results=units, result="K").result == "K"


def test_the_recommendation_is_signed_with_the_password(world: World) -> None:
    judge_all(world, "intan")
    with refuses(world, "assessment.recommended", "signature.no_reauthentication"):
        give(world, statement=Statement("Saya menilai.", agreed=True))
    assert not Sheet.objects.filter(subject_id=of(world, "intan").pk, code=SheetCode.IA01).exists()


def test_after_the_recommendation_nothing_changes(world: World) -> None:
    recommended(world, "intan")
    item = Evidence.objects.filter(assessment=of(world, "intan"))[0]
    actor = world.actor("budi")
    acts: list[Callable[[], object]] = [
        lambda: evidence(world),
        lambda: good(world, item),
        lambda: link_evidence(actor, item, criteria=[]),
        lambda: remove_evidence(actor, item),
        lambda: give(world),
    ]
    for act in acts:
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.rules == ["HR-50"]
    assert Sheet.objects.filter(subject_id=of(world, "intan").pk, code=SheetCode.AK02).count() == 1


def test_the_database_keeps_a_judgement_as_it_is(world: World) -> None:
    judgement = Judgement.objects.filter(assessment=of(world, "sari")).first()
    assert judgement is not None
    judgement.met = False
    with pytest.raises(IntegrityError), transaction.atomic(), open_guard("test"):
        judgement.save()


def test_the_candidate_signs_the_result_once(world: World) -> None:
    with refuses(world, "assessment.acknowledged", "assessment.not_recommended") as refused:
        acknowledge(world.me("intan"), of(world, "intan"), statement=READ)
    assert refused.value.rules == ["HR-50"]
    recommended(world, "intan")
    assert acknowledge(world.me("intan"), of(world, "intan"), statement=READ).state == AssessmentState.SIGNED
    with refuses(world, "assessment.acknowledged", "assessment.acknowledged_before") as refused:
        acknowledge(world.me("intan"), of(world, "intan"), statement=READ)
    assert refused.value.rules == ["HR-50"]


def test_nobody_signs_the_result_of_somebody_else(world: World) -> None:
    with pytest.raises(OutOfScope):
        acknowledge(world.me("sari"), of(world, "galih"), statement=READ)


def test_another_lsp_sees_no_assessment(world: World) -> None:
    with pytest.raises(OutOfScope):
        check_identity(world.actor("tono"), of(world, "intan"), document="KTP")


# ---------------------------------------------------------------- the grid as a draft


def test_an_older_mark_never_takes_the_place_of_a_newer_one(world: World) -> None:
    assessment, criterion = of(world, "intan"), criteria(world, "intan")[0]
    now = timezone.now()
    assert save_mark(assessment, criterion.pk, saved_at=now, met=True)
    assert not save_mark(assessment, criterion.pk, saved_at=now - timedelta(seconds=5), met=False)
    assert save_mark(assessment, criterion.pk, saved_at=now, met=True)
    row = JudgementDraft.objects.get(assessment=assessment, criterion=criterion)
    assert (row.met, row.saved_at) == (True, now)


def test_a_mark_keeps_what_it_does_not_name(world: World) -> None:
    assessment, criterion = of(world, "intan"), criteria(world, "intan")[0]
    save_mark(assessment, criterion.pk, saved_at=timezone.now(), met=False, note="Belum runtut")
    save_mark(assessment, criterion.pk, saved_at=timezone.now(), follow_up=FollowUp.CONFIRMED)
    save_mark(assessment, criterion.pk, saved_at=timezone.now(), follow_up="entah")
    row = JudgementDraft.objects.get(assessment=assessment, criterion=criterion)
    assert (row.met, row.note, row.follow_up) == (False, "Belum runtut", FollowUp.CONFIRMED)


def test_all_yes_changes_no_mark_that_was_made(world: World) -> None:
    assessment, rows = of(world, "intan"), criteria(world, "intan")
    save_mark(assessment, rows[0].pk, saved_at=timezone.now(), met=False)
    save_mark(assessment, rows[1].pk, saved_at=timezone.now(), note="Diamati dua kali")
    assert fill_yes(assessment, [row.pk for row in rows], saved_at=timezone.now()) == 49
    assert fill_yes(assessment, [row.pk for row in rows], saved_at=timezone.now()) == 0
    marks = dict(JudgementDraft.objects.filter(assessment=assessment).values_list("criterion_id", "met"))
    assert marks.pop(rows[0].pk) is False
    assert set(marks.values()) == {True}
    assert JudgementDraft.objects.get(assessment=assessment, criterion=rows[1]).note == "Diamati dua kali"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("2026-11-24T01:00:00Z", 3600), ("2026-11-24T08:00:00", 3600), ("1795482000000", 3600)],
)
def test_a_device_says_when_a_mark_was_made(text: str, seconds: int) -> None:
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        assert timezone.now() - made_at(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "kemarin", "2026-13-45T99:99:99Z", "9" * 30, "2030-01-01T00:00:00Z"])
def test_a_device_with_a_wrong_clock_says_now(text: str) -> None:
    with time_machine.travel("2026-11-24T02:00:00Z", tick=False):
        assert made_at(text) == timezone.now()


def test_criteria_are_counted_as_the_scheme_has_them(world: World) -> None:
    grid = grid_of(of(world, "sari"))
    assert (len(grid.units), grid.total, grid.done) == (6, 50, 50)
    assert Criterion.objects.filter(pk__in=[row.criterion.pk for row in grid.criteria]).count() == 50


def test_an_agreed_case_is_where_the_helpers_leave_it(world: World) -> None:
    assessment = open_and_agree(world, "made")
    assert (assessment.state, assessment.agreed_at) == (AssessmentState.AGREED, assessment.started_at)
