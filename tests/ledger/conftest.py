from __future__ import annotations

import pytest

from tests.ledger.probe import Probe


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    return Probe(monkeypatch)
