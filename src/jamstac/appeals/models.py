from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.bodies.models import TenantRecord
from jamstac.certification.models import Decision
from jamstac.documents.models import Sheet
from jamstac.ledger.constraints import Frozen


class Appeal(TenantRecord):
    """FR.AK.04: a banding against one decision, as its candidate filed it. `decide_by` is the LSP's own target,
    empty while it has set none."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="+")
    explained = models.BooleanField("proses banding dijelaskan")
    discussed = models.BooleanField("didiskusikan dengan asesor")
    helper = models.BooleanField("melibatkan orang lain")
    reason = models.TextField("alasan")
    filed_at = models.DateTimeField()
    decide_by = models.DateField(null=True)
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["application", "decision", "explained", "discussed", "helper", "reason", "filed_at"],
                name="appeals_appeal_frozen",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "filed_at"], name="appeals_appeal_filed")]

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def case_id(self) -> UUID:
        return self.application_id
