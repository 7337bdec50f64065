from __future__ import annotations

from jamstac.assessors.facts import AuthorisationFacts, AuthorisedAssessor, CertificateFacts, CertifiedAssessor
from jamstac.kernel.verdicts import Override, Policy, Verdict, refuse_if, rule


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


may_enter_certificate = Policy(
    "may_enter_certificate", met_number_is_well_formed, met_number_is_new, certificate_period_is_valid
)
may_authorise_assessor = Policy("may_authorise_assessor", technical_competence_is_shown, authorisation_period_is_valid)
