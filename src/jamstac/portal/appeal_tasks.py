"""Appeals that wait for the LSP."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jamstac.appeals.selectors import appeals_for
from jamstac.portal.tasks import Desk, Task


def appeals_to_handle(desk: Desk) -> list[Task]:
    """Every appeal filed, with the day the LSP set itself."""
    rows = appeals_for(desk.body.pk).exclude(application__person=desk.actor.person_id)
    return [
        Task(
            _("Tangani banding %(name)s") % {"name": row.application.name},
            f"{row.application.scheme_version.scheme.title}, {row.application.number}",
            row.filed_at,
            desk.url("appeals:list"),
            _("Buka"),
            row.decide_by,
        )
        for row in rows
    ]
