from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jamstac.fees.models import Price
from jamstac.licensing.selectors import schemes_in_annex
from jamstac.people.actors import in_force
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force


@dataclass(frozen=True)
class OpenVersion:
    """A scheme version somebody may apply for; `price` is None where the LSP has set none yet."""

    version: SchemeVersion
    price: Price | None


def price_on(scheme_id: UUID, day: date) -> Price | None:
    return Price.objects.filter(in_force(day), scheme_id=scheme_id).first()


def open_versions(body_id: UUID, day: date) -> list[OpenVersion]:
    """Versions in force whose scheme the licence covers on `day`, by title, with their price. Four queries."""
    covered = schemes_in_annex(body_id, day)
    prices = {price.scheme_id: price for price in Price.objects.filter(in_force(day), body_id=body_id)}
    versions = versions_in_force(body_id, day).filter(scheme__in=covered)
    return [OpenVersion(version, prices.get(version.scheme_id)) for version in versions]
