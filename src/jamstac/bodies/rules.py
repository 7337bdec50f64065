from __future__ import annotations

from jamstac.bodies.facts import NumberFacts, PatternFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule


@rule("HR-43", source="PBNSP 302")
def number_is_new(f: NumberFacts) -> Verdict:
    """A number given once is never given again."""
    return refuse_if(f.given_before, "number.given_before", number=f.number)


@rule("REC-01", source="PBNSP 201 7.1; PBNSP 302")
def pattern_is_set(f: NumberFacts) -> Verdict:
    """The LSP has said how it writes this kind of number."""
    return refuse_if(not f.pattern_is_set, "number.pattern_unset", purpose=f.purpose)


@rule("HR-43", source="PBNSP 302")
def pattern_counts(f: PatternFacts) -> Verdict:
    """A pattern that cannot tell two numbers apart would give one twice."""
    blind = not f.counts or (f.restarts_each_year and not f.names_year)
    return refuse_if(blind, "number.pattern_repeats")


@rule("REC-01", source="PBNSP 201 7.1")
def tokens_are_known(f: PatternFacts) -> Verdict:
    """Every token of a pattern is one that can be filled."""
    return refuse_if(bool(f.unknown_tokens), "number.unknown_token", tokens=", ".join(sorted(f.unknown_tokens)))


may_give_number = Policy("may_give_number", pattern_is_set, number_is_new)
may_set_pattern = Policy("may_set_pattern", pattern_counts, tokens_are_known)
