from __future__ import annotations

from jamstac.applications.facts import (
    ConsentFacts,
    EditFacts,
    GuardianAnswerFacts,
    GuardianFacts,
    GuardianWithdrawalFacts,
    NeedFacts,
    OfAMinor,
    PaperFacts,
    ReapplicationFacts,
    ReassessmentFacts,
    ReviewFacts,
    SubmissionFacts,
)
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


@rule("APL-10", source="UU 27/2022 art. 16, 20")
def applicant_checks_own_data(f: SubmissionFacts) -> Verdict:
    """What a school or a sponsor wrote about somebody is sent only after that person called it right."""
    return refuse_if(not f.data_checked, "application.data_unchecked")


@rule("APL-02", source="PBNSP 201 9.1.2")
def scope_is_stated(f: SubmissionFacts) -> Verdict:
    """The applicant says what the assessment is for, in own words where it is none of the form's."""
    return refuse_if(not f.purpose_given, "application.purpose_missing") & refuse_if(
        f.purpose_words_missing, "application.purpose_words_missing"
    )


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


# ---------------------------------------------------------------- minors


@rule("HR-32", source="UU 27/2022 art. 25")
def guardian_agrees(f: OfAMinor) -> Verdict:
    """Whoever is under 18 applies with a guardian's consent, given by the guardian."""
    return refuse_if(f.is_minor and not f.guardian_agreed, "guardian.not_agreed")


@rule("PDP-06", source="UU 27/2022 art. 25")
def guardian_is_needed(f: GuardianFacts) -> Verdict:
    """A guardian is asked for somebody under 18, whose birth date is known, and asked once."""
    return all_of(
        [
            refuse_if(not f.draft_open, "application.sent_already"),
            refuse_if(not f.birth_date_known, "guardian.birth_date_unknown"),
            refuse_if(f.birth_date_known and not f.is_minor, "guardian.not_needed"),
            refuse_if(f.guardian_agreed, "guardian.agreed_already"),
        ]
    )


@rule("HR-32", source="UU 27/2022 art. 25")
def guardian_is_another_person(f: GuardianFacts) -> Verdict:
    """The guardian is named with the relationship, nobody is their own guardian, and the link is not sent to the
    minor."""
    return all_of(
        [
            refuse_if(not f.named, "guardian.unnamed"),
            refuse_if(f.is_the_applicant, "guardian.is_applicant"),
            refuse_if(f.own_contact, "guardian.own_contact"),
        ]
    )


@rule("HR-32", source="UU 27/2022 art. 25")
def link_is_open(f: GuardianAnswerFacts) -> Verdict:
    """A link serves once, before its last day."""
    if not f.open:
        return refuse("guardian.link_used")
    return refuse_if(f.expired, "guardian.link_expired")


@rule("HR-32", source="UU 27/2022 art. 25")
def guardian_answers_oneself(f: GuardianAnswerFacts) -> Verdict:
    """It is the guardian who answers, never the minor signed in."""
    return refuse_if(f.by_the_applicant, "guardian.answered_by_applicant")


@rule("HR-32", source="UU 27/2022 art. 20–22, 25")
def guardian_signs(f: GuardianAnswerFacts) -> Verdict:
    """Consent is a tick and a name written by the guardian, nothing less."""
    return refuse_if(not f.agreed, "guardian.not_ticked") & refuse_if(not f.name_given, "guardian.no_name")


@rule("HR-32", source="UU 27/2022 art. 25")
def paper_waits(f: PaperFacts) -> Verdict:
    """Staff confirm or refuse a signed paper that waits for it."""
    return refuse_if(not f.waiting, "guardian.no_paper_waiting")


@rule("REC-01", source="PBNSP 201 7.1")
def paper_refusal_has_reason(f: PaperFacts) -> Verdict:
    """Whoever brought a paper that does not hold reads why."""
    return refuse_if(not f.reason_given, "guardian.no_reason")


@rule("PDP-06", source="UU 27/2022 art. 9, 25")
def guardian_consent_is_withdrawn(f: GuardianWithdrawalFacts) -> Verdict:
    """A consent in force is taken back on the guardian's word, which is written down."""
    return refuse_if(not f.in_force, "guardian.not_in_force") & refuse_if(not f.reason_given, "guardian.no_reason")


# ---------------------------------------------------------------- special needs, consents


@rule("APL-04", source="PBNSP 201 9.2.5")
def needs_are_described(f: SubmissionFacts) -> Verdict:
    """A special need says what is wished, so that it can be decided."""
    return refuse_if(f.needs_undescribed > 0, "need.undescribed", count=f.needs_undescribed)


@rule("PDP-07", source="UU 27/2022 art. 4, 26")
def needs_are_agreed_to(f: SubmissionFacts) -> Verdict:
    """Data about special needs are sent with a consent of their own."""
    return refuse_if(f.needs > 0 and not f.needs_consent, "need.no_consent")


@rule("APL-04", source="PBNSP 201 9.2.5")
def need_can_be_decided(f: NeedFacts) -> Verdict:
    """A request is decided while its application is open, one way or the other."""
    return refuse_if(not f.application_open, "need.application_closed") & refuse_if(
        not f.outcome_known, "need.outcome_unknown"
    )


