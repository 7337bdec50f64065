"""A door of the tests' own, kept out of the registers: what it does is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from jamstac.kernel.verdicts import Policy
from jamstac.ledger import access
from jamstac.ledger.door import Act, Door

PERMISSION = "probe.act"
EVENT = "probe.done"
Does = Callable[..., Any]


def record_only(act: Act, subject: Any) -> Any:
    act.record()
    return subject


class Probe:
    """`probe(does)` is a door for the direktur; `probe(does, roles=…)` for others."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(
        self,
        does: Does = record_only,
        *,
        roles: frozenset[str] = frozenset({"director"}),
        policies: Sequence[Policy[Any]] = (),
        event: str = EVENT,
        closes_alarm: bool = False,
    ) -> Door[Any, Any, Any]:
        self._monkeypatch.setitem(access._PERMISSIONS, PERMISSION, roles)
        return Door(does, event, PERMISSION, policies, closes_alarm)
