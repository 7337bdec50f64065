from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import Sheet
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person


class Feedback(TenantRecord):
    """FR.AK.03 of one case: what its candidate says of the process, once, after the decision."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="+")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    comment = models.TextField("catatan lainnya", blank=True)
    given_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["body", "assessor", "given_at"], name="assurance_feedback_assessor")]

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def case_id(self) -> UUID:
        return self.application_id


class FeedbackAnswer(TenantRecord):
    """Ya or Tidak to one of the ten components, with the candidate's own words."""

    feedback = models.ForeignKey(Feedback, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    yes = models.BooleanField()
    comment = models.CharField("catatan", max_length=400, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["feedback", "number", "yes", "comment"], name="assurance_feedbackanswer_frozen"),
            models.UniqueConstraint(fields=["feedback", "number"], name="assurance_feedbackanswer_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return self.feedback.concerned_person_ids

    @property
    def case_id(self) -> UUID:
        return self.feedback.case_id
