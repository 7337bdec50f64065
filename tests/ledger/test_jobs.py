"""Effects of acts are done at least once: leases, back-off, and the sweep after a worker died."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.utils import timezone

from jamstac.ledger import jobs
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState

pytestmark = pytest.mark.django_db

KIND = "probe.effect"
START = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
Handled = Callable[[jobs.Handler], list[UUID]]


@pytest.fixture
def handled(monkeypatch: pytest.MonkeyPatch) -> Handled:
    """`handled(handler)`: the handler of the test's kind of job; answers the list of subjects it saw."""

    def register(handler: jobs.Handler) -> list[UUID]:
        seen: list[UUID] = []

        def counting(subject: UUID) -> None:
            seen.append(subject)
            handler(subject)

        monkeypatch.setitem(jobs._HANDLERS, KIND, counting)
        return seen

    return register


def _fails(subject: UUID) -> None:
    raise OSError("pencetak mati")


def _works(subject: UUID) -> None:
    return


def _enqueue(subject: UUID | None = None) -> Job:
    return jobs.enqueue(KIND, subject or uuid4(), timezone.now())


def test_a_job_is_done_once(handled: Handled) -> None:
    seen = handled(_works)
    row = _enqueue()
    assert jobs.run(row.pk) is True
    assert jobs.run(row.pk) is False
    row.refresh_from_db()
    assert (row.state, row.attempts, row.lease_until) == (JobState.DONE, 1, None)
    assert row.done_at is not None
    assert seen == [row.subject_id]


def test_the_same_effect_asked_twice_is_one_row_that_runs_again(handled: Handled) -> None:
    seen = handled(_works)
    subject = uuid4()
    first = _enqueue(subject)
    jobs.run(first.pk)
    second = _enqueue(subject)
    assert second.pk == first.pk
    assert (second.state, second.attempts, second.done_at) == (JobState.WAITING, 0, None)
    assert jobs.run(second.pk) is True
    assert seen == [subject, subject]


def test_a_job_nobody_can_do_is_never_written() -> None:
    with pytest.raises(KeyError, match="no handler"):
        jobs.enqueue("nothing.at_all", uuid4(), timezone.now())
    assert not Job.objects.filter(kind="nothing.at_all").exists()


def test_a_kind_of_job_has_one_handler(handled: Handled) -> None:
    handled(_works)
    with pytest.raises(ValueError, match="handler already"):
        jobs.job(KIND)(_fails)


def test_a_failed_job_waits_longer_each_time_and_then_fails_for_good(handled: Handled) -> None:
    seen = handled(_fails)
    with time_machine.travel(START, tick=False) as clock:
        row = _enqueue()
        waits = []
        for _ in range(jobs.MAX_ATTEMPTS):
            assert jobs.run(row.pk) is False
            assert jobs.run(row.pk) is False
            row.refresh_from_db()
            waits.append(round((row.run_after - timezone.now()).total_seconds() / 60))
            clock.move_to(row.run_after)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert (row.state, row.attempts, row.last_error) == (JobState.FAILED, 8, "OSError: pencetak mati")
    assert len(seen) == 8
    assert jobs.run(row.pk) is False


def test_a_job_succeeds_after_a_failure_and_forgets_the_error(handled: Handled) -> None:
    with time_machine.travel(START, tick=False) as clock:
        handled(_fails)
        row = _enqueue()
        jobs.run(row.pk)
        handled(_works)
        clock.shift(timedelta(minutes=1))
        assert jobs.sweep() >= 1
    row.refresh_from_db()
    assert (row.state, row.attempts, row.last_error) == (JobState.DONE, 2, "")


def test_a_job_in_hand_is_not_taken_by_another_worker(handled: Handled) -> None:
    taken_meanwhile = []

    def second_worker_comes(subject: UUID) -> None:
        row = Job.objects.get(kind=KIND, subject_id=subject)
        assert row.state == JobState.RUNNING
        taken_meanwhile.append(jobs.run(row.pk))

    handled(second_worker_comes)
    assert jobs.run(_enqueue().pk) is True
    assert taken_meanwhile == [False]


def test_the_sweep_takes_up_the_job_of_a_dead_worker_when_its_lease_ran_out(handled: Handled) -> None:
    seen = handled(_works)
    with time_machine.travel(START, tick=False) as clock:
        row = _enqueue()
        Job.objects.filter(pk=row.pk).update(
            state=JobState.RUNNING, lease_until=timezone.now() + jobs.LEASE, attempts=1
        )
        jobs.sweep()
        assert seen == []
        clock.shift(jobs.LEASE + timedelta(seconds=1))
        jobs.sweep()
    row.refresh_from_db()
    assert (row.state, row.attempts) == (JobState.DONE, 2)
    assert seen == [row.subject_id]


def test_the_task_does_the_job_by_its_id(handled: Handled) -> None:
    seen = handled(_works)
    row = _enqueue()
    jobs.run_task.func(str(row.pk))
    assert seen == [row.subject_id]


def test_the_wait_is_never_longer_than_an_hour() -> None:
    assert [jobs.back_off(n) for n in (0, 1, 3, 50)] == [timedelta(minutes=m) for m in (1, 1, 4, 60)]
