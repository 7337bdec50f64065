from __future__ import annotations

import threading
import time
from uuid import UUID

import pytest

from jamstac.kernel import uuid7 as module
from jamstac.kernel.uuid7 import uuid7


def _millis(value: UUID) -> int:
    return value.int >> 80


def _counter(value: UUID) -> int:
    return value.int >> 64 & 0xFFF


def test_an_id_carries_version_variant_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    # As in a fresh process: the order of ids outlives a clock that an earlier test had set ahead.
    monkeypatch.setattr(module, "_last", (0, 0))
    before = time.time_ns() // 1_000_000
    made = uuid7()
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert before <= _millis(made) <= time.time_ns() // 1_000_000 + 1


def test_ids_of_one_process_are_in_order_and_never_twice() -> None:
    made = [uuid7() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_clock_that_goes_back_does_not_break_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = time.time_ns() // 1_000_000 + 60_000
    monkeypatch.setattr(module, "_last", (ahead, 5))
    made = uuid7()
    assert (_millis(made), _counter(made)) == (ahead, 6)


def test_a_full_counter_borrows_the_next_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = time.time_ns() // 1_000_000 + 60_000
    monkeypatch.setattr(module, "_last", (ahead, 0xFFF))
    made = uuid7()
    assert (_millis(made), _counter(made)) == (ahead + 1, 0)
    assert made.version == 7


def test_threads_never_share_an_id() -> None:
    made: list[UUID] = []

    def make() -> None:
        made.extend(uuid7() for _ in range(500))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 4000
