from __future__ import annotations

from jamstac.kernel.verdicts import Override, Policy, Verdict, refuse_if, rule
from jamstac.licensing.facts import AnnexFacts, ApprovalFacts, LicenceFacts, LicenceScope, RemoteEvent


@rule("HR-16", source="PBNSP 208; LIC-02", override=Override.DOC)
def licence_covers_scheme(f: LicenceScope) -> Verdict:
    """The licence is in force and the scheme stands in its annex on the day."""
    day = f.day.isoformat()
    return refuse_if(not f.licence_in_force, "licence.not_in_force", day=day) & refuse_if(
        f.licence_in_force and not f.scheme_in_annex, "licence.scheme_not_in_annex", day=day
    )


@rule("HR-28", source="SE BNSP 007/2023; ASM-11")
def remote_is_approved(f: RemoteEvent) -> Verdict:
    """An event is daring or hybrid only under an approval of BNSP that is in force on its day."""
    return refuse_if(f.remote and not f.remote_approved, "remote.not_approved", day=f.day.isoformat())


@rule("ASM-11", source="SE BNSP 007/2023")
def approval_is_sound(f: ApprovalFacts) -> Verdict:
    """An approval was given before it is recorded, ends no earlier than it starts, and ends early for a reason."""
    return (
        refuse_if(f.in_future, "remote.in_future")
        & refuse_if(not f.period_is_valid, "remote.period")
        & refuse_if(f.ended, "remote.ended_already")
        & refuse_if(not f.reason_given, "remote.no_reason")
    )


@rule("LIC-02", source="PBNSP 208; PP 10/2018")
def licence_period_is_valid(f: LicenceFacts) -> Verdict:
    """A licence ends no earlier than it starts, and one LSP has one licence at a time."""
    return refuse_if(not f.period_is_valid, "licence.period") & refuse_if(f.overlaps, "licence.overlap")


@rule("LIC-03", source="PBNSP 208; PBNSP 210")
def annex_period_is_valid(f: AnnexFacts) -> Verdict:
    """A scheme stands in the annex once at a time, and never longer than the licence."""
    return (
        refuse_if(f.ended, "annex.ended_already")
        & refuse_if(not f.period_is_valid, "annex.period")
        & refuse_if(f.period_is_valid and not f.inside_licence, "annex.outside_licence")
        & refuse_if(f.overlaps, "annex.overlap")
    )


may_enter_licence = Policy("may_enter_licence", licence_period_is_valid)
may_record_approval = Policy("may_record_approval", approval_is_sound)
may_extend_annex = Policy("may_extend_annex", annex_period_is_valid)
