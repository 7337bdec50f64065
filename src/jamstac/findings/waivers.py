"""What an exception may be asked for. An app above registers its rule and finds the record the exception is for:

    register_waivable(Waivable("HR-29", WaiverKind.DUAL, "events.event", find))

in its own `waivers.py`; nothing else can be waived, and the registered rule reads `findings.selectors.waived`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from jamstac.bodies.models import TenantRecord
from jamstac.findings.states import WaiverKind


@dataclass(frozen=True)
class WaiverSubject:
    """The record, what people call it, and its page."""

    record: TenantRecord
    label: str
    url: str


Find = Callable[[UUID, UUID], WaiverSubject | None]
"""(LSP, id) → the record, None when it is not there."""


@dataclass(frozen=True)
class Waivable:
    """A rule that reads exceptions, for one kind of record. `what` says in a few words what is lifted."""

    rule: str
    kind: WaiverKind
    subject_type: str
    what: str
    find: Find


_WAIVABLE: dict[tuple[str, str], Waivable] = {}


def register_waivable(one: Waivable) -> None:
    if _WAIVABLE.setdefault((one.rule, one.subject_type), one) is not one:
        raise ValueError(f"{one.rule} of {one.subject_type} can be waived already")


def waivable(rule: str, subject_type: str) -> Waivable | None:
    return _WAIVABLE.get((rule, subject_type))
