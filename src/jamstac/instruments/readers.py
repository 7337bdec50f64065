from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from jamstac.documents.readers import register_given
from jamstac.instruments.models import Instrument, ToolSet, ValidationMember
from jamstac.instruments.selectors import known_to


@register_given
def written_or_validated(person_id: UUID, ids: Collection[UUID]) -> bool:
    """Authors and validators read the sheets of their tool set, a validation team its FR.VA."""
    if ToolSet.objects.filter(known_to(person_id), pk__in=ids).exists():
        return True
    known = ToolSet.objects.filter(known_to(person_id)).values("pk")
    if Instrument.objects.filter(pk__in=ids, tool_set__in=known).exists():
        return True
    return ValidationMember.objects.filter(person_id=person_id, validation__in=list(ids)).exists()
