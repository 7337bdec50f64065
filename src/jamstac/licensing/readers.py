"""The scan of the licence is a paper of the LSP itself."""

from __future__ import annotations

from uuid import UUID

from jamstac.documents.readers import register_office_file
from jamstac.licensing.models import Licence


@register_office_file
def is_licence(file_id: UUID) -> bool:
    return Licence.objects.filter(file_id=file_id).exists()
