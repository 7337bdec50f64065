from __future__ import annotations

from jamstac.applications.facts import EditFacts, ReviewFacts, SubmissionFacts
from jamstac.applications.states import TRANSITIONS, ApplicationState
from jamstac.kernel.verdicts import ALLOW, Policy, Verdict, all_of, refuse, refuse_if, rule
from jamstac.licensing.rules import licence_covers_scheme
from jamstac.schemes.rules import scheme_is_in_force


@rule("HR-50", source="ASM-05; REC-03")
def draft_is_open(f: EditFacts) -> Verdict:
    """What was sent stays as it was sent; only a returned application is written on."""
    closed = f.state is not None and ApplicationState.SUBMITTED not in TRANSITIONS[f.state]
    return refuse_if(closed, "application.sent_already")


@rule("HR-50", source="ASM-05; REC-03")
def application_is_sent_once(f: SubmissionFacts) -> Verdict:
    """A submitted application is not sent again, unless the LSP returned it."""
    return refuse_if(f.state is not None and f.state != ApplicationState.RETURNED, "application.sent_already")


@rule("APL-01", source="PBNSP 201 9.1.1")
def lsp_takes_applications(f: SubmissionFacts) -> Verdict:
    """The LSP has opened its door to applicants and said what the scheme costs."""
    return refuse_if(not f.takes_applications, "application.closed") & refuse_if(
        f.price is None, "application.no_price"
    )


@rule("HR-30", source="PBNSP 201 9.1.2")
def identity_is_complete(f: SubmissionFacts) -> Verdict:
    """Nobody applies without a complete identity that can be true."""
    return all_of(
        [
            refuse_if(bool(f.identity_missing), "application.identity_missing", fields=", ".join(f.identity_missing)),
            refuse_if(not f.nik_is_valid, "application.nik_invalid"),
            refuse_if(not f.birth_date_is_possible, "application.birth_date_impossible"),
            refuse_if(bool(f.contact_invalid), "application.contact_invalid", fields=", ".join(f.contact_invalid)),
        ]
    )


@rule("APL-06", source="ISO/IEC 17024 7.4.3")
def applicant_is_one_person(f: SubmissionFacts) -> Verdict:
    """One person is one record: a NIK belongs to nobody else at this LSP."""
    return refuse_if(f.nik_of_other, "application.nik_of_other")


@rule("APL-02", source="PBNSP 201 9.1.2")
def scope_is_stated(f: SubmissionFacts) -> Verdict:
    """The applicant says what the assessment is for."""
    return refuse_if(not f.purpose_given, "application.purpose_missing")


@rule("HR-30", source="PBNSP 201 9.1.2")
def prerequisites_are_shown(f: SubmissionFacts) -> Verdict:
    """One basic alternative entirely, and every administrative item, are shown."""
    return all_of(
        [
            refuse_if(not f.basic_is_complete, "application.basic_missing", items="; ".join(f.basic_missing)),
            refuse_if(
                bool(f.administrative_missing),
                "application.administrative_missing",
                items="; ".join(f.administrative_missing),
            ),
        ]
    )


@rule("HR-30", source="PBNSP 201 9.1.1, 9.1.2")
def information_is_accepted(f: SubmissionFacts) -> Verdict:
    """Process, rights, duties, the price in force and the use of personal data are accepted."""
    return all_of(
        [
            refuse_if(not f.information_accepted, "application.information_not_accepted"),
            refuse_if(not f.consent_given, "application.consent_missing"),
            refuse_if(f.price is not None and f.price_accepted != f.price, "application.price_not_accepted"),
        ]
    )


@rule("APL-05", source="FR.APL.02")
def every_element_is_answered(f: SubmissionFacts) -> Verdict:
    """The self-assessment answers every element with K or BK."""
    return refuse_if(
        f.elements_open > 0 or f.elements == 0, "application.elements_open", open=f.elements_open, total=f.elements
    )


@rule("HR-30", source="PBNSP 201 9.1.2")
def applicant_signs(f: SubmissionFacts) -> Verdict:
    """An application without signature is no application."""
    return refuse_if(not f.signed, "application.not_signed")


@rule("APL-03", source="PBNSP 201 9.1.3")
def application_is_under_review(f: ReviewFacts) -> Verdict:
    """Only an application that waits for review is accepted, returned or refused."""
    return refuse_if(f.state != ApplicationState.SUBMITTED, "application.not_under_review")


@rule("HR-31", source="PBNSP 201 9.1.3")
def review_is_positive(f: ReviewFacts) -> Verdict:
    """Nobody becomes a candidate before every evidence row shown was reviewed and the required ones were met."""
    return all_of(
        [
            refuse_if(f.unreviewed > 0, "application.unreviewed", count=f.unreviewed),
            refuse_if(not f.basic_is_met, "application.basic_unmet"),
            refuse_if(
                bool(f.administrative_unmet),
                "application.administrative_unmet",
                items="; ".join(f.administrative_unmet),
            ),
        ]
    )


@rule("APL-09", source="PBNSP 201 9.1.3")
def return_has_reasons(f: ReviewFacts) -> Verdict:
    """An incomplete application goes back with a reason for each item."""
    if f.unmet_without_note:
        return refuse("application.unmet_without_note", count=f.unmet_without_note)
    return ALLOW if f.unmet or f.note_given else refuse("application.return_without_reason")


@rule("APL-03", source="PBNSP 201 9.1.3")
def rejection_has_reason(f: ReviewFacts) -> Verdict:
    """Whoever is not accepted reads why."""
    return refuse_if(not f.note_given, "application.reject_without_reason")


may_edit = Policy("may_edit", draft_is_open)
may_accept = Policy("may_accept", application_is_under_review, review_is_positive)
may_return = Policy("may_return", application_is_under_review, return_has_reasons)
may_reject = Policy("may_reject", application_is_under_review, rejection_has_reason)
may_submit: Policy[SubmissionFacts] = Policy(
    "may_submit",
    application_is_sent_once,
    lsp_takes_applications,
    scheme_is_in_force,
    licence_covers_scheme,
    identity_is_complete,
    applicant_is_one_person,
    scope_is_stated,
    prerequisites_are_shown,
    every_element_is_answered,
    information_is_accepted,
    applicant_signs,
)
