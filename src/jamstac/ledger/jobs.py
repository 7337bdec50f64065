"""Effects after an act: at-least-once jobs with a lease, retries with back-off, on django-tasks.

A handler is registered by kind, takes the subject's id and is idempotent. A worker killed in the middle
leaves a lease that runs out; the sweep of the next worker takes the job again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 8

Handler = Callable[[UUID], None]
_HANDLERS: dict[str, Handler] = {}


def job(kind: str) -> Callable[[Handler], Handler]:
    """Register the handler of a kind of job."""

    def register(handler: Handler) -> Handler:
        if _HANDLERS.setdefault(kind, handler) is not handler:
            raise ValueError(f"job {kind} has a handler already")
        return handler

    return register


def enqueue(kind: str, subject_id: UUID, now: datetime) -> Job:
    """The job row and its task, in the caller's transaction. Asked again for the same subject, it runs again."""
    if kind not in _HANDLERS:
        raise KeyError(f"no handler for job {kind}")
    row, _ = Job.objects.update_or_create(
        kind=kind,
        subject_id=subject_id,
        defaults={
            "state": JobState.WAITING,
            "attempts": 0,
            "run_after": now,
            "lease_until": None,
            "last_error": "",
            "done_at": None,
        },
        create_defaults={"run_after": now, "created_at": now},
    )
    run_task.enqueue(str(row.pk))
    return row


def back_off(attempts: int) -> timedelta:
    """1, 2, 4 … minutes, at most an hour."""
    return timedelta(minutes=min(60, 2 ** max(0, attempts - 1)))


def due(now: datetime) -> Q:
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    return Q(state__in=[JobState.WAITING, JobState.RUNNING], run_after__lte=now) & free


def run(job_id: UUID) -> bool:
    """Do one job if it is due and nobody holds its lease. True when it was done.

    The result is written only while the lease is still ours: a job asked again while it ran (a second signature
    on a sheet being printed) waits for its next run instead of being ticked off."""
    now = timezone.now()
    lease = now + LEASE
    taken = Job.objects.filter(due(now), pk=job_id).update(
        state=JobState.RUNNING, lease_until=lease, attempts=F("attempts") + 1
    )
    if not taken:
        return False
    row = Job.objects.get(pk=job_id)
    ours = Job.objects.filter(pk=job_id, state=JobState.RUNNING, lease_until=lease)
    try:
        _HANDLERS[row.kind](row.subject_id)
    except Exception as error:
        log.exception("job %s %s failed", row.kind, row.subject_id)
        final = row.attempts >= MAX_ATTEMPTS
        ours.update(
            state=JobState.FAILED if final else JobState.WAITING,
            run_after=timezone.now() + back_off(row.attempts),
            lease_until=None,
            last_error=f"{type(error).__name__}: {error}"[:500],
        )
        return False
    ours.update(state=JobState.DONE, lease_until=None, done_at=timezone.now(), last_error="")
    return True


@task()
def run_task(job_id: str) -> None:
    run(UUID(job_id))


def sweep() -> int:
    """Run what is due and has no task of its own any more: retries, and jobs whose worker died."""
    ids = list(Job.objects.filter(due(timezone.now())).order_by("run_after").values_list("pk", flat=True)[:200])
    return sum(run(job_id) for job_id in ids)
