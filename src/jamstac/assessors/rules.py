from __future__ import annotations

from jamstac.assessors.facts import (
    AuthorisationFacts,
    AuthorisedAssessor,
    BoundPeople,
    CertificateFacts,
    CertifiedAssessor,
    PactSigningFacts,
    PactVersionFacts,
    StandingAssessor,
    StatusFacts,
)
from jamstac.assessors.states import Standing
from jamstac.documents.rules import signer_agrees, staff_signs_again
from jamstac.kernel.verdicts import Override, Policy, Verdict, refuse, refuse_if, rule

_STANDING_REFUSALS = {
    "": "assessor.no_status",
    Standing.RESTRICTED: "assessor.restricted",
    Standing.SUSPENDED: "assessor.suspended",
}


@rule("HR-19", source="PBNSP 303; PER-04, PER-05", override=Override.DOC)
def assessor_certificate_is_valid(f: CertifiedAssessor) -> Verdict:
    """The certificate of assessor competence is valid on the day."""
    return refuse_if(not f.assessor_certificate_valid, "assessor.certificate_not_valid", day=f.day.isoformat())


@rule("HR-20", source="ISO/IEC 17024 6.2.2; PER-06")
def assessor_is_authorised(f: AuthorisedAssessor) -> Verdict:
    """The LSP appointed the assessor and authorised them for this scheme, on proof of technical competence."""
    day = f.day.isoformat()
    return refuse_if(not f.assessor_appointed, "assessor.not_appointed", day=day) & refuse_if(
        not f.assessor_authorised, "assessor.not_authorised", day=day
    )


@rule("HR-22", source="PER-09; PER-10")
def assessor_is_active(f: StandingAssessor) -> Verdict:
    """The assessor is active; a trainee assesses beside an active companion."""
    day, code = f.day.isoformat(), _STANDING_REFUSALS.get(f.assessor_standing)
    if code is not None:
        return refuse(code, day=day)
    return refuse_if(not f.companion_ready, "assessor.no_companion", day=day)


@rule("HR-23", source="ISO/IEC 17024 6.1.7; Keputusan BNSP 1224/2020")
def pacts_are_signed(f: BoundPeople) -> Verdict:
    """Whoever acts in a role signed the pact and the code of ethics in the version in force."""
    missing = refuse_if(bool(f.pacts_missing), "pact.none", kinds=", ".join(f.pacts_missing))
    return missing & refuse_if(f.unbound > 0, "pact.unsigned", count=f.unbound)


@rule("PER-04", source="PBNSP 303")
def met_number_is_well_formed(f: CertificateFacts) -> Verdict:
    """A MET number is written as the certificate prints it."""
    return refuse_if(not f.number_is_well_formed, "assessor.met_form")


@rule("PER-04", source="PBNSP 303")
def met_number_is_new(f: CertificateFacts) -> Verdict:
    """Number and year together are one certificate of one person."""
    return refuse_if(f.known, "assessor.met_known")


@rule("PER-05", source="PBNSP 303")
def certificate_period_is_valid(f: CertificateFacts) -> Verdict:
    """A certificate ends no earlier than it starts."""
    return refuse_if(not f.period_is_valid, "assessor.certificate_period")


@rule("PER-06", source="ISO/IEC 17024 6.2.2")
def technical_competence_is_shown(f: AuthorisationFacts) -> Verdict:
    """An authorisation names the proof of technical competence it rests on."""
    return refuse_if(not f.basis_given, "authorisation.no_basis")


@rule("PER-06", source="ISO/IEC 17024 6.2.2")
def authorisation_period_is_valid(f: AuthorisationFacts) -> Verdict:
    """An assessor is authorised for a scheme once at a time, from a day to a later day."""
    return (
        refuse_if(f.ended, "authorisation.ended_already")
        & refuse_if(not f.period_is_valid, "authorisation.period")
        & refuse_if(f.overlaps, "authorisation.overlap")
    )


@rule("PER-10", source="ISO/IEC 17024 6.2.2.3")
def status_is_controlled(f: StatusFacts) -> Verdict:
    """A status is set for an assessor, with its reason, from today or later on."""
    return (
        refuse_if(not f.is_assessor, "status.not_assessor")
        & refuse_if(not f.reason_given, "status.no_reason")
        & refuse_if(f.starts_in_past, "status.backwards")
        & refuse_if(not f.period_is_valid, "status.period")
    )


@rule("PER-09", source="PBNSP 303; praktik pendampingan")
def trainee_has_companion(f: StatusFacts) -> Verdict:
    """A trainee is accompanied by another, active assessor; nobody else needs one."""
    if not f.is_trainee:
        return refuse_if(f.companion_given, "status.companion_for_trainee")
    return refuse_if(not f.companion_given, "status.no_companion") & refuse_if(
        f.companion_given and not f.companion_ready, "status.companion_not_active"
    )


@rule("IMP-07", source="ISO/IEC 17024 6.1.6–6.1.7")
def pact_version_is_controlled(f: PactVersionFacts) -> Verdict:
    """A version has its text and the decision it rests on, and follows the one before."""
    return (
        refuse_if(not f.text_given, "pact.no_text")
        & refuse_if(not f.source_given, "pact.no_source")
        & refuse_if(not f.version_is_new, "pact.version_known")
        & refuse_if(f.starts_in_past, "pact.backwards")
        & refuse_if(not f.starts_after_last, "pact.not_after_last")
    )


@rule("IMP-07", source="ISO/IEC 17024 6.1.6–6.1.7")
def pact_is_open_to_sign(f: PactSigningFacts) -> Verdict:
    """The version in force is signed, once by each person."""
    return refuse_if(not f.in_force, "pact.not_in_force") & refuse_if(f.signed_before, "pact.signed_before")


may_enter_certificate = Policy(
    "may_enter_certificate", met_number_is_well_formed, met_number_is_new, certificate_period_is_valid
)
may_authorise_assessor = Policy("may_authorise_assessor", technical_competence_is_shown, authorisation_period_is_valid)
may_set_status = Policy("may_set_status", status_is_controlled, trainee_has_companion)
may_issue_pact = Policy("may_issue_pact", pact_version_is_controlled)
may_sign_pact: Policy[PactSigningFacts] = Policy(
    "may_sign_pact", pact_is_open_to_sign, signer_agrees, staff_signs_again
)
