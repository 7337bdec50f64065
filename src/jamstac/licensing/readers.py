"""The scans of the licence and of the approval of remote assessment are papers of the LSP itself."""

from __future__ import annotations

from uuid import UUID

from jamstac.documents.readers import register_office_file
from jamstac.licensing.models import Licence, RemoteApproval


@register_office_file
def is_licence(file_id: UUID) -> bool:
    return Licence.objects.filter(file_id=file_id).exists()


@register_office_file
def is_remote_approval(file_id: UUID) -> bool:
    return RemoteApproval.objects.filter(file_id=file_id).exists()
