"""Doors: making an LSP, its profile, its number patterns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from jamstac.bodies import rules
from jamstac.bodies.models import Body, NumberPattern
from jamstac.bodies.numbering import pattern_facts, pattern_on
from jamstac.bodies.states import NumberPurpose
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.models import Chain

PROFILE = (
    "name",
    "full_name",
    "kind",
    "code",
    "address",
    "city",
    "phone",
    "email",
    "web",
    "time_zone",
    "logo",
    "logo_type",
    "open_for_applications",
)


@action("body.created", access="body.create")
def create_body(act: Act, _installation: Chain, /, *, slug: str, **fields: Any) -> Body:
    """A new LSP on this installation. `_installation` is `ledger.door.installation()`."""
    act.refuse(refuse_if(Body.objects.filter(slug=slug).exists(), "body.slug_known"))
    body = Body(slug=slug, created_at=act.now, **fields)
    store(body)
    act.record(body, slug=slug)
    return body


@action("body.changed", access="body.edit")
def change_profile(act: Act, body: Body, /, **fields: Any) -> Body:
    """Change the profile or letterhead. `fields` are names of `PROFILE`."""
    for name, value in fields.items():
        if name not in PROFILE:
            raise TypeError(f"{name} is no field of the profile")
        setattr(body, name, value)
    store(body, *fields)
    act.record(fields=sorted(fields))
    return body


@action("numbering.set", access="numbering.set", policies=[rules.may_set_pattern])
def set_pattern(act: Act, body: Body, *, purpose: NumberPurpose, pattern: str, scope: str) -> NumberPattern:
    """How the LSP writes one kind of number, from today on. The earlier pattern ends yesterday."""
    act.require(rules.may_set_pattern, pattern_facts(purpose, pattern, scope))
    earlier = pattern_on(body.pk, purpose, act.day)
    if earlier is not None and earlier.valid_from == act.day:
        earlier.pattern, earlier.scope = pattern, scope
        store(earlier, "pattern", "scope")
        act.record(earlier, purpose=purpose, pattern=pattern, scope=scope)
        return earlier
    if earlier is not None:
        earlier.valid_until = act.day - timedelta(days=1)
        store(earlier, "valid_until")
    row = NumberPattern(body=body, purpose=purpose, pattern=pattern, scope=scope, valid_from=act.day)
    store(row)
    act.record(row, purpose=purpose, pattern=pattern, scope=scope)
    return row
