"""HR-29: nobody and no TUK at two places at one time, and no more candidates than can be assessed properly."""

from __future__ import annotations

from jamstac.events.facts import BookingFacts
from jamstac.kernel.verdicts import Override, Verdict, all_of, refuse_if, rule


@rule("HR-29", source="PER-11, TUK-10")
def venue_is_free(f: BookingFacts) -> Verdict:
    """One event at a time at a TUK."""
    return refuse_if(f.venue_taken, "booking.venue_taken")


@rule("HR-29", source="PER-11, TUK-10")
def venue_has_room(f: BookingFacts) -> Verdict:
    """No more candidates on one day than the TUK has places."""
    full = f.venue_capacity is not None and f.venue_candidates > f.venue_capacity
    return refuse_if(full, "booking.venue_full", count=f.venue_candidates, capacity=f.venue_capacity)


@rule("HR-29", source="PER-11, TUK-10")
def persons_are_free(f: BookingFacts) -> Verdict:
    """Nobody is at two events at one time, here or elsewhere."""
    return all_of(
        [
            refuse_if(f.assessors_taken > 0, "booking.assessor_taken", count=f.assessors_taken),
            refuse_if(f.candidates_taken > 0, "booking.candidate_taken", count=f.candidates_taken),
            refuse_if(f.persons_unavailable > 0, "booking.unavailable"),
        ]
    )


@rule("HR-29", source="PER-11, TUK-10", override=Override.DUAL)
def load_is_bearable(f: BookingFacts) -> Verdict:
    """No assessor has more candidates on one day than the LSP lets them, unless two persons granted it."""
    over = f.load_limit is not None and f.heaviest_load > f.load_limit and not f.load_waived
    return refuse_if(over, "booking.load", count=f.heaviest_load, limit=f.load_limit)
