"""What waits around the MUK: to be written, validated, released, and schemes in force that have none."""

from __future__ import annotations

from django.utils.translation import gettext as _

from jamstac.instruments.models import ToolSet, ValidationMember
from jamstac.instruments.states import ToolSetState
from jamstac.portal.tasks import Desk, Task
from jamstac.schemes.selectors import versions_in_force


def _task(desk: Desk, row: ToolSet, what: str, act: str, page: str = "instruments:tool_set") -> Task:
    return Task(
        what % {"scheme": row.scheme_version.scheme.title},
        _("MUK versi %(n)d") % {"n": row.version},
        row.state_since,
        desk.url(page, row.pk),
        act,
    )


def tools_to_write(desk: Desk) -> list[Task]:
    """Drafts I write on."""
    rows = ToolSet.objects.filter(body=desk.body, state=ToolSetState.DRAFT, authors__person=desk.actor.person_id)
    return [
        _task(desk, row, _("Lengkapi MUK %(scheme)s"), _("Lanjutkan"))
        for row in rows.select_related("scheme_version__scheme")
    ]


def tools_to_validate(desk: Desk) -> list[Task]:
    """MUK sent to me, and FR.VA of a team of mine that I have not signed."""
    rows = ToolSet.objects.filter(body=desk.body, state=ToolSetState.SENT, validator=desk.actor.person_id)
    found = [
        _task(desk, row, _("Validasi MUK %(scheme)s"), _("Validasi"), "instruments:validate")
        for row in rows.select_related("scheme_version__scheme")
    ]
    unsigned = ValidationMember.objects.filter(body=desk.body, person=desk.actor.person_id, signed_at=None)
    return found + [
        Task(
            _("Tandatangani FR.VA %(scheme)s") % {"scheme": row.validation.tool_set.scheme_version.scheme.title},
            _("Tim validasi"),
            row.validation.recorded_at,
            desk.url("instruments:validation", row.validation_id),
            _("Tandatangani"),
        )
        for row in unsigned.select_related("validation__tool_set__scheme_version__scheme")
    ]


def tools_to_release(desk: Desk) -> list[Task]:
    """Validated MUK, and schemes in force without any."""
    rows = ToolSet.objects.filter(body=desk.body, state=ToolSetState.VALIDATED)
    found = [
        _task(desk, row, _("Tetapkan MUK %(scheme)s"), _("Tetapkan"))
        for row in rows.select_related("scheme_version__scheme")
    ]
    known = set(ToolSet.objects.filter(body=desk.body).values_list("scheme_version_id", flat=True))
    return found + [
        Task(
            _("Susun MUK %(scheme)s") % {"scheme": version.scheme.title},
            _("Skema berlaku tanpa MUK: jadwalnya belum bisa disusun"),
            version.approved_at,
            desk.url("instruments:list"),
            _("Susun"),
        )
        for version in versions_in_force(desk.body.pk, desk.day)
        if version.pk not in known and version.approved_at is not None
    ]
