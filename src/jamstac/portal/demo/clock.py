"""Acting on an earlier day. Only the demo does: its history must be in the ledger with the days it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.utils import timezone

_real_now = timezone.now


@contextmanager
def days_ago(days: float) -> Iterator[date]:
    """Inside, `timezone.now()` answers the moment `days` days ago; yields that day."""

    def earlier() -> datetime:
        return _real_now() - timedelta(days=days)

    timezone.now = earlier
    try:
        yield timezone.localdate()
    finally:
        timezone.now = _real_now
