from __future__ import annotations

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.certification.models import Certificate
from jamstac.documents.models import Sheet


class VerificationReport(TenantRecord):
    """A printable statement a guest asked for: this certificate was in force on that day."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    made_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
