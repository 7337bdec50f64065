from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.venues.facts import EntryFacts, EventVenue, VerificationFacts, VerifiedVenue


@rule("TUK-01", source="PBNSP 206 4.1.1, 4.1.5")
def venue_is_verified(f: VerifiedVenue) -> Verdict:
    """An assessment takes place only where a verifier found the TUK fit for that scheme, on that day."""
    return refuse_if(not f.venue_verified, "venue.not_verified", day=f.day.isoformat())


@rule("HR-24", source="PBNSP 206 4.1-4.2")
def venue_fits_event(f: EventVenue) -> Verdict:
    """A TUK mandiri is verified for the scheme on the day, any other for this very event."""
    day = f.day.isoformat()
    return refuse_if(f.venue_permanent and not f.venue_fit, "venue.not_verified", day=day) & refuse_if(
        not f.venue_permanent and not f.venue_fit, "venue.not_verified_for_event"
    )


@rule("TUK-04", source="PBNSP 206 4.1.4")
def venue_code_is_new(f: EntryFacts) -> Verdict:
    """A code names one TUK of the LSP."""
    return refuse_if(f.known, "venue.known")


@rule("TUK-03", source="PBNSP 206 4.1.3")
def verification_is_sound(f: VerificationFacts) -> Verdict:
    """A verification has been done, holds until a later day, and says what is missing where a TUK is unfit."""
    return (
        refuse_if(f.in_future, "verification.in_future")
        & refuse_if(not f.period_is_valid, "verification.period")
        & refuse_if(not f.fit and not f.findings_given, "verification.no_findings")
    )


may_enter_venue = Policy("may_enter_venue", venue_code_is_new)
may_verify_venue = Policy("may_verify_venue", verification_is_sound)
