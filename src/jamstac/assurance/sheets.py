from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jamstac.assessment.models import Assessment
from jamstac.assurance.texts import COMPONENTS
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import long_date
from jamstac.events.sheets import scheme_block, venue_block

Answers = Mapping[int, tuple[bool, str]]


def ak03_content(assessment: Assessment, licence_number: str, answers: Answers, comment: str) -> dict[str, Any]:
    """FR.AK.03: ten components with Ya or Tidak and the candidate's words."""
    zone = assessment.body.zone
    start = assessment.started_at or assessment.state_since
    end = assessment.recommended_at or start
    return {
        "lsp": letterhead(assessment.body, licence_number),
        "scheme": scheme_block(assessment.application.scheme_version.scheme),
        "tuk": venue_block(assessment.event),
        "asesor": assessment.assessor.name,
        "asesi": assessment.application.name,
        "start": long_date(start.astimezone(zone).date()),
        "end": long_date(end.astimezone(zone).date()),
        "answers": [
            {"number": number, "yes": answers[number][0], "comment": answers[number][1] or None}
            for number in range(1, len(COMPONENTS) + 1)
        ],
        "comment": comment or None,
    }
