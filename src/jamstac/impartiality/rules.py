"""Who may assess whom, and who says what is done about a conflict."""

from __future__ import annotations

from jamstac.documents.rules import signer_agrees, staff_signs_again
from jamstac.impartiality.facts import (
    ConfirmationFacts,
    DeclarationFacts,
    DeclaredPairs,
    EndingFacts,
    ImpartialPairs,
    ProposalFacts,
)
from jamstac.kernel.verdicts import Override, Policy, Verdict, all_of, refuse_if, rule

# ---------------------------------------------------------------- asked by events and assessment


@rule("HR-03", source="ISO/IEC 17024 5.2.3 e; IMP-04", override=Override.DOC)
def trainer_is_not_assessor(f: ImpartialPairs) -> Verdict:
    """Who trained the candidate inside the window is not the assessor."""
    return refuse_if(f.trained_pairs > 0, "pair.trainer", count=f.trained_pairs)


@rule("HR-04", source="Kode etik asesor; IMP-10")
def assessor_is_not_close(f: ImpartialPairs) -> Verdict:
    """The assessor is no relative, superior, direct subordinate or current teacher of the candidate."""
    return refuse_if(f.close_pairs > 0, "pair.close", count=f.close_pairs)


@rule("HR-05", source="ISO/IEC 17024 6.2.1, 6.2.2.4; IMP-08")
def every_pair_is_declared(f: DeclaredPairs) -> Verdict:
    """Every assessor of the event declared about every candidate of it."""
    return refuse_if(f.undeclared_pairs > 0, "pair.undeclared", count=f.undeclared_pairs)


@rule("HR-06", source="IMP-09; IMP-15", override=Override.DUAL)
def conflicts_are_settled(f: ImpartialPairs) -> Verdict:
    """A conflict, declared or found, has a disposition of two persons that lets the pair go on."""
    return all_of(
        [
            refuse_if(f.open_conflicts > 0, "pair.conflict_open", count=f.open_conflicts),
            refuse_if(f.replaced_pairs > 0, "pair.replaced", count=f.replaced_pairs),
        ]
    )


# ---------------------------------------------------------------- declaring


@rule("IMP-08", source="ISO/IEC 17024 6.2.1")
def declaration_is_by_assessor(f: DeclarationFacts) -> Verdict:
    """An assessor declares for themselves, in an event they are assigned to."""
    return all_of(
        [
            refuse_if(f.event_cancelled, "event.cancelled"),
            refuse_if(not f.is_assigned, "declaration.not_assigned"),
            refuse_if(f.foreign > 0, "declaration.not_candidate"),
        ]
    )


@rule("IMP-08", source="ISO/IEC 17024 6.2.1")
def declaration_is_whole(f: DeclarationFacts) -> Verdict:
    """Each candidate gets an answer, and each relation its kind."""
    return all_of(
        [
            refuse_if(f.unanswered > 0, "declaration.unanswered", count=f.unanswered),
            refuse_if(f.unexplained > 0, "declaration.unexplained", count=f.unexplained),
        ]
    )


@rule("IMP-08", source="ISO/IEC 17024 6.2.1")
def declaration_is_not_taken_back(f: DeclarationFacts) -> Verdict:
    """A relation once told stays told; its disposition says what follows."""
    return refuse_if(f.taken_back > 0, "declaration.taken_back", count=f.taken_back)


# ---------------------------------------------------------------- disposition


@rule("IMP-09", source="ISO/IEC 17024 6.2.2.4")
def proposal_is_open(f: ProposalFacts) -> Verdict:
    """A disposition is proposed until a second person confirmed one."""
    return all_of(
        [
            refuse_if(f.lapsed, "conflict.lapsed"),
            refuse_if(f.confirmed, "conflict.confirmed_before"),
        ]
    )


@rule("IMP-09", source="ISO/IEC 17024 6.2.2.4")
def proposal_is_reasoned(f: ProposalFacts) -> Verdict:
    """A disposition is one of those there are, and says why."""
    return all_of(
        [
            refuse_if(not f.disposition_known, "conflict.no_disposition"),
            refuse_if(not f.reason_given, "conflict.no_reason"),
        ]
    )


@rule("HR-04", source="Kode etik asesor; IMP-10")
def closeness_is_not_let_pass(f: ProposalFacts) -> Verdict:
    """No safeguard makes a relative, superior, subordinate or teacher the assessor."""
    return refuse_if(f.is_close and f.lets_pass, "conflict.close_passes_never")


@rule("HR-06", source="IMP-09; IMP-15", override=Override.DUAL)
def second_person_confirms(f: ConfirmationFacts) -> Verdict:
    """Who proposed a disposition does not confirm it."""
    return refuse_if(f.is_proposer, "conflict.own_proposal")


@rule("IMP-09", source="ISO/IEC 17024 6.2.2.4")
def confirmation_is_open(f: ConfirmationFacts) -> Verdict:
    """A proposal is there, it is the one the second person read, and it was not confirmed before."""
    return all_of(
        [
            refuse_if(f.lapsed, "conflict.lapsed"),
            refuse_if(not f.proposed, "conflict.not_proposed"),
            refuse_if(f.proposed and f.changed, "conflict.proposal_changed"),
            refuse_if(f.confirmed, "conflict.confirmed_before"),
        ]
    )


@rule("IMP-09", source="ISO/IEC 17024 6.2.2.4")
def return_is_reasoned(f: ConfirmationFacts) -> Verdict:
    """Who sends a proposal back says why."""
    return refuse_if(not f.reason_given, "conflict.no_reason")


# ---------------------------------------------------------------- the register of relations


@rule("HR-15", source="ISO/IEC 17024 4.3; JAMSTAC")
def ending_is_not_about_oneself(f: EndingFacts) -> Verdict:
    """Nobody ends a relation of their own."""
    return refuse_if(f.is_concerned, "door.about_oneself")


@rule("REC-03", source="PBNSP 201 7.1")
def ending_is_controlled(f: EndingFacts) -> Verdict:
    """A relation ends once, not before it began, with a reason."""
    return all_of(
        [
            refuse_if(f.ended, "relation.ended_already"),
            refuse_if(not f.period_is_valid, "relation.period"),
            refuse_if(not f.reason_given, "relation.no_reason"),
        ]
    )


may_declare: Policy[DeclarationFacts] = Policy(
    "may_declare",
    declaration_is_by_assessor,
    declaration_is_whole,
    declaration_is_not_taken_back,
    signer_agrees,
    staff_signs_again,
)
may_propose_disposition: Policy[ProposalFacts] = Policy(
    "may_propose_disposition", proposal_is_open, proposal_is_reasoned, closeness_is_not_let_pass
)
may_confirm_disposition: Policy[ConfirmationFacts] = Policy(
    "may_confirm_disposition", confirmation_is_open, second_person_confirms
)
may_return_disposition: Policy[ConfirmationFacts] = Policy(
    "may_return_disposition", confirmation_is_open, return_is_reasoned
)
may_end_relation: Policy[EndingFacts] = Policy("may_end_relation", ending_is_not_about_oneself, ending_is_controlled)
