"""Quiet hours of an LSP: nothing but the urgent leaves between two hours of its clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def leaves_at(now: datetime, zone: ZoneInfo, start: int | None, end: int | None) -> datetime:
    """When a notice of `now` is sent: at once, or at the end of the quiet hours (`start` to `end`, hours 0–23 of
    `zone`, over midnight when start > end; none when one is unset or both are the same)."""
    if start is None or end is None or start == end:
        return now
    local = now.astimezone(zone)
    quiet = start <= local.hour < end if start < end else local.hour >= start or local.hour < end
    if not quiet:
        return now
    morning = local.replace(hour=end, minute=0, second=0, microsecond=0)
    if morning <= local:
        morning += timedelta(days=1)
    return morning.astimezone(now.tzinfo)
