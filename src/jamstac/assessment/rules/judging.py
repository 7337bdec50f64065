from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from jamstac.assessment.facts import (
    AcknowledgementFacts,
    AgreementFacts,
    IdentityFacts,
    MaterialFacts,
    OpeningFacts,
    PaperAgreementFacts,
    ProposalFacts,
    RecommendationFacts,
    ReleaseFacts,
    ReopeningFacts,
    SelfAssessmentFacts,
)
from jamstac.assessment.states import AssessmentState, Result
from jamstac.assessors.rules import (
    assessor_certificate_is_valid,
    assessor_is_active,
    assessor_is_authorised,
    pacts_are_signed,
)
from jamstac.events.day_rules import candidate_is_checked_in
from jamstac.events.rules import letter_covers_assessor, letter_covers_today, recording_is_agreed
from jamstac.impartiality.rules import (
    assessor_is_not_close,
    conflicts_are_settled,
    every_pair_is_declared,
    trainer_is_not_assessor,
)
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule
from jamstac.licensing.rules import licence_covers_scheme, remote_is_approved
from jamstac.schemes.states import CertificateRule
from jamstac.venues.rules import venue_fits_event


class _HasState(Protocol):
    @property
    def state(self) -> str: ...


class _Material(Protocol):
    @property
    def agreed(self) -> bool: ...
    @property
    def identity_checked(self) -> bool: ...


BEGUN = frozenset({AssessmentState.AGREED, AssessmentState.RECOMMENDED, AssessmentState.SIGNED})
"""FR.AK.01 is signed by both: what comes before it is done."""


def unit_result(met: Collection[bool]) -> Result:
    """K only when every criterion of the unit is met."""
    return Result.COMPETENT if met and all(met) else Result.NOT_YET


def certificate_result(rule_name: str, units: Collection[str]) -> Result:
    """The overall result by the scheme's own rule over its unit results. Raises ValueError for an unknown rule."""
    competent = {CertificateRule.ALL_UNITS: bool(units) and all(each == Result.COMPETENT for each in units)}
    return Result.COMPETENT if competent[CertificateRule(rule_name)] else Result.NOT_YET


@rule("HR-50", source="ASM-05; REC-03")
def case_is_opened_once(f: OpeningFacts) -> Verdict:
    """A case has one assessment."""
    return refuse_if(f.opened_before, "assessment.opened_before")


@rule("HR-50", source="ASM-05; REC-03")
def self_assessment_is_open(f: SelfAssessmentFacts) -> Verdict:
    """A positive review of FR.APL.02 stays; after a negative one it is reviewed again."""
    return refuse_if(f.state in BEGUN or f.can_continue is True, "assessment.reviewed_before")


@rule("APL-06", source="ISO/IEC 17024 7.4.3")
def identity_is_shown(f: IdentityFacts) -> Verdict:
    """The identity document is named."""
    return refuse_if(not f.document_known, "assessment.no_document")


@rule("HR-50", source="ASM-05; REC-03")
def identity_is_checked_once(f: IdentityFacts) -> Verdict:
    """The identity is checked once, before anything is judged."""
    return refuse_if(f.identity_checked, "assessment.identity_checked_before")


@rule("APL-05", source="FR.APL.02")
def self_assessment_lets_continue(f: ProposalFacts) -> Verdict:
    """FR.AK.01 follows a self-assessment found good enough to go on with."""
    return all_of(
        [
            refuse_if(f.can_continue is None, "assessment.not_reviewed"),
            refuse_if(f.can_continue is False, "assessment.cannot_continue"),
        ]
    )


@rule("APL-04", source="FR.AK.07; PBNSP 201 9.2.5")
def adjustments_are_planned(f: ProposalFacts) -> Verdict:
    """FR.AK.01 follows FR.AK.07: the candidate agrees to a plan that fits."""
    return refuse_if(not f.planned, "assessment.not_planned")


@rule("APL-07", source="FR.AK.01")
def evidence_kinds_are_named(f: ProposalFacts) -> Verdict:
    """The candidate learns which evidence will be collected."""
    return refuse_if(f.evidence_kinds == 0, "assessment.no_evidence_kinds")


@rule("HR-50", source="ASM-05; REC-03")
def agreement_is_open(f: ProposalFacts) -> Verdict:
    """FR.AK.01 is put before the candidate once."""
    return refuse_if(f.proposed or f.state in BEGUN, "assessment.proposed_before")


