from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.standards.facts import StandardFacts


@rule("SCH-02", source="PP 10/2018 art. 1; SCH-02")
def standard_is_new(f: StandardFacts) -> Verdict:
    """A standard stands in the register once per number and title."""
    return refuse_if(f.known, "standard.known")


@rule("SCH-02", source="PP 10/2018 art. 1; SCH-02")
def standard_period_is_valid(f: StandardFacts) -> Verdict:
    """A standard ends no earlier than it starts, and only one that has started ends."""
    return refuse_if(not f.period_is_valid, "standard.period")


@rule("SCH-03", source="PBNSP 210; PBNSP 301")
def standard_has_units(f: StandardFacts) -> Verdict:
    """Competence is packaged in units."""
    return refuse_if(f.units == 0, "standard.no_units")


@rule("SCH-03", source="PBNSP 210; PBNSP 301")
def unit_codes_differ(f: StandardFacts) -> Verdict:
    """Inside one standard a code names one unit."""
    return refuse_if(bool(f.repeated_codes), "standard.code_twice", codes=", ".join(f.repeated_codes))


may_enter_standard = Policy(
    "may_enter_standard", standard_is_new, standard_period_is_valid, standard_has_units, unit_codes_differ
)
may_change_standard = Policy("may_change_standard", standard_is_new, standard_period_is_valid)
