"""One form, one door: nothing typed is lost when the door refuses.

outcome = attempt(form, lambda data: change_profile(request.actor, request.lsp, **data))
if outcome.done: redirect, else render the form with `outcome.reasons`
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms

from jamstac.kernel.verdicts import Refusal
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, role_reasons
from jamstac.ui.why import Reason, reasons

INVALID_FIELD = "door.invalid_field"


@dataclass(frozen=True)
class Outcome:
    done: bool
    reasons: list[Reason] = field(default_factory=list)
    result: Any = None


def attempt(form: forms.BaseForm, act: Callable[[dict[str, Any]], Any]) -> Outcome:
    """Run `act` with the form's data. What a model refuses goes to its field, every other refusal is told whole."""
    if not form.is_valid():
        return Outcome(False)
    try:
        return Outcome(True, result=act(form.cleaned_data))
    except Refused as refused:
        return Outcome(False, reasons(_to_fields(form, refused.refusals)))


def _to_fields(form: forms.BaseForm, refusals: tuple[Refusal, ...]) -> list[Refusal]:
    rest = []
    for refusal in refusals:
        name = refusal.facts.get("field")
        if refusal.code == INVALID_FIELD and isinstance(name, str) and name in form.fields:
            form.add_error(name, str(refusal.facts["reason"]))
        else:
            rest.append(refusal)
    return rest


@dataclass(frozen=True)
class Why:
    """What stands between a form and its act: `blocked` cannot be cleared by typing, `refused` is what the door
    just said."""

    blocked: list[Reason] = field(default_factory=list)
    refused: list[Reason] = field(default_factory=list)


def why_of(request: ActorRequest, permission: str, outcome: Outcome | None = None) -> Why:
    """The answer for a form behind `permission`; `outcome` is the attempt of this very form, if there was one."""
    blocked = role_reasons(permission, request.roles)
    return Why(blocked, [] if blocked or outcome is None else outcome.reasons)
