from __future__ import annotations

from datetime import date
from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.assessment.models import Assessment
from jamstac.bodies.models import TenantRecord
from jamstac.certification.states import CertificateStatus, MeetingState, Outcome
from jamstac.documents.models import Sheet
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion


class Meeting(TenantRecord):
    """A pleno: named deciders, frozen files, decisions, and its minutes (berita acara)."""

    number = models.CharField(max_length=120)
    date = models.DateField("tanggal")
    time = models.TimeField("pukul")
    place = models.CharField("tempat", max_length=160)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.OPEN)
    state_since = models.DateTimeField()
    chair = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    minutes_number = models.CharField(max_length=120, blank=True)
    minutes = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "number"], name="certification_meeting_number"),
        ]


class Attendance(TenantRecord):
    """A decider named for a meeting; present once they said so themselves."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    present_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["meeting", "person"], name="certification_attendance_once"),
        ]


class CommitteeLetter(TenantRecord):
    """The surat tugas komite: the direktur names who decides at a meeting."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="letter")
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")


class MeetingCase(TenantRecord):
    """A case on a meeting's table, its file frozen: the digest covers every sheet and signature of the file.

    A postponed case leaves the table with a reason and may stand on a later one."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="cases")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="meeting_cases")
    file_digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    postponed_at = models.DateTimeField(null=True)
    postpone_reason = models.CharField("alasan ditunda", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["meeting", "assessment", "file_digest", "frozen_at"],
                name="certification_meetingcase_frozen",
            ),
            models.UniqueConstraint(
                fields=["assessment"],
                condition=models.Q(postponed_at=None),
                name="certification_meetingcase_one_table",
            ),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.assessment.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.assessment.application_id


class Recusal(TenantRecord):
    """A member who takes no part in one case, and why."""

    meeting_case = models.ForeignKey(MeetingCase, on_delete=models.PROTECT, related_name="recusals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("alasan", max_length=300)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["meeting_case", "person"], name="certification_recusal_once"),
        ]

    @property
    def case_id(self) -> UUID:
        return self.meeting_case.case_id


class Decision(TenantRecord):
    """The certification decision of one case. Made by the members present, written by the chair."""

    meeting_case = models.OneToOneField(MeetingCase, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField("keputusan", max_length=2, choices=Outcome.choices)
    reason = models.TextField("alasan", blank=True)
    decided_at = models.DateTimeField()
    decree = models.ForeignKey("Decree", null=True, on_delete=models.PROTECT, related_name="decisions")
    result_letter = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["meeting_case", "outcome", "reason", "decided_at"],
                name="certification_decision_frozen",
            ),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return self.meeting_case.concerned_person_ids

    @property
    def case_id(self) -> UUID:
        return self.meeting_case.case_id


class DecisionMember(TenantRecord):
    """A member who took part in a decision."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")


class Decree(TenantRecord):
    """The SK penetapan hasil of one meeting, signed by the direktur."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="decree")
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")


class Certificate(TenantRecord):
    """A sertifikat kompetensi. `code` is its random 80-bit check code (base 32, 16 characters); the `*_key`
    columns hold the numbers as `certification.codes.number_key` reads them, for the public check."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="certificate")
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    holder_name = models.CharField(max_length=120)
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=120)
    registration = models.CharField(max_length=120)
    number_key = models.CharField(max_length=120)
    registration_key = models.CharField(max_length=120)
    code = models.CharField(max_length=16, unique=True)
    issued_on = models.DateField()
    valid_until = models.DateField()
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sheet = models.OneToOneField(Sheet, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=[
                    "decision",
                    "holder",
                    "holder_name",
                    "scheme_version",
                    "number",
                    "registration",
                    "number_key",
                    "registration_key",
                    "code",
                    "issued_on",
                    "valid_until",
                ],
                name="certification_certificate_frozen",
            ),
            models.UniqueConstraint(fields=["body", "number"], name="certification_certificate_number"),
            models.UniqueConstraint(fields=["body", "registration"], name="certification_certificate_registration"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["number_key"], name="certification_number_key"),
            models.Index(fields=["registration_key"], name="certification_registration_key"),
            models.Index(fields=["body", "-issued_on"], name="certification_issued"),
            models.Index(fields=["body", "holder_name"], name="certification_holder_name"),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.holder_id

    @property
    def case_id(self) -> UUID:
        return self.decision.case_id

    def status_on(self, day: date) -> CertificateStatus:
        """What the certificate is worth on `day`: derived, so that no nightly job can be late (HR-46)."""
        if day < self.issued_on:
            return CertificateStatus.NOT_YET_VALID
        return CertificateStatus.VALID if day <= self.valid_until else CertificateStatus.EXPIRED
