from __future__ import annotations

from jamstac.appeals.facts import AppealFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse, refuse_if, rule


@rule("APP-01", source="ISO/IEC 17024 9.8.1–9.8.3")
def appeal_is_in_time(f: AppealFacts) -> Verdict:
    """A banding is filed against a decision that was told, within the LSP's own window."""
    if f.until is None:
        return refuse("appeal.no_decision")
    return refuse_if(f.day > f.until, "appeal.too_late", until=f.until.isoformat())


@rule("HR-50", source="ASM-05; REC-03")
def appeal_is_filed_once(f: AppealFacts) -> Verdict:
    """A decision is appealed against once; what was written stays."""
    return refuse_if(f.filed_before, "appeal.filed_before")


@rule("APP-03", source="FR.AK.04")
def appeal_is_complete(f: AppealFacts) -> Verdict:
    """The three questions of the form are answered and the reason is written."""
    return refuse_if(not f.answered, "appeal.open") & refuse_if(not f.reason_given, "appeal.no_reason")


may_file = Policy("may_file", appeal_is_in_time, appeal_is_filed_once, appeal_is_complete)
may_start = Policy("may_start", appeal_is_in_time, appeal_is_filed_once)
