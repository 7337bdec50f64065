"""Sharing candidates out among assessors, as evenly as their day lets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


def split(candidates: Sequence[T], assessors: Sequence[UUID], loads: Mapping[UUID, int]) -> list[tuple[T, UUID]]:
    """Each candidate, in order, with the assessor who has fewest by then; `loads` is what they have already. Between
    equals the first of `assessors` comes first. Raises ValueError without assessors."""
    if not assessors:
        raise ValueError("nobody to share out among")
    held = {pk: loads.get(pk, 0) for pk in assessors}
    shares = []
    for candidate in candidates:
        least = min(assessors, key=lambda pk: held[pk])
        held[least] += 1
        shares.append((candidate, least))
    return shares
