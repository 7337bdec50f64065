from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.parameters.facts import ChangeFacts


@rule("HR-60", source="ISO/IEC 17024 10.2.3")
def change_is_never_backwards(f: ChangeFacts) -> Verdict:
    """A setting changes from today or later on, never for days already lived."""
    return refuse_if(f.starts_in_past, "parameter.backwards")


@rule("HR-60", source="ISO/IEC 17024 10.2.3")
def change_is_controlled(f: ChangeFacts) -> Verdict:
    """A change carries its reason and the document that decided it."""
    return refuse_if(not (f.reason_given and f.source_given), "parameter.no_source")


@rule("DOC-04", source="ISO/IEC 17024 10.2.3")
def value_fits(f: ChangeFacts) -> Verdict:
    """The value lies inside what the key allows."""
    return refuse_if(not f.value_is_valid, "parameter.value", minimum=f.minimum, maximum=f.maximum)


may_set_parameter = Policy("may_set_parameter", change_is_never_backwards, change_is_controlled, value_fits)
