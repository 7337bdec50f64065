from __future__ import annotations

from jamstac.standards.skkni.paper import Paper, Progress
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable


def read_docx(data: bytes, limits: Limits, progress: Progress) -> Paper:
    raise Unreadable(Reason.DAMAGED)
