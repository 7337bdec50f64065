"""That the only author of a tool set validates it may be allowed by two persons, for that tool set (HR-12)."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from jamstac.findings.states import WaiverKind
from jamstac.findings.waivers import Waivable, WaiverSubject, register_waivable
from jamstac.instruments.models import ToolSet
from jamstac.instruments.selectors import SEPARATION


def find(body_id: UUID, pk: UUID) -> WaiverSubject | None:
    rows = ToolSet.objects.filter(body_id=body_id, pk=pk)
    tool_set = rows.select_related("body", "scheme_version__scheme").first()
    if tool_set is None:
        return None
    page = reverse("instruments:tool_set", args=[tool_set.body.slug, tool_set.pk])
    label = f"MUK {tool_set.scheme_version.scheme.title}, versi {tool_set.version}"
    return WaiverSubject(tool_set, label, page)


register_waivable(
    Waivable(SEPARATION, WaiverKind.DUAL, "instruments.toolset", "validasi MUK oleh penyusun satu-satunya", find)
)