@rule("HR-50", source="ASM-05; REC-03")
def need_is_decided_once(f: NeedFacts) -> Verdict:
    """What was decided about a special need stays; FR.AK.07 may add to it."""
    return refuse_if(f.decided, "need.decided_already")


@rule("APL-04", source="PBNSP 201 9.2.5")
def need_decision_is_reasoned(f: NeedFacts) -> Verdict:
    """Granted with what is done, refused with the reason."""
    return all_of(
        [
            refuse_if(f.granted and not f.measure_given, "need.no_measure"),
            refuse_if(not f.granted and not f.reason_given, "need.no_reason"),
            refuse_if(not f.granted and f.extra_minutes > 0, "need.minutes_refused"),
        ]
    )


@rule("PDP-02", source="UU 27/2022 art. 20–24")
def consent_is_optional(f: ConsentFacts) -> Verdict:
    """What certification itself needs ends with the certification, not by a tick."""
    return refuse_if(not f.optional, "consent.needed")


@rule("PDP-02", source="UU 27/2022 art. 9")
def consent_is_in_force(f: ConsentFacts) -> Verdict:
    """Only what was agreed to is taken back, once."""
    return refuse_if(not f.in_force, "consent.not_in_force")


@rule("PDP-02", source="UU 27/2022 art. 20–24")
def consent_is_new(f: ConsentFacts) -> Verdict:
    """What is agreed to is not agreed to again."""
    return refuse_if(f.in_force, "consent.in_force")


# ---------------------------------------------------------------- reassessment


@rule("ASM-10", source="skema; ASM-10")
def scheme_rules_reassessment(f: ReassessmentFacts) -> Verdict:
    """The scheme says what a reassessment asks."""
    return refuse_if(not f.scope_set, "reassessment.scope_unset")


@rule("ASM-10", source="parameter; ASM-10")
def reassessment_has_waited(f: ReassessmentFacts) -> Verdict:
    """The waiting time after the decision is over."""
    return refuse_if(f.day < f.opens_on, "reassessment.too_early", opens=f.opens_on.isoformat())


@rule("ASM-10", source="parameter; ASM-10")
def reassessment_is_left(f: ReassessmentFacts) -> Verdict:
    """Not more often than the LSP allows; after that it is a new application for the whole scheme."""
    return refuse_if(f.attempt > f.maximum, "reassessment.too_often", maximum=f.maximum)


@rule("ASM-10", source="ASM-10")
def reassessment_is_unused(f: ReassessmentFacts) -> Verdict:
    """One decision, one reassessment."""
    return refuse_if(f.used, "reassessment.used")


@rule("ASM-10", source="parameter; ASM-10")
def whole_application_has_waited(f: ReapplicationFacts) -> Verdict:
    """Whoever begins anew with the whole scheme waits as long as for a reassessment."""
    if f.opens_on is None or f.day >= f.opens_on:
        return ALLOW
    return refuse("reassessment.whole_too_early", opens=f.opens_on.isoformat())


may_edit = Policy("may_edit", draft_is_open)
may_ask_guardian: Policy[GuardianFacts] = Policy("may_ask_guardian", guardian_is_needed, guardian_is_another_person)
may_consent_as_guardian: Policy[GuardianAnswerFacts] = Policy(
    "may_consent_as_guardian", link_is_open, guardian_answers_oneself, guardian_signs
)
may_decline_as_guardian: Policy[GuardianAnswerFacts] = Policy(
    "may_decline_as_guardian", link_is_open, guardian_answers_oneself
)
may_confirm_paper: Policy[PaperFacts] = Policy("may_confirm_paper", paper_waits)
may_refuse_paper: Policy[PaperFacts] = Policy("may_refuse_paper", paper_waits, paper_refusal_has_reason)
may_withdraw_guardian: Policy[GuardianWithdrawalFacts] = Policy("may_withdraw_guardian", guardian_consent_is_withdrawn)
may_decide_need: Policy[NeedFacts] = Policy(
    "may_decide_need", need_can_be_decided, need_is_decided_once, need_decision_is_reasoned
)
may_withdraw_consent: Policy[ConsentFacts] = Policy("may_withdraw_consent", consent_is_in_force, consent_is_optional)
may_renew_consent: Policy[ConsentFacts] = Policy("may_renew_consent", consent_is_new, consent_is_optional)
may_reassess: Policy[ReassessmentFacts] = Policy(
    "may_reassess",
    scheme_rules_reassessment,
    reassessment_is_unused,
    reassessment_has_waited,
    reassessment_is_left,
)
may_apply_again: Policy[ReapplicationFacts] = Policy("may_apply_again", whole_application_has_waited)
may_accept: Policy[ReviewFacts] = Policy("may_accept", application_is_under_review, review_is_positive, guardian_agrees)
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
    applicant_checks_own_data,
    scope_is_stated,
    guardian_agrees,
    needs_are_described,
    needs_are_agreed_to,
    prerequisites_are_shown,
    every_element_is_answered,
    information_is_accepted,
    applicant_signs,
)
