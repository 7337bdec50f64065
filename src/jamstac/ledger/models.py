from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.ledger.constraints import AppendOnly
from jamstac.ledger.records import GuardedRecord, Record
from jamstac.ledger.states import JobState


class Chain(GuardedRecord):
    """The head of one chain: one per LSP, one (body_id null) for the installation. Locked by every act."""

    body_id = models.UUIDField(null=True, unique=True)
    head_seq = models.PositiveBigIntegerField(default=0)
    head_digest = models.CharField(max_length=64, default="")

    class Meta(GuardedRecord.Meta):
        constraints: ClassVar = [
            *GuardedRecord.Meta.constraints,
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(body_id__isnull=True),
                name="ledger_chain_one_installation",
            ),
        ]


class Entry(models.Model):
    """One line of a chain. `payload` is the canonical JSON that `digest` covers; the other columns repeat
    parts of it for look-up, and `verify` compares them."""

    id = models.BigAutoField(primary_key=True)
    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="+")
    seq = models.PositiveBigIntegerField()
    event = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField(null=True)
    case_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    payload = models.BinaryField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            AppendOnly(name="ledger_entry_append_only"),
            models.UniqueConstraint(fields=["chain", "seq"], name="ledger_entry_seq"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["chain", "subject_id", "seq"], name="ledger_entry_subject"),
            models.Index(fields=["chain", "case_id", "seq"], name="ledger_entry_case"),
            models.Index(fields=["chain", "person_id", "event"], name="ledger_entry_person"),
        ]


class Alarm(Record):
    """A break found in a chain (HR-51). Open until the manajer mutu closes it with an explanation.

    Not guarded: it must be writable exactly when the chain cannot be trusted."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    seq = models.PositiveBigIntegerField()
    reason = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True)
    closed_by_person_id = models.UUIDField(null=True)
    explanation = models.TextField(blank=True)


class Job(Record):
    """An effect of an act (PDF, mail): written in the act's transaction, done after it, retried until done.

    Idempotent by (kind, subject): the same effect asked twice is one row. Not guarded: it is no act."""

    kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "subject_id"], name="ledger_job_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "run_after"], name="ledger_job_due")]
