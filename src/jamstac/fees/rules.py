from __future__ import annotations

from jamstac.fees.facts import PriceFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule


@rule("HR-60", source="ISO/IEC 17024 10.2.3")
def price_changes_forwards(f: PriceFacts) -> Verdict:
    """A price that stands is replaced from today or later on, after the last one began."""
    return refuse_if(f.replaces and f.starts_in_past, "price.backwards") & refuse_if(
        f.before_the_last, "price.before_the_last"
    )


@rule("HR-60", source="ISO/IEC 17024 10.2.3")
def price_has_a_source(f: PriceFacts) -> Verdict:
    """A price carries the decree that set it."""
    return refuse_if(not f.source_given, "price.no_source")


may_set_price = Policy("may_set_price", price_changes_forwards, price_has_a_source)
