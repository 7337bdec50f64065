from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from jamstac.standards.facts import StandardFacts
from jamstac.standards.models import Standard
from jamstac.standards.states import UNKNOWN_NUMBER


def is_in_force(standard: Standard, day: date) -> bool:
    """Started and not ended on `day`. A standard whose first day nobody entered is not known to be in force."""
    started = standard.valid_from is not None and standard.valid_from <= day
    return started and (standard.valid_until is None or day <= standard.valid_until)


def is_numbered(standard: Standard) -> bool:
    """The document that decides it has been named."""
    return standard.number.strip().casefold() != UNKNOWN_NUMBER


def standard_facts(body_id: UUID, standard: Standard, codes: Iterable[str]) -> StandardFacts:
    """`codes` are those of the units that come with it. One query."""
    counted = Counter(codes)
    same = Standard.objects.filter(body_id=body_id, number=standard.number, title=standard.title)
    start, end = standard.valid_from, standard.valid_until
    return StandardFacts(
        known=same.exclude(pk=standard.pk).exists(),
        period_is_valid=end is None or (start is not None and start <= end),
        units=len(counted),
        repeated_codes=tuple(code for code, times in counted.items() if times > 1),
    )
