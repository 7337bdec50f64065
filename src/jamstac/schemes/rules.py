from __future__ import annotations

from jamstac.kernel.verdicts import Override, Policy, Verdict, refuse_if, rule
from jamstac.schemes.facts import ApprovalFacts, DraftFacts, RetirementFacts, SchemeInForce


@rule("HR-17", source="PBNSP 210; LIC-03, SCH-05")
def scheme_is_in_force(f: SchemeInForce) -> Verdict:
    """A scheme not in force takes no applications and no schedules."""
    return refuse_if(not f.scheme_in_force, "scheme.not_in_force", day=f.day.isoformat())


@rule("SCH-03", source="PBNSP 210; PBNSP 301")
def scheme_is_new(f: DraftFacts) -> Verdict:
    """A scheme stands in the register once per number and title."""
    return refuse_if(f.known, "scheme.known")


@rule("SCH-09", source="ISO/IEC 17024 8.1; SCH-03")
def version_is_a_draft(f: DraftFacts) -> Verdict:
    """An approved version is what cases are held to: it stays as it is."""
    return refuse_if(f.approved, "scheme.approved_before") & refuse_if(
        f.renames_approved and not f.approved, "scheme.name_fixed"
    )


@rule("SCH-03", source="PBNSP 210; PBNSP 301")
def scheme_has_units(f: DraftFacts) -> Verdict:
    """A scheme packages at least one unit."""
    return refuse_if(f.units == 0, "scheme.no_units")


@rule("SCH-03", source="PBNSP 210; PBNSP 301")
def units_belong_to_the_standard(f: DraftFacts) -> Verdict:
    """Each unit of the scheme is one of the standard it cites, and stands there once."""
    return refuse_if(bool(f.foreign_codes), "scheme.unit_unknown", codes=", ".join(f.foreign_codes)) & refuse_if(
        bool(f.repeated_codes), "scheme.unit_twice", codes=", ".join(f.repeated_codes)
    )


@rule("SCH-09", source="ISO/IEC 17024 8.1; SCH-03")
def scheme_is_approved_once(f: ApprovalFacts) -> Verdict:
    """A version is approved once; a change is a new version."""
    return refuse_if(f.approved, "scheme.approved_before")


@rule("HR-18", source="PP 10/2018; SCH-02", override=Override.DOC)
def scheme_cites_a_standard_in_force(f: ApprovalFacts) -> Verdict:
    """A scheme in force cites a standard that a named document put in force."""
    return refuse_if(not f.standard_numbered, "scheme.standard_unnumbered") & refuse_if(
        not f.standard_in_force, "scheme.standard_not_in_force"
    )


@rule("SCH-01", source="ISO/IEC 17024 8.2, 8.3; PBNSP 210")
def scheme_is_complete(f: ApprovalFacts) -> Verdict:
    """A scheme says what is measured, who may apply and how long the certificate holds."""
    bare = f.units_without_criteria
    return (
        refuse_if(f.units == 0, "scheme.no_units")
        & refuse_if(bool(bare), "scheme.units_without_criteria", codes=", ".join(bare), count=len(bare))
        & refuse_if(f.basic_requirements == 0, "scheme.no_requirements")
        & refuse_if(not f.validity_is_set, "scheme.no_validity")
    )


@rule("SCH-01", source="ISO/IEC 17024 8.2, 8.3; PBNSP 210")
def approval_period_is_valid(f: ApprovalFacts) -> Verdict:
    """A version is in force from a day to a later day, alone."""
    return refuse_if(not f.period_is_valid, "scheme.period") & refuse_if(f.overlaps, "scheme.overlap")


@rule("SCH-05", source="ISO/IEC 17024 8.5; PBNSP 210")
def version_can_end(f: RetirementFacts) -> Verdict:
    """Only a version in force ends, and no earlier than it began."""
    return (
        refuse_if(not f.approved, "scheme.not_approved")
        & refuse_if(f.ended, "scheme.ended_already")
        & refuse_if(f.approved and not f.starts_before_end, "scheme.period")
    )


may_draft_scheme = Policy("may_draft_scheme", scheme_is_new, scheme_has_units, units_belong_to_the_standard)
may_change_scheme = Policy("may_change_scheme", version_is_a_draft, scheme_has_units, units_belong_to_the_standard)
may_approve_scheme = Policy(
    "may_approve_scheme",
    scheme_is_approved_once,
    scheme_cites_a_standard_in_force,
    scheme_is_complete,
    approval_period_is_valid,
)
may_retire_scheme = Policy("may_retire_scheme", version_can_end)
