from __future__ import annotations

from typing import Any

from jamstac.appeals.models import Appeal
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import long_date
from jamstac.events.sheets import day_in_words, scheme_block


def ak04_content(appeal: Appeal, licence_number: str) -> dict[str, Any]:
    """FR.AK.04, with the decision it is against."""
    decision = appeal.decision
    assessment = decision.meeting_case.assessment
    assert decision.decree is not None
    told = decision.decree.signed_at.astimezone(appeal.body.zone).date()
    return {
        "lsp": letterhead(appeal.body, licence_number),
        "scheme": scheme_block(assessment.application.scheme_version.scheme),
        "asesor": assessment.assessor.name,
        "asesi": assessment.application.name,
        "date": day_in_words(assessment.event.date),
        "decision": f"{decision.get_outcome_display()}, diberitahukan {long_date(told)}",
        "answers": {"explained": appeal.explained, "discussed": appeal.discussed, "helper": appeal.helper},
        "reason": appeal.reason,
    }
