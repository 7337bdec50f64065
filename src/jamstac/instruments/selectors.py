from __future__ import annotations

from datetime import date
from uuid import UUID

from jamstac.instruments.models import ToolSet
from jamstac.instruments.states import ToolSetState
from jamstac.people.actors import in_force


def tool_set_on(scheme_version_id: UUID, day: date) -> ToolSet | None:
    """The released MUK of a scheme version in force on `day`. One query."""
    rows = ToolSet.objects.filter(in_force(day), scheme_version_id=scheme_version_id, state=ToolSetState.RELEASED)
    return rows.first()
