"""UUIDv7 (RFC 9562 §5.7). Python 3.14 has it; until then these lines do.

48 bits of milliseconds, then a 12-bit counter in `rand_a` (method 1 of §6.2), so that ids made by one
process keep their order inside a millisecond, then 62 random bits.
"""

from __future__ import annotations

import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = (0, 0)


def uuid7() -> UUID:
    global _last  # noqa: PLW0603
    with _lock:
        now, count = time.time_ns() // 1_000_000, secrets.randbits(8)
        if now <= _last[0]:
            now, count = _last[0], _last[1] + 1
            if count > 0xFFF:
                now, count = now + 1, 0
        _last = (now, count)
    value = now << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
