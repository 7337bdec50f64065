"""Doors: the TUK of an LSP, and what its verifier found."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from jamstac.bodies.models import Body
from jamstac.ledger.door import Act, action, store
from jamstac.schemes.models import Scheme
from jamstac.venues import rules
from jamstac.venues.facts import VerificationFacts
from jamstac.venues.models import Venue, VenueVerification
from jamstac.venues.selectors import entry_facts

CHANGEABLE = ("code", "name", "kind", "address", "capacity")


@action("venue.entered", access="venue.enter", policies=[rules.may_enter_venue])
def enter_venue(
    act: Act, body: Body, *, code: str, name: str, kind: str, address: str, capacity: int | None = None
) -> Venue:
    """A TUK. It can be used once it is verified for a scheme. `capacity`: candidates a day."""
    venue = Venue(body=body, code=code, name=name, kind=kind, address=address, capacity=capacity)
    act.require(rules.may_enter_venue, entry_facts(venue))
    store(venue)
    act.record(venue, code=code, kind=kind)
    return venue


@action("venue.changed", access="venue.enter", policies=[rules.may_enter_venue])
def change_venue(act: Act, venue: Venue, /, **fields: Any) -> Venue:
    """Correct what was entered. `fields` are names of `CHANGEABLE`."""
    for name, value in fields.items():
        if name not in CHANGEABLE:
            raise TypeError(f"{name} of a TUK does not change")
        setattr(venue, name, value)
    act.require(rules.may_enter_venue, entry_facts(venue))
    store(venue, *fields)
    act.record(fields=sorted(fields), code=venue.code)
    return venue


@action("venue.verified", access="venue.verify", policies=[rules.may_verify_venue])
def verify_venue(
    act: Act,
    venue: Venue,
    *,
    scheme: Scheme,
    verified_on: date,
    valid_until: date,
    fit: bool,
    findings: str = "",
) -> VenueVerification:
    """What the acting verifier found for one scheme. The last one up to a day decides for that day."""
    row = put_verification(
        act, venue, scheme, verified_on=verified_on, valid_until=valid_until, fit=fit, findings=findings
    )
    act.record(scheme=scheme.pk, verified_on=verified_on, valid_until=valid_until, fit=fit)
    return row


def put_verification(
    act: Act,
    venue: Venue,
    scheme: Scheme,
    *,
    verified_on: date,
    valid_until: date,
    fit: bool,
    findings: str,
    event_id: UUID | None = None,
) -> VenueVerification:
    """Inner function: the verification itself. The door must declare `rules.may_verify_venue` and records it."""
    act.require(
        rules.may_verify_venue,
        VerificationFacts(
            in_future=verified_on > act.day,
            period_is_valid=verified_on <= valid_until,
            fit=fit,
            findings_given=bool(findings.strip()),
        ),
    )
    assert act.actor.person_id is not None
    row = VenueVerification(
        body_id=venue.body_id,
        venue=venue,
        scheme=scheme,
        event=event_id,
        verifier_id=act.actor.person_id,
        verified_on=verified_on,
        valid_until=valid_until,
        fit=fit,
        findings=findings.strip(),
    )
    store(row)
    return row
