from __future__ import annotations

from jamstac.applications.batches.facts import BatchFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.schemes.rules import scheme_is_in_force


@rule("APL-10", source="ISO/IEC 17024 4.3; UU 27/2022 art. 20")
def follower_is_a_sponsor(f: BatchFacts) -> Verdict:
    """Who follows a group's progress was appointed for that; a function of the office is none."""
    return refuse_if(not f.sponsor_holds_function, "batch.no_sponsor")


@rule("APL-10", source="ISO/IEC 17024 7.4.3")
def member_enters_once(f: BatchFacts) -> Verdict:
    """Nobody stands in a batch twice."""
    return refuse_if(f.is_member, "batch.member_already")


@rule("APL-10", source="ISO/IEC 17024 7.4.3")
def member_has_not_sent(f: BatchFacts) -> Verdict:
    """Where a case came from is not changed afterwards."""
    return refuse_if(f.has_sent, "batch.member_sent")


may_open_batch: Policy[BatchFacts] = Policy("may_open_batch", scheme_is_in_force, follower_is_a_sponsor)
may_add_member: Policy[BatchFacts] = Policy("may_add_member", scheme_is_in_force, member_enters_once)
may_remove_member: Policy[BatchFacts] = Policy("may_remove_member", member_has_not_sent)
