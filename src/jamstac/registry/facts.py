from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

PUBLIC_FIELDS = frozenset(
    {
        "body",
        "licence",
        "number",
        "registration",
        "holder",
        "scheme",
        "scheme_number",
        "packaging",
        "standard",
        "units",
        "issued_on",
        "valid_until",
        "signer",
        "status",
    }
)
"""Everything a public answer may ever show: what is printed on the certificate, and its status (HR-49)."""


class Shown(Protocol):
    @property
    def fields(self) -> frozenset[str]: ...


@dataclass(frozen=True)
class PublicFacts:
    """The fields an answer to the public is about to show."""

    fields: frozenset[str]


@dataclass(frozen=True)
class ReportFacts:
    fields: frozenset[str]
    today: date
    day: date
    """The day the report speaks about."""
    valid: bool
    status: str
    """The status on that day in words."""