@rule("HR-50", source="ASM-05; REC-03")
def agreement_is_unsigned(f: AgreementFacts) -> Verdict:
    """FR.AK.01 is agreed to once."""
    return refuse_if(f.state in BEGUN, "assessment.agreed_before")


@rule("APL-07", source="FR.AK.01")
def agreement_is_proposed(f: AgreementFacts) -> Verdict:
    """The candidate agrees to a sheet the assessor has signed."""
    return refuse_if(not f.proposed, "assessment.not_proposed")


@rule("HR-34", source="ISO/IEC 17024 7.4.3; APL-07; APL-08")
def agreement_papers_are_confirmed(f: PaperAgreementFacts) -> Verdict:
    """An agreement given on paper stands on the signed papers, which a second person compared with their scans."""
    return refuse_if(bool(f.papers_missing), "assessment.agreement_paper_missing", sheets=", ".join(f.papers_missing))


@rule("HR-34", source="ISO/IEC 17024 7.4.3; APL-07; APL-08")
def material_is_open(f: _Material) -> Verdict:
    """No material opens before FR.AK.01 is signed by both and the identity is checked."""
    return all_of(
        [
            refuse_if(not f.agreed, "assessment.not_agreed"),
            refuse_if(not f.identity_checked, "assessment.identity_unchecked"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def judgement_is_open(f: _HasState) -> Verdict:
    """What was recommended stays: no judgement and no evidence changes after it."""
    closed = f.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)
    return refuse_if(closed, "assessment.recommended_before")


@rule("HR-40", source="UU 27/2022 art. 10; ISO/IEC 17024:2026 6.5")
def person_judges(f: RecommendationFacts) -> Verdict:
    """K and BK are said by a human being, never by a program."""
    return refuse_if(not f.actor_is_person, "assessment.no_person")


@rule("HR-35", source="ISO/IEC 17024 9.2.3; ASM-01; ASM-02")
def every_criterion_is_judged(f: RecommendationFacts) -> Verdict:
    """Every KUK of the scheme carries a judgement."""
    return refuse_if(f.unjudged > 0 or f.criteria == 0, "recommendation.unjudged", count=f.unjudged, total=f.criteria)


@rule("HR-35", source="ISO/IEC 17024 9.2.3; ASM-01; ASM-02")
def every_criterion_has_evidence(f: RecommendationFacts) -> Verdict:
    """Every KUK rests on at least one evidence item, got by a named method."""
    return refuse_if(f.without_evidence > 0, "recommendation.without_evidence", count=f.without_evidence)


@rule("HR-35", source="ISO/IEC 17024 9.2.3; ASM-02")
def evidence_is_marked(f: RecommendationFacts) -> Verdict:
    """Every evidence item in use carries its four VATM marks."""
    return refuse_if(f.unmarked_evidence > 0, "recommendation.unmarked", count=f.unmarked_evidence)


@rule("HR-35", source="ISO/IEC 17024 9.2.3; ASM-02")
def negative_marks_are_resolved(f: RecommendationFacts) -> Verdict:
    """Every Tidak was followed up, and nothing is held met on evidence that fails VATM alone."""
    return all_of(
        [
            refuse_if(f.unresolved > 0, "recommendation.unresolved", count=f.unresolved),
            refuse_if(f.unsound > 0, "recommendation.unsound", count=f.unsound),
        ]
    )


@rule("ASM-01", source="PBNSP 201 9.2.1, 9.2.3; FR.MAPA.02")
def every_planned_instrument_is_taken(f: RecommendationFacts) -> Verdict:
    """What was planned for the candidate was taken and marked, or left out with a reason."""
    return refuse_if(bool(f.unfinished), "recommendation.unfinished", instruments=", ".join(f.unfinished))


@rule("HR-36", source="skema; DEC-06")
def unit_results_follow_criteria(f: RecommendationFacts) -> Verdict:
    """A unit is K exactly when all its KUK are met."""
    wrong = [code for code, computed, confirmed in f.results if computed != confirmed]
    return refuse_if(bool(wrong), "recommendation.unit_contradicts", units=", ".join(wrong))


@rule("HR-36", source="skema; DEC-06")
def result_follows_scheme(f: RecommendationFacts) -> Verdict:
    """The recommendation is K exactly when the scheme's own rule over the units says so."""
    return refuse_if(f.result != f.result_confirmed, "recommendation.contradicts", result=f.result)


@rule("HR-50", source="ASM-05; REC-03")
def result_is_unsigned(f: AcknowledgementFacts) -> Verdict:
    """The candidate signs the recorded result, once."""
    return all_of(
        [
            refuse_if(f.state == AssessmentState.SIGNED, "assessment.acknowledged_before"),
            refuse_if(
                f.state not in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED), "assessment.not_recommended"
            ),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def result_can_be_reopened(f: ReopeningFacts) -> Verdict:
    """Only what was recommended is reopened, and the reason stands on the next version of its sheets."""
    return all_of(
        [
            refuse_if(
                f.state not in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED), "assessment.not_recommended"
            ),
            refuse_if(not f.reason_given, "assessment.reopened_without_reason"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def case_is_in_hand(f: _HasState) -> Verdict:
    """Nothing is done in a case that was released, until it is opened again."""
    return refuse_if(f.state == AssessmentState.RELEASED, "assessment.released")


@rule("HR-50", source="ASM-05; REC-03")
def case_is_unrecommended(f: ReleaseFacts) -> Verdict:
    """A case is released while it is assessed; once recommended, it stays where it was assessed."""
    return all_of(
        [
            refuse_if(f.state == AssessmentState.RELEASED, "release.released_before"),
            refuse_if(f.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED), "release.recommended"),
        ]
    )


@rule("REC-01", source="PBNSP 201 7.1")
def release_has_a_reason(f: ReleaseFacts) -> Verdict:
    """Who takes a case out of its assessor's hands says why."""
    return refuse_if(not f.reason_given, "release.no_reason")


may_open: Policy[OpeningFacts] = Policy(
    "may_open",
    case_is_opened_once,
    letter_covers_assessor,
    letter_covers_today,
    candidate_is_checked_in,
    licence_covers_scheme,
    assessor_certificate_is_valid,
    assessor_is_authorised,
    assessor_is_active,
    pacts_are_signed,
    every_pair_is_declared,
    trainer_is_not_assessor,
    assessor_is_not_close,
    conflicts_are_settled,
    venue_fits_event,
    remote_is_approved,
    recording_is_agreed,
)
may_review: Policy[SelfAssessmentFacts] = Policy(
    "may_review", case_is_in_hand, letter_covers_assessor, self_assessment_is_open
)
may_check_identity: Policy[IdentityFacts] = Policy(
    "may_check_identity", case_is_in_hand, letter_covers_assessor, identity_is_shown, identity_is_checked_once
)
may_propose: Policy[ProposalFacts] = Policy(
    "may_propose",
    case_is_in_hand,
    agreement_is_open,
    letter_covers_assessor,
    letter_covers_today,
    licence_covers_scheme,
    assessor_certificate_is_valid,
    assessor_is_authorised,
    assessor_is_active,
    self_assessment_lets_continue,
    adjustments_are_planned,
    evidence_kinds_are_named,
)
may_agree: Policy[AgreementFacts] = Policy("may_agree", case_is_in_hand, agreement_is_unsigned, agreement_is_proposed)
may_agree_on_paper: Policy[PaperAgreementFacts] = Policy(
    "may_agree_on_paper",
    case_is_in_hand,
    letter_covers_assessor,
    agreement_is_unsigned,
    agreement_is_proposed,
    agreement_papers_are_confirmed,
)
may_judge: Policy[MaterialFacts] = Policy("may_judge", letter_covers_assessor, material_is_open, judgement_is_open)
may_recommend: Policy[RecommendationFacts] = Policy(
    "may_recommend",
    person_judges,
    letter_covers_assessor,
    material_is_open,
    judgement_is_open,
    every_criterion_is_judged,
    every_criterion_has_evidence,
    evidence_is_marked,
    negative_marks_are_resolved,
    every_planned_instrument_is_taken,
    unit_results_follow_criteria,
    result_follows_scheme,
)
may_acknowledge: Policy[AcknowledgementFacts] = Policy("may_acknowledge", result_is_unsigned)
may_reopen: Policy[ReopeningFacts] = Policy("may_reopen", result_can_be_reopened)
may_release: Policy[ReleaseFacts] = Policy("may_release", case_is_unrecommended, release_has_a_reason)
